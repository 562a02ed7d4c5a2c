import { parseDate } from '@fatong/law/calendar/dates.ts'
import type { OfficeSettings } from '@fatong/law/calendar/office-hours.ts'
import { soundHours } from '../coverage/week.ts'
import { readSpans, writeSpans } from './hours-text.ts'

export type Exceptions = OfficeSettings['exceptions']

/** What the page of a place takes too. */
const LONGEST_REASON = 60
const MOST = 100

/**
 * `2026-10-12 不开（停电）；2026-10-13 09:00-12:00（培训）` as single days; undefined when it cannot be read, a day that is none or
 * that stands twice included. A reason may hold brackets and semicolons: a day ends with a bracket and the next begins with its date.
 */
export function readExceptions(text: string): Exceptions | undefined {
  const read = text
    .trim()
    .split(/(?<=[)）])\s*[;；]\s*(?=\d{4}\s*[-/.年])/)
    .map(oneDay)
  const days = read.flatMap((one) => one ?? [])
  const sound = days.length === read.length && days.length <= MOST
  return sound && new Set(days.map(({ date }) => date)).size === days.length ? days : undefined
}
function oneDay(text: string): Exceptions[number] | undefined {
  const found =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?\s*[:：]?\s*([^（(]+?)\s*[（(](.+)[)）]$/s.exec(text)
  if (!found) return undefined
  const [year = '', month = '', day = '', times = '', why = ''] = found.slice(1)
  const date = parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  const hours = /^(不开|不开门|关门|休息)$/.test(times) ? [] : readSpans(times)
  const reason = why.trim()
  return date && hours && soundHours(hours) && reason !== '' && reason.length <= LONGEST_REASON
    ? { date, hours, reason }
    : undefined
}

/** What `readExceptions` reads. */
export const writeExceptions = (days: Exceptions): string =>
  days
    .map(({ date, hours, reason }) => `${date} ${hours.length === 0 ? '不开' : writeSpans(hours)}（${reason}）`)
    .join('；')
