import { localDateOf, minutesOfDay, type Instant } from '@fatong/law/calendar/dates.ts'
import { hoursOn, type OfficeSettings } from '@fatong/law/calendar/office-hours.ts'
import type { WorkCalendar } from '@fatong/law/calendar/working-days.ts'
import { common } from '@fatong/network/coverage/week.ts'
import { hoursOfVisit } from '@fatong/network/presence/presence.ts'
import type { DayShift } from './shifts.ts'

type Held = Pick<DayShift, 'day' | 'memberId'> & {
  line: Pick<DayShift['line'], 'placeId' | 'kind' | 'fromMinute' | 'toMinute'>
}

/**
 * Hours for which people were on duty, by place, up to a moment; two at once count twice. Duty counts while its place is open:
 * not on a holiday, nor on a single day on which it was closed. A visit needs no open office, but is not held on a holiday.
 * `officeOf`: by id of place.
 */
export function dutyHours(
  shifts: readonly Held[],
  officeOf: ReadonlyMap<string, OfficeSettings>,
  calendar: WorkCalendar,
  until: Instant,
): Map<string, number> {
  const [today, now] = [localDateOf(until), minutesOfDay(until)]
  const hours = new Map<string, number>()
  for (const { line, day, memberId } of shifts) {
    const office = officeOf.get(line.placeId)
    if (memberId === undefined || office === undefined || day > today) continue
    const span = { open: line.fromMinute, close: day === today ? Math.min(line.toMinute, now) : line.toMinute }
    if (span.open >= span.close) continue
    const there =
      line.kind === 'visit' ? hoursOfVisit(span, day, calendar) : common(hoursOn(day, office, calendar).hours, [span])
    hours.set(
      line.placeId,
      (hours.get(line.placeId) ?? 0) + there.reduce((sum, { open, close }) => sum + close - open, 0) / 60,
    )
  }
  return hours
}
