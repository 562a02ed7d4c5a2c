/** Days and times as people read and write them. */
import { addMinutes, daysInMonth, instantAt, localDateOf, minutesOfDay, parseDate, partsOf, weekday } from './dates.ts'
import type { Instant, LocalDate } from './dates.ts'

const WEEKDAYS = { 1: '周一', 2: '周二', 3: '周三', 4: '周四', 5: '周五', 6: '周六', 7: '周日' } as const
const two = (value: number): string => String(value).padStart(2, '0')

/** 周一 */
export const formatWeekday = (date: LocalDate): string => WEEKDAYS[weekday(date)]

/** 11月30日（周一）; with the year when the reader's year is another one. */
export function formatDate(date: LocalDate, readerYear?: number): string {
  const { year, month, day } = partsOf(date)
  const prefix = readerYear === undefined || readerYear === year ? '' : `${year}年`
  return `${prefix}${month}月${day}日（${formatWeekday(date)}）`
}

/** 2026年11月30日 */
export function formatFullDate(date: LocalDate): string {
  const { year, month, day } = partsOf(date)
  return `${year}年${month}月${day}日`
}

/** 18:00; 24:00 for the end of a day. */
export const formatMinutes = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

/** 11月30日（周一）18:00 */
export const formatInstant = (at: Instant, readerYear?: number): string =>
  `${formatDate(localDateOf(at), readerYear)}${formatMinutes(minutesOfDay(at))}`

/** ISO 8601 with the district's offset and milliseconds: 2026-11-30T18:00:00.000+08:00. */
export function isoOf(at: Instant): string {
  const date = localDateOf(at)
  const minutes = minutesOfDay(at)
  const rest = at - instantAt(date, minutes)
  const seconds = Math.floor(rest / 1000)
  return `${date}T${formatMinutes(minutes)}:${two(seconds)}.${String(rest - seconds * 1000).padStart(3, '0')}+08:00`
}

/** Reads what `isoOf` writes, or any ISO instant with Z or a whole-minute offset; undefined otherwise. */
export function parseInstant(text: string): Instant | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?(Z|[+-]\d{2}:\d{2})$/.exec(text)
  const date = match?.[1] === undefined ? undefined : parseDate(match[1])
  if (!match || date === undefined) return undefined
  const [hour, minute, second] = [Number(match[2]), Number(match[3]), Number(match[4] ?? 0)]
  if (hour > 23 || minute > 59 || second > 59) return undefined
  const zone = match[6] ?? 'Z'
  const offset =
    zone === 'Z' ? 0 : (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)))
  const shifted = addMinutes(instantAt(date, hour * 60 + minute), 8 * 60 - offset)
  return (shifted + second * 1000 + Number((match[5] ?? '0').padEnd(3, '0'))) as Instant
}

/** Reads 2026-11-30, 2026/11/30, 2026.11.30 or 2026年11月30日; undefined when it is not a real day. */
export function parseWrittenDate(text: string): LocalDate | undefined {
  const match = /^\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?\s*$/.exec(text)
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return parseDate(`${match[1]}-${two(month)}-${two(day)}`)
}
