/**
 * For which time 双倍工资 is owed. Here the day work began counts as the first one, so that somebody hired on 2025-03-01 is owed
 * it from 2025-04-01 to 2026-02-28, eleven months exactly. That is another way of counting than the periods of procedure
 * (DL-1, DL-4), so it shares nothing with their engine (rule book 5.5).
 */
import { addDays, addMonths, earlier, weekday } from '../../calendar/dates.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { dayKind, isWorked } from '../../calendar/working-days.ts'
import type { WorkCalendar } from '../../calendar/working-days.ts'

export interface Stretch {
  from: LocalDate
  to: LocalDate
}

/** 用工满一个月的次日 to 满一年的前一日 (劳动合同法实施条例 6, 7), whatever happened in between. */
export const doublePayWindow = (hiredOn: LocalDate): Stretch => ({
  from: addMonths(hiredOn, 1),
  to: addDays(addMonths(hiredOn, 12), -1),
})

export interface WithoutContract {
  hiredOn: LocalDate
  /** 补签的那天. */
  signedOn?: LocalDate
  /** Last day of work. */
  leftOn?: LocalDate
  /** The day on which it is worked out: nothing is owed for days to come. */
  asOf: LocalDate
}

/** The part of the window that is owed, month by month from the day it begins; the last one may be shorter. Empty when nothing is. */
export function stretchesOwed({ hiredOn, signedOn, leftOn, asOf }: WithoutContract): {
  full: readonly Stretch[]
  rest?: Stretch
} {
  const window = doublePayWindow(hiredOn)
  const ends = [
    window.to,
    asOf,
    ...(signedOn === undefined ? [] : [addDays(signedOn, -1)]),
    ...(leftOn === undefined ? [] : [leftOn]),
  ]
  const to = ends.reduce(earlier)
  const full: Stretch[] = []
  for (let month = 1; month < 12; month += 1) {
    const from = addMonths(hiredOn, month)
    const last = addDays(addMonths(hiredOn, month + 1), -1)
    if (last > to) return from <= to ? { full, rest: { from, to } } : { full }
    full.push({ from, to: last })
  }
  return { full }
}

/** Days of work in a stretch; in a year without a holiday table every Monday to Friday counts, and `certain` is false. */
export function workdaysIn({ from, to }: Stretch, calendar: WorkCalendar): { days: number; certain: boolean } {
  let days = 0
  let certain = true
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const worked = isWorked(dayKind(day, calendar))
    if (worked === 'unknown') certain = false
    if (worked === 'unknown' ? weekday(day) < 6 : worked) days += 1
  }
  return { days, certain }
}
