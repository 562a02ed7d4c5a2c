/** Days as people name them: 2019年3月, 去年, 三年前, 上个月, each with the place of its words. Only the past. */
import { addDays, addMonths, daysInMonth, partsOf, type LocalDate, parseDate } from '@fatong/law/calendar/dates.ts'
import { numberOf } from '../../triage/numerals.ts'

/** A day that was found, and where its words stand. */
export interface NamedDay {
  day: LocalDate
  from: number
  to: number
}

/** In the order in which they stand; a year or month alone stands for its last day. */
export const daysNamedIn = (text: string, today: LocalDate): NamedDay[] =>
  [...written(text), ...relative(text, today)].sort((a, b) => a.from - b.from)

const two = (value: number): string => String(value).padStart(2, '0')
const day = (year: number, month: number, date: number): LocalDate | undefined =>
  parseDate(`${year}-${two(month)}-${two(date)}`)

const WRITTEN = /((?:19|20)\d\d)\s*[年./-]\s*(?:(\d{1,2})\s*[月./-]?\s*(?:(\d{1,2})\s*[日号]?)?)?(?!\d)(?=(.{0,6}))/gu
/** Years of birth, of a law or of a document are no day of the facts. */
const OTHER_YEAR = /^(?:出生|生人|生的|生$|修订|修正|版|第|号|的?(?:法|条例|规定))/u

function written(text: string): NamedDay[] {
  return [...text.matchAll(WRITTEN)].flatMap((match) => {
    if (OTHER_YEAR.test(match[4] ?? '')) return []
    const year = Number(match[1])
    const month = match[2] === undefined ? 12 : Number(match[2])
    if (month < 1 || month > 12) return []
    const found = day(year, month, match[3] === undefined ? daysInMonth(year, month) : Number(match[3]))
    return found === undefined ? [] : [{ day: found, from: match.index, to: match.index + match[0].length }]
  })
}

const AGO = /([一二两三四五六七八九十\d]{1,3})(?:个多?)?(年|月|天|周|星期)(?:多)?(?:以)?前/gu

function relative(text: string, today: LocalDate): NamedDay[] {
  const { year } = partsOf(today)
  const found: NamedDay[] = []
  const each = (pattern: RegExp, meant: (match: RegExpExecArray) => LocalDate | undefined) => {
    for (const match of text.matchAll(pattern)) {
      const said = meant(match)
      if (said !== undefined) found.push({ day: said, from: match.index, to: match.index + match[0].length })
    }
  }
  each(/大前年/gu, () => day(year - 3, 12, 31))
  each(/(?<!大)前年/gu, () => day(year - 2, 12, 31))
  each(/去年/gu, () => day(year - 1, 12, 31))
  each(/上个?月/gu, () => addMonths(today, -1))
  each(/昨[天晚日]/gu, () => addDays(today, -1))
  each(/前天/gu, () => addDays(today, -2))
  each(AGO, ([, count, unit]) => {
    const many = numberOf(count ?? '')
    if (many === undefined || many > 100) return undefined
    if (unit === '年') return addMonths(today, -12 * many)
    if (unit === '月') return addMonths(today, -many)
    return addDays(today, -many * (unit === '天' ? 1 : 7))
  })
  return found
}
