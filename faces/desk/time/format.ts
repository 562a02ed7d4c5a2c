import { addDays, instant, localDateOf, minutesOfDay, parseDate, partsOf, weekday } from '@fatong/contract/calendar.ts'
import { formatDate, formatMinutes } from '@fatong/contract/calendar.ts'

const yearNow = (): number => partsOf(localDateOf(instant(Date.now()))).year

/** Today in the district, YYYY-MM-DD. */
export const today = (): string => localDateOf(instant(Date.now()))

/** 18:00 */
export const timeOf = (ms: number): string => formatMinutes(minutesOfDay(instant(ms)))

/** 11月30日（周一）; a day that cannot be read is shown as it came. */
export function dayText(day: string): string {
  const date = parseDate(day)
  return date === undefined ? day : formatDate(date, yearNow())
}

/** 11月30日（周一）18:00, or only 18:00 when it is today. */
export function momentText(ms: number): string {
  const day = localDateOf(instant(ms))
  return day === today() ? `今天 ${timeOf(ms)}` : `${formatDate(day, yearNow())}${timeOf(ms)}`
}

/** 35 分钟, 2 小时 5 分, 3 天: how long, without a sign. */
export function lengthText(ms: number): string {
  const minutes = Math.max(0, Math.round(Math.abs(ms) / 60_000))
  if (minutes < 60) return `${minutes} 分钟`
  if (minutes < 48 * 60)
    return minutes % 60 === 0 ? `${minutes / 60} 小时` : `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分`
  return `${Math.round(minutes / 1_440)} 天`
}

/** 12,345.60 元 from fen. */
export const yuanText = (fen: number): string =>
  `${(fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} 元`

/** The district's day of a moment, YYYY-MM-DD. */
export const dayOf = (ms: number): string => localDateOf(instant(ms))

/** A day so many days later, both YYYY-MM-DD. */
export function daysAfter(day: string, days: number): string {
  const date = parseDate(day)
  return date === undefined ? day : addDays(date, days)
}

/** 1 for Monday to 7 for Sunday; Monday where the day cannot be read. */
export function weekdayOf(day: string): number {
  const date = parseDate(day)
  return date === undefined ? 1 : weekday(date)
}
