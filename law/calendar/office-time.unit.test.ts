import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, instant, instantAt, localDate, localDateOf } from './dates.ts'
import { isOpen, SAMPLE_OFFICE, type OfficeSettings } from './office-hours.ts'
import { officeEnd, type OfficeSpan } from './office-time.ts'
import { KNOWN_CALENDAR } from './tables/known.ts'
import { isoOf, parseInstant } from './wording.ts'

const end = (start: string, unit: OfficeSpan['unit'], amount: number, office: OfficeSettings = SAMPLE_OFFICE): string =>
  isoOf(officeEnd(parseInstant(`${start}:00+08:00`)!, { unit, amount }, office, KNOWN_CALENDAR).at).slice(0, 16)

describe('上班小时', () => {
  it.each([
    ['周五 17:30 转出，4 小时：周五半小时，周一上午三个半小时', '2026-11-27T17:30', 4, '2026-11-30T12:00'],
    ['早上 9 点，4 小时：中午两小时不算', '2026-11-23T09:00', 4, '2026-11-23T15:00'],
    ['夜里 22 点，1 小时：第二天一上班起数', '2026-11-23T22:00', 1, '2026-11-24T09:30'],
    ['中午，1 小时：下午上班起数', '2026-11-23T12:30', 1, '2026-11-23T15:00'],
    ['国庆前一天 17 点，2 小时：放完假再数', '2026-09-30T17:00', 2, '2026-10-08T09:30'],
    ['周五 17 点，2 小时：调休上班的周六也算', '2026-10-09T17:00', 2, '2026-10-10T09:30'],
    ['正好一整天的上班时间', '2026-11-23T08:30', 7.5, '2026-11-23T18:00'],
  ])('%s', (_name, start, hours, at) => {
    expect(end(start, 'hour', hours)).toBe(at)
  })
})
describe('工作日', () => {
  it.each([
    ['当天不算，到第二个工作日下班', '2026-11-23T09:00', 1, '2026-11-24T18:00'],
    ['周五转出，1 个工作日：周一下班', '2026-11-27T17:30', 1, '2026-11-30T18:00'],
    ['周六转出，1 个工作日：周一下班', '2026-11-28T10:00', 1, '2026-11-30T18:00'],
    ['跨国庆，3 个工作日：调休的周六算一天', '2026-09-30T09:00', 3, '2026-10-10T18:00'],
  ])('%s', (_name, start, days, at) => {
    expect(end(start, 'day', days)).toBe(at)
  })
  it('a single closed day is passed over', () => {
    const office = { ...SAMPLE_OFFICE, exceptions: [{ date: localDate('2026-11-24'), hours: [], reason: '停电' }] }
    expect(end('2026-11-23T09:00', 'day', 1, office)).toBe('2026-11-25T18:00')
  })
})
it('a year without holiday notice is said to be uncertain', () => {
  const start = instantAt(localDate('2026-12-31'), 17 * 60)
  expect(officeEnd(start, { unit: 'hour', amount: 1 }, SAMPLE_OFFICE, KNOWN_CALENDAR).certain).toBe(true)
  expect(officeEnd(start, { unit: 'hour', amount: 2 }, SAMPLE_OFFICE, KNOWN_CALENDAR).certain).toBe(false)
})
it('an office that never opens is a fault of the settings, not an endless search', () => {
  const closed: OfficeSettings = { ...SAMPLE_OFFICE, weekly: [[], [], [], [], [], [], []], makeUpDay: [] }
  expect(() => end('2026-11-23T09:00', 'hour', 1, closed)).toThrow('no open day')
})
it('as many minutes are open between start and end as were given, and the end is in open hours', () => {
  const minutes = fc.integer({ min: 0, max: 300 * 24 * 60 })
  fc.assert(
    fc.property(minutes, fc.integer({ min: 1, max: 30 }), (offset, hours) => {
      const start = instant(instantAt(localDate('2026-01-01'), 0) + offset * 60_000)
      const { at } = officeEnd(start, { unit: 'hour', amount: hours }, SAMPLE_OFFICE, KNOWN_CALENDAR)
      let open = 0
      for (let minute = start as number; minute < at; minute += 60_000)
        open += Number(isOpen(instant(minute), SAMPLE_OFFICE, KNOWN_CALENDAR))
      expect(open).toBe(hours * 60)
      expect(isOpen(instant(at - 60_000), SAMPLE_OFFICE, KNOWN_CALENDAR)).toBe(true)
      expect(localDateOf(at) <= addDays(localDateOf(start), 30)).toBe(true)
    }),
    { numRuns: 60 },
  )
})
