/** Which days are worked. Known only for years whose State Council notice is in a table; every other day is 'unknown'. */
import { addDays, partsOf, weekday } from './dates.ts'
import type { LocalDate } from './dates.ts'

/** One year's notice: days off (all of them, weekends inside the break included) and weekend days that are worked. */
export interface HolidayTable {
  year: number
  /** The notice's number, and how sure we are of it: read by staff beside every date worked out from it. */
  source: string
  level: '法' | '网' | '待核'
  holidays: readonly LocalDate[]
  makeUpWorkdays: readonly LocalDate[]
}
export type WorkCalendar = readonly HolidayTable[]

/** 工作日, 周末, 放假, 调休上班, 没有当年的放假通知 */
export type DayKind = 'workday' | 'rest' | 'holiday' | 'makeUp' | 'unknown'

/** When two tables name the same year the later one in the list wins, so that an import can correct a shipped table. */
export const tableOf = (year: number, calendar: WorkCalendar): HolidayTable | undefined =>
  // not findLast: the calculators run in the browsers of old phones too
  [...calendar].reverse().find((table) => table.year === year)

export function dayKind(date: LocalDate, calendar: WorkCalendar): DayKind {
  const table = tableOf(partsOf(date).year, calendar)
  if (table === undefined) return 'unknown'
  if (table.holidays.includes(date)) return 'holiday'
  if (table.makeUpWorkdays.includes(date)) return 'makeUp'
  return weekday(date) >= 6 ? 'rest' : 'workday'
}

export function isWorked(kind: DayKind): boolean | 'unknown' {
  switch (kind) {
    case 'workday':
    case 'makeUp':
      return true
    case 'rest':
    case 'holiday':
      return false
    case 'unknown':
      return 'unknown'
    default:
      return kind satisfies never
  }
}

/** A day, and whether every day passed over to reach it was in a known table. */
export interface FoundDay {
  day: LocalDate
  certain: boolean
}

/**
 * The day itself if worked, else the first worked day after it. Reaching a day of an unknown year stops there:
 * the earliest possible answer, marked uncertain, is the safe one for a duty that must not run late.
 */
export function rollForward(date: LocalDate, calendar: WorkCalendar): FoundDay {
  for (let day = date; ; day = addDays(day, 1)) {
    const worked = isWorked(dayKind(day, calendar))
    if (worked === 'unknown') return { day, certain: false }
    if (worked) return { day, certain: true }
  }
}

/** The last of so many worked days after a day that is itself not counted. Unknown days count as worked (earliest answer). */
export function addWorkdays(start: LocalDate, amount: number, calendar: WorkCalendar): FoundDay {
  let day = start
  let certain = true
  for (let left = amount; left > 0; ) {
    day = addDays(day, 1)
    const worked = isWorked(dayKind(day, calendar))
    if (worked === 'unknown') certain = false
    if (worked !== false) left -= 1
  }
  return { day, certain }
}
