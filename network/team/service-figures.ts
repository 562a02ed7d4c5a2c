/**
 * A month of the service log, person by person, and what is missing (rule book 8.3: a 村居法律顾问 is in the villages at least four hours
 * a month and lectures at least once a quarter, 待核 for Gansu, so that the district sets it. 8.4 sets no figure for a 法律明白人: only a month without an entry is shown).
 */
import type { LocalDate } from '@fatong/law/calendar/dates.ts'
import type { ServiceWork } from './vocabulary.ts'

export interface ServiceEntry {
  memberId: string
  day: LocalDate
  minutes: number
  work: ServiceWork
  people: number
  placeId: string
}
export interface Served {
  memberId: string
  adviser: boolean /** villages the roster sends the person to */
  villages: number
}
/** What is expected of a 村居法律顾问. */
export interface AdviserDuty {
  hoursPerMonth: number
  lecturesPerQuarter: number /** at most */
  villages: number
}
export interface ServiceFigures {
  memberId: string
  times: number
  minutes: number
  people: number
  lectures: number
  /** in the quarter up to the end of this month */
  quarterLectures: number
  gaps: ServiceGap[]
}
export type ServiceGap =
  | { code: 'hours'; missing: number }
  | { code: 'lecture'; missing: number }
  | { code: 'silent' }
  | { code: 'villages'; over: number }

/** `month` as 2026-11; `entries` hold at least the quarter up to its end. Gaps are told once the month, for lectures the quarter, is over, or when asked early. */
export function serviceFigures(
  month: string,
  entries: readonly ServiceEntry[],
  team: readonly Served[],
  over: { month: boolean; quarter: boolean },
  duty: AdviserDuty,
): ServiceFigures[] {
  const first = quarterOf(month)
  return team.map(({ memberId, adviser, villages }) => {
    const own = entries.filter(
      (one) => one.memberId === memberId && one.day.slice(0, 7) >= first && one.day.slice(0, 7) <= month,
    )
    const now = own.filter(({ day }) => day.startsWith(month))
    const lectures = (of: readonly ServiceEntry[]) => of.filter(({ work }) => work === 'lecture').length
    const minutes = now.reduce((sum, one) => sum + one.minutes, 0)
    const gaps: ServiceGap[] = []
    if (over.month && adviser && minutes < duty.hoursPerMonth * 60)
      gaps.push({ code: 'hours', missing: duty.hoursPerMonth * 60 - minutes })
    if (over.quarter && adviser && lectures(own) < duty.lecturesPerQuarter)
      gaps.push({ code: 'lecture', missing: duty.lecturesPerQuarter - lectures(own) })
    if (over.month && !adviser && now.length === 0) gaps.push({ code: 'silent' })
    if (adviser && villages > duty.villages) gaps.push({ code: 'villages', over: villages - duty.villages })
    return {
      memberId,
      times: now.length,
      minutes,
      people: now.reduce((sum, one) => sum + one.people, 0),
      lectures: lectures(now),
      quarterLectures: lectures(own),
      gaps,
    }
  })
}

/** The first month of the quarter a month lies in. */
export function quarterOf(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return `${String(year).padStart(4, '0')}-${String(number - ((number - 1) % 3)).padStart(2, '0')}`
}
export const lastOfQuarter = (month: string): boolean => Number(month.slice(5)) % 3 === 0
