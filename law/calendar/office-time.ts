/**
 * How long somebody at work has (设计): hours in which the office is open, and days on which it opens. For promises between
 * offices; a limit of law counts by `periods.ts`, hours of the clock and days of the calendar.
 */
import { addDays, instantAt, localDateOf, minutesOfDay } from './dates.ts'
import type { Instant } from './dates.ts'
import { closingMinute, hoursOn } from './office-hours.ts'
import type { OfficeSettings } from './office-hours.ts'
import type { WorkCalendar } from './working-days.ts'

/** 上班小时, 工作日 */
export interface OfficeSpan {
  unit: 'hour' | 'day'
  amount: number
}

export interface OfficeEnd {
  at: Instant
  /** False when a year without holiday notice was touched. */
  certain: boolean
}

/** A year of closed days means the settings are broken, not that the office is resting. */
const SEARCH_DAYS = 366

/**
 * When so many open hours have passed, or the closing time of so many open days after the day of the start, which itself is
 * not counted. Throws when a year goes by without an open day.
 */
export function officeEnd(
  start: Instant,
  { unit, amount }: OfficeSpan,
  office: OfficeSettings,
  calendar: WorkCalendar,
): OfficeEnd {
  let certain = true
  let left = unit === 'hour' ? amount * 60 : amount
  const first = localDateOf(start)
  for (let day = first, closed = 0; closed < SEARCH_DAYS; day = addDays(day, 1)) {
    const opening = hoursOn(day, office, calendar)
    certain &&= opening.certain
    const closing = closingMinute(opening.hours)
    closed = closing === undefined ? closed + 1 : 0
    if (closing === undefined) continue
    if (unit === 'day') {
      if (day !== first) left -= 1
      if (left === 0) return { at: instantAt(day, closing), certain }
      continue
    }
    const from = day === first ? minutesOfDay(start) : 0
    for (const span of [...opening.hours].sort((a, b) => a.open - b.open)) {
      const open = Math.max(span.open, from)
      if (open >= span.close) continue
      if (left <= span.close - open) return { at: instantAt(day, open + left), certain }
      left -= span.close - open
    }
  }
  throw new Error(`office hours leave no open day in the ${SEARCH_DAYS} days after ${first}`)
}
