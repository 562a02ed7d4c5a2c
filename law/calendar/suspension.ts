/**
 * A legal period that stood still for a while: the time a person needs for corrections, or another agency for
 * checking, does not count against the review (rule book AC-4; the article of the 2023 rules is not yet checked).
 */
import { addDays, daysBetween, instantAt, localDateOf } from './dates.ts'
import type { Instant, LocalDate } from './dates.ts'
import type { PeriodEnd } from './periods.ts'
import { rollForward } from './working-days.ts'
import type { WorkCalendar } from './working-days.ts'

/** `until` is absent while the clock still stands. */
export interface Pause {
  from: Instant
  until?: Instant
}

export type SuspendedPeriod =
  | { state: 'running'; end: PeriodEnd }
  | { state: 'paused'; since: Instant; daysLeft: number }

/**
 * Counts calendar days of a legal aid period with pauses that do not overlap, in order.
 * A day touched by running time counts as run; only whole days between stopping and going on again are given back.
 */
export function suspendedPeriod(query: {
  start: Instant
  days: number
  pauses: readonly Pause[]
  calendar: WorkCalendar
}): SuspendedPeriod {
  const start = localDateOf(query.start)
  let given = 0
  for (const pause of query.pauses) {
    const from = localDateOf(pause.from)
    if (pause.until === undefined) {
      return { state: 'paused', since: pause.from, daysLeft: query.days - (daysBetween(start, from) - given) }
    }
    given += daysBetween(from, localDateOf(pause.until))
  }
  return { state: 'running', end: rolledEnd(addDays(start, query.days + given), query.calendar) }
}

function rolledEnd(unrolledDay: LocalDate, calendar: WorkCalendar): PeriodEnd {
  const { day, certain } = rollForward(unrolledDay, calendar)
  return { lastDay: day, unrolledDay, endsAt: instantAt(addDays(day, 1), 0), certain }
}
