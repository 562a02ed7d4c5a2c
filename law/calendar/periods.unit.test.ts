import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, instantAt, localDate } from './dates.ts'
import { SAMPLE_OFFICE, hoursOn, isOpen } from './office-hours.ts'
import { periodEnd } from './periods.ts'
import { sameDayTarget } from './same-day.ts'
import { suspendedPeriod } from './suspension.ts'
import { KNOWN_CALENDAR } from './tables/known.ts'
import { addWorkdays, dayKind, isWorked } from './working-days.ts'

const calendar = KNOWN_CALENDAR
const start = fc.integer({ min: 0, max: 600 }).map((offset) => addDays(localDate('2025-01-01'), offset))
const amount = fc.integer({ min: 1, max: 60 })
const rolling = fc.constantFrom('civil', 'criminal', 'reconsideration', 'arbitration', 'legalAid')

describe('a period in days', () => {
  it('never ends early, never on a day off, and the light is never later than the end', () => {
    fc.assert(
      fc.property(rolling, start, amount, (rule, from, days) => {
        const end = periodEnd({ rule, unit: 'day', start: from, amount: days, calendar })
        expect(end.certain).toBe(true)
        expect(daysBetween(from, end.unrolledDay)).toBeGreaterThanOrEqual(days)
        expect(end.unrolledDay <= end.lastDay).toBe(true)
        expect(isWorked(dayKind(end.lastDay, calendar))).toBe(true)
        expect(end.endsAt).toBe(instantAt(addDays(end.lastDay, 1), 0))
      }),
    )
  })

  it('of custody is exactly its days', () => {
    fc.assert(
      fc.property(start, amount, (from, days) => {
        const end = periodEnd({ rule: 'criminalCustody', unit: 'day', start: from, amount: days, calendar })
        return end.lastDay === addDays(from, days) && end.certain
      }),
    )
  })

  it('grows with its length and with its start', () => {
    fc.assert(
      fc.property(rolling, start, fc.integer({ min: 11, max: 60 }), (rule, from, days) => {
        const end = (day: typeof from, length: number) =>
          periodEnd({ rule, unit: 'day', start: day, amount: length, calendar }).lastDay
        expect(end(from, days) <= end(from, days + 1)).toBe(true)
        expect(end(from, days) <= end(addDays(from, 1), days)).toBe(true)
      }),
    )
  })

  it('is the same from any moment of the starting day', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 1439 }), (from, minute) => {
        const query = { rule: 'legalAid', unit: 'day', amount: 7, calendar } as const
        expect(periodEnd({ ...query, start: instantAt(from, minute) })).toEqual(periodEnd({ ...query, start: from }))
      }),
    )
  })

  it('says so when it runs into a year without a notice, in whichever way it counts', () => {
    const late = localDate('2026-12-30')
    for (const rule of ['civil', 'legalAid', 'reconsideration'] as const) {
      expect(periodEnd({ rule, unit: 'day', start: late, amount: 5, calendar }).certain, rule).toBe(false)
    }
    expect(periodEnd({ rule: 'criminalCustody', unit: 'day', start: late, amount: 5, calendar }).certain).toBe(true)
    expect(dayKind(localDate('2027-01-09'), calendar)).toBe('unknown')
  })
})

describe('working days', () => {
  it('are counted one by one', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 30 }), (from, days) => {
        const { day } = addWorkdays(from, days, calendar)
        let worked = 0
        for (let at = addDays(from, 1); at <= day; at = addDays(at, 1))
          if (isWorked(dayKind(at, calendar)) === true) worked += 1
        expect(worked).toBe(days)
        expect(isWorked(dayKind(day, calendar))).toBe(true)
      }),
    )
  })
})

describe('a pause', () => {
  it('of any length gives back exactly its days', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 40 }), (from, before, length) => {
        const at = (days: number) => instantAt(addDays(from, days), 600)
        const paused = suspendedPeriod({
          start: at(0),
          days: 7,
          calendar,
          pauses: [{ from: at(before), until: at(before + length) }],
        })
        expect(paused.state === 'running' && paused.end.unrolledDay).toBe(addDays(from, 7 + length))
        const open = suspendedPeriod({ start: at(0), days: 7, calendar, pauses: [{ from: at(before) }] })
        expect(open.state === 'paused' && open.daysLeft).toBe(7 - before)
      }),
    )
  })
})

describe('the same day', () => {
  it('is never before the start, always at a closing time, and today only before the cut-off', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 1439 }), (day, minute) => {
        const at = instantAt(day, minute)
        const target = sameDayTarget(at, SAMPLE_OFFICE, calendar)
        expect(target.dueAt).toBeGreaterThan(at)
        expect(isWorked(dayKind(target.day, calendar))).toBe(true)
        expect(target.dueAt).toBe(instantAt(target.day, 18 * 60))
        expect(target.day === day).toBe(target.reason === 'sameDay')
        expect(target.from).toBe(Math.max(at, instantAt(target.day, 8 * 60 + 30)))
        if (isOpen(at, SAMPLE_OFFICE, calendar)) expect(target.reason).toBe('sameDay')
      }),
    )
  })

  it('follows an earlier cut-off, a summer season and single exceptions', () => {
    const monday = localDate('2026-07-20')
    const summer = [
      { open: 510, close: 720 },
      { open: 870, close: 1110 },
    ]
    const office = {
      ...SAMPLE_OFFICE,
      cutOffMinutes: 16 * 60,
      seasons: [{ from: '07-01', to: '09-30', hours: summer }],
      exceptions: [{ date: localDate('2026-07-21'), hours: [], reason: '停电' }],
    }
    expect(hoursOn(monday, office, calendar).hours).toEqual(summer)
    expect(isOpen(instantAt(monday, 14 * 60), office, calendar)).toBe(false)
    expect(sameDayTarget(instantAt(monday, 15 * 60), office, calendar).dueAt).toBe(instantAt(monday, 1110))
    const late = sameDayTarget(instantAt(monday, 16 * 60), office, calendar)
    expect([late.day, late.reason]).toEqual(['2026-07-22', 'afterCutOff'])
  })

  it('refuses settings that never open', () => {
    const shut = { ...SAMPLE_OFFICE, weekly: [[], [], [], [], [], [], []] as const, makeUpDay: [] }
    expect(() => sameDayTarget(instantAt(localDate('2026-11-23'), 0), shut, calendar)).toThrow('no open day')
  })
})
