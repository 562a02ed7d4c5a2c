/** One week from Monday to Sunday in half-hours, as it really is: with its holidays, make-up days and exceptions. */
import { addDays, weekday } from '@fatong/law/calendar/dates.ts'
import type { LocalDate } from '@fatong/law/calendar/dates.ts'
import { hoursOn } from '@fatong/law/calendar/office-hours.ts'
import type { DayHours, OfficeSettings, OpenSpan } from '@fatong/law/calendar/office-hours.ts'
import type { WorkCalendar } from '@fatong/law/calendar/working-days.ts'

export const HALF_HOURS = 336
/** 32-bit words that hold one bit for each half-hour. */
export const WEEK_WORDS = Math.ceil(HALF_HOURS / 32)
export const DAY_MINUTES = 1_440
export const WEEK_MINUTES = 7 * DAY_MINUTES

/** Minutes since the Monday's midnight; ordered, apart from one another. One more day is seen, because who leaves late arrives then. */
export type WeekSpans = readonly OpenSpan[]

export const mondayOf = (day: LocalDate): LocalDate => addDays(day, 1 - weekday(day))

/** `certain` is false when the week touches a year whose holidays nobody has published. */
export function openInWeek(
  office: OfficeSettings,
  monday: LocalDate,
  calendar: WorkCalendar,
): { spans: WeekSpans; certain: boolean } {
  const days = Array.from({ length: 8 }, (_, day) => hoursOn(addDays(monday, day), office, calendar))
  return {
    spans: joined(days.flatMap(({ hours }, day) => shifted(hours, day * DAY_MINUTES))),
    certain: days.every(({ certain }) => certain),
  }
}

const shifted = (hours: DayHours, by: number): OpenSpan[] =>
  hours.map(({ open, close }) => ({ open: open + by, close: close + by }))

/** In order, and those that touch or overlap as one: a place open day and night has no gap at midnight. */
export function joined(spans: readonly OpenSpan[]): WeekSpans {
  const merged: OpenSpan[] = []
  for (const { open, close } of [...spans].sort((a, b) => a.open - b.open)) {
    const last = merged.at(-1)
    if (last !== undefined && open <= last.close) last.close = Math.max(last.close, close)
    else if (open < close) merged.push({ open, close })
  }
  return merged
}

/** What lies in both. */
export function common(a: WeekSpans, b: WeekSpans): WeekSpans {
  return a.flatMap((one) =>
    b.flatMap((other) => {
      const [open, close] = [Math.max(one.open, other.open), Math.min(one.close, other.close)]
      return open < close ? [{ open, close }] : []
    }),
  )
}

/** Hours a person could have meant: inside the day, each ending after it begins, none overlapping the next. */
export const soundHours = (hours: DayHours): boolean =>
  hours.every(
    ({ open, close }, at) =>
      open >= 0 && open < close && close <= DAY_MINUTES && (at === 0 || hours[at - 1]!.close <= open),
  )

export const soundOffice = ({ weekly, makeUpDay, exceptions, seasons = [] }: OfficeSettings): boolean =>
  weekly.length === 7 &&
  [...weekly, makeUpDay, ...exceptions.map(({ hours }) => hours), ...seasons.map(({ hours }) => hours)].every(
    soundHours,
  )
