/**
 * The service promise "the same day" (rule book 2.4, 设计). It is not the legal limit: that one runs from the moment of
 * receipt, at night and on holidays too, and only its passing is red.
 */
import { addDays, instant, instantAt, localDateOf, minutesOfDay } from './dates.ts'
import type { Instant, LocalDate } from './dates.ts'
import { closingMinute, hoursOn } from './office-hours.ts'
import type { OfficeSettings } from './office-hours.ts'
import type { WorkCalendar } from './working-days.ts'

export type SameDayReason = 'sameDay' | 'afterCutOff' | 'closedDay'

export interface SameDayTarget {
  day: LocalDate
  /** When the office can begin: at once, or when it opens that day. */
  from: Instant
  /** Closing time of that day. */
  dueAt: Instant
  reason: SameDayReason
  /** False when a year without holiday notice was touched. */
  certain: boolean
}

/** A year of closed days means the settings are broken, not that the office is resting. */
const SEARCH_DAYS = 366

/**
 * When the step begun at `startedAt` is due today, or on the next day the office opens.
 * After a pause (corrections, checking elsewhere) call it again with the moment of going on: a fresh day.
 */
export function sameDayTarget(startedAt: Instant, office: OfficeSettings, calendar: WorkCalendar): SameDayTarget {
  const today = localDateOf(startedAt)
  const now = minutesOfDay(startedAt)
  const opening = hoursOn(today, office, calendar)
  const closing = closingMinute(opening.hours)
  if (closing !== undefined && now < Math.min(closing, office.cutOffMinutes)) {
    const from = instant(Math.max(startedAt, instantAt(today, opening.hours[0]?.open ?? 0)))
    return { day: today, from, dueAt: instantAt(today, closing), reason: 'sameDay', certain: opening.certain }
  }
  return nextOpenDay(today, closing === undefined ? 'closedDay' : 'afterCutOff', opening.certain, office, calendar)
}

function nextOpenDay(
  after: LocalDate,
  reason: SameDayReason,
  certainSoFar: boolean,
  office: OfficeSettings,
  calendar: WorkCalendar,
): SameDayTarget {
  let certain = certainSoFar
  for (let step = 1; step <= SEARCH_DAYS; step += 1) {
    const day = addDays(after, step)
    const opening = hoursOn(day, office, calendar)
    certain &&= opening.certain
    const closing = closingMinute(opening.hours)
    if (closing !== undefined)
      return { day, from: instantAt(day, opening.hours[0]?.open ?? 0), dueAt: instantAt(day, closing), reason, certain }
  }
  throw new Error(`office hours leave no open day in the ${SEARCH_DAYS} days after ${after}`)
}
