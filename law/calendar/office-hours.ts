/** When the centre is open. Settings of the district; the sample hours are ours, not law. */
import { localDateOf, minutesOfDay, partsOf, weekday } from './dates.ts'
import type { Instant, LocalDate } from './dates.ts'
import { dayKind } from './working-days.ts'
import type { WorkCalendar } from './working-days.ts'

/** Minutes after local midnight; `close` is the first minute that is closed. The lunch break is the gap between two spans. */
export interface OpenSpan {
  open: number
  close: number
}
export type DayHours = readonly OpenSpan[]

export interface OfficeSettings {
  /** Monday to Sunday. */
  weekly: readonly [DayHours, DayHours, DayHours, DayHours, DayHours, DayHours, DayHours]
  /** Hours on a weekend day that is worked in exchange for a holiday. */
  makeUpDay: DayHours
  /** What arrives at or after this minute of the day belongs to the next working day's promise. */
  cutOffMinutes: number
  /** Other hours for part of the year, first match wins; days as 'MM-DD', both ends included. */
  seasons?: readonly { from: string; to: string; hours: DayHours }[]
  /** Single days that differ: stock-taking, a power cut, an extra Saturday. Empty hours mean closed. */
  exceptions: readonly { date: LocalDate; hours: DayHours; reason: string }[]
  /** The ordinary week holds on public holidays and on days worked for them too: a terminal that never closes. */
  openOnHolidays?: boolean
}

const time = (hour: number, minute = 0): number => hour * 60 + minute
const WORKDAY_HOURS: DayHours = [
  { open: time(8, 30), close: time(12) },
  { open: time(14), close: time(18) },
]

/** Sample hours; a district sets its own. */
export const SAMPLE_OFFICE: OfficeSettings = {
  weekly: [WORKDAY_HOURS, WORKDAY_HOURS, WORKDAY_HOURS, WORKDAY_HOURS, WORKDAY_HOURS, [], []],
  makeUpDay: WORKDAY_HOURS,
  cutOffMinutes: time(18),
  exceptions: [],
}

/** The spans of a day; a year without holiday notice follows the ordinary week and says so with `certain: false`. */
export function hoursOn(
  date: LocalDate,
  office: OfficeSettings,
  calendar: WorkCalendar,
): { hours: DayHours; certain: boolean } {
  const exception = office.exceptions.find((one) => one.date === date)
  if (exception) return { hours: exception.hours, certain: true }
  const ordinary = () => seasonal(date, office.weekly[weekday(date) - 1] ?? [], office)
  // No notice of holidays can change it, not even one that is still to come.
  if (office.openOnHolidays === true) return { hours: ordinary(), certain: true }
  const kind = dayKind(date, calendar)
  switch (kind) {
    case 'holiday':
      return { hours: [], certain: true }
    case 'makeUp':
      return { hours: seasonal(date, office.makeUpDay, office), certain: true }
    case 'workday':
    case 'rest':
    case 'unknown':
      return { hours: ordinary(), certain: kind !== 'unknown' }
    default:
      return kind satisfies never
  }
}

function seasonal(date: LocalDate, ordinary: DayHours, office: OfficeSettings): DayHours {
  if (ordinary.length === 0) return ordinary
  const { month, day } = partsOf(date)
  const monthDay = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const inside = (from: string, to: string): boolean =>
    from <= to ? from <= monthDay && monthDay <= to : monthDay >= from || monthDay <= to
  return office.seasons?.find((season) => inside(season.from, season.to))?.hours ?? ordinary
}

/** The minute the last span of a day ends; undefined on a closed day. */
export const closingMinute = (hours: DayHours): number | undefined =>
  hours.length === 0 ? undefined : Math.max(...hours.map((span) => span.close))

export function isOpen(at: Instant, office: OfficeSettings, calendar: WorkCalendar): boolean {
  const minute = minutesOfDay(at)
  return hoursOn(localDateOf(at), office, calendar).hours.some((span) => span.open <= minute && minute < span.close)
}
