import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  ageOn,
  daysBetween,
  instant,
  instantAt,
  localDate,
  localDateOf,
  minutesOfDay,
  parseDate,
  weekday,
} from './dates.ts'
import { formatDate, formatInstant, isoOf, parseInstant, parseWrittenDate } from './wording.ts'

const days = fc.integer({ min: -200_000, max: 200_000 })
const instants = fc.integer({ min: -2_000_000_000_000, max: 4_000_000_000_000 }).map(instant)
const day = days.map((offset) => addDays(localDate('2026-11-23'), offset))

describe('days', () => {
  it('agree with the platform calendar', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const shanghai = new Date(at + 8 * 3_600_000)
        expect(localDateOf(at)).toBe(shanghai.toISOString().slice(0, 10))
        expect(minutesOfDay(at)).toBe(shanghai.getUTCHours() * 60 + shanghai.getUTCMinutes())
        expect(weekday(localDateOf(at)) % 7).toBe(shanghai.getUTCDay())
      }),
    )
  })

  it('add and subtract without loss', () => {
    fc.assert(fc.property(day, days, (from, amount) => daysBetween(from, addDays(from, amount)) === amount))
  })

  it('stay in the month they are moved to', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -600, max: 600 }), (from, months) => {
        const moved = addMonths(from, months)
        const index = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months
        expect(Number(moved.slice(0, 4)) * 12 + Number(moved.slice(5, 7)) - 1).toBe(index)
        expect(Number(moved.slice(8))).toBeLessThanOrEqual(Number(from.slice(8)))
      }),
    )
  })

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '1900-02-29', ' 2026-01-01', ''])(
    'refuse %j',
    (text) => {
      expect(parseDate(text)).toBeUndefined()
    },
  )

  it('read what people write', () => {
    expect(parseWrittenDate('2026年11月3日')).toBe('2026-11-03')
    expect(parseWrittenDate('2026/2/30')).toBeUndefined()
  })

  it('know an age, the day before a birthday and the day itself', () => {
    expect(ageOn(localDate('2008-11-23'), localDate('2026-11-22'))).toBe(17)
    expect(ageOn(localDate('2008-11-23'), localDate('2026-11-23'))).toBe(18)
    expect(ageOn(localDate('2008-02-29'), localDate('2026-02-28'))).toBe(17)
  })
})

describe('instants', () => {
  it('survive writing and reading', () => {
    fc.assert(fc.property(instants, (at) => parseInstant(isoOf(at)) === at))
  })

  it('read other offsets and refuse nonsense', () => {
    expect(parseInstant('2026-11-23T10:00:00Z')).toBe(instantAt(localDate('2026-11-23'), 18 * 60))
    expect(parseInstant('2026-11-23T10:00-05:30')).toBe(instantAt(localDate('2026-11-23'), 23 * 60 + 30))
    for (const text of ['2026-11-23', '2026-11-23T25:00Z', '2026-02-30T10:00Z', 'now'])
      expect(parseInstant(text)).toBeUndefined()
  })

  it('are shown as people say them', () => {
    expect(formatInstant(instantAt(localDate('2026-11-30'), 18 * 60))).toBe('11月30日（周一）18:00')
    expect(formatDate(localDate('2027-01-04'), 2026)).toBe('2027年1月4日（周一）')
  })
})
