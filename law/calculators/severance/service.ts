/** Length of service for 经济补偿: the day somebody began counts as the first one (rule book DL-4, 5.4), unlike periods of procedure. */
import { addDays, addMonths, later, localDate } from '../../calendar/dates.ts'
import type { LocalDate } from '../../calendar/dates.ts'

/** 劳动合同法 97: N counts from the day that law came into force; 赔偿金 (两倍) counts from the first day of work (条例 25). */
export const ACT_IN_FORCE = localDate('2008-01-01')

export const countedFrom = (hiredOn: LocalDate, pays: 'single' | 'double'): LocalDate =>
  pays === 'double' ? hiredOn : later(hiredOn, ACT_IN_FORCE)

export interface Service {
  years: number
  /** Whole months beyond the years. */
  months: number
  /** Days beyond the months. */
  days: boolean
}

/** From the first day to the last one, both counted; nothing at all when the last lies before the first. */
export function serviceOf(from: LocalDate, lastDay: LocalDate): Service {
  const past = addDays(lastDay, 1)
  if (past <= from) return { years: 0, months: 0, days: false }
  let whole = 0
  while (addMonths(from, whole + 1) <= past) whole += 1
  return { years: Math.floor(whole / 12), months: whole % 12, days: addMonths(from, whole) < past }
}

/** Half months of pay: two for each full year, two for a rest of six months or more, one for a shorter rest (劳动合同法 47). */
export function halfMonthsOf({ years, months, days }: Service): number {
  const rest = months >= 6 ? 2 : months > 0 || days ? 1 : 0
  return years * 2 + rest
}
