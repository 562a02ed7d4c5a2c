import { addDays, instantAt, localDateOf, type Instant, type LocalDate } from '@fatong/law/calendar/dates.ts'
import { hoursOn, type OfficeSettings } from '@fatong/law/calendar/office-hours.ts'
import type { WorkCalendar } from '@fatong/law/calendar/working-days.ts'

/** When something is done: so many days after the application, at this minute of the day. */
export interface When {
  day: number
  minute: number
}

const MINUTE = 60_000

/**
 * Moments for the steps of a case that began `daysAgo`: on days the office works, in order, and all of them before now. Steps
 * that would lie ahead move to the minutes just passed.
 */
export function timetable(
  steps: readonly When[],
  daysAgo: number,
  now: Instant,
  law: { office: OfficeSettings; calendar: WorkCalendar },
): Instant[] {
  const begun = workday(addDays(localDateOf(now), -daysAgo), -1, law)
  const moments = steps.map(
    ({ day, minute }) => instantAt(day === 0 ? begun : workday(addDays(begun, day), 1, law), minute) as number,
  )
  for (let i = moments.length - 1, latest = now - MINUTE; i >= 0; i -= 1, latest = (moments[i + 1] ?? now) - MINUTE)
    moments[i] = Math.min(moments[i] ?? now, latest)
  return moments as Instant[]
}

function workday(
  from: LocalDate,
  step: 1 | -1,
  { office, calendar }: { office: OfficeSettings; calendar: WorkCalendar },
): LocalDate {
  let day = from
  for (let tried = 0; hoursOn(day, office, calendar).hours.length === 0 && tried < 30; tried += 1)
    day = addDays(day, step)
  return day
}
