/** When it happened, as people say it: 2019年3月, 去年, 三年前, 上个月. Only the past; several days give the last one. */
import { addDays, addMonths, daysInMonth, partsOf, type LocalDate, parseDate } from '@fatong/law/calendar/dates.ts'
import { numberOf } from '../../triage/numerals.ts'

const two = (value: number): string => String(value).padStart(2, '0')
const day = (year: number, month: number, date: number): LocalDate | undefined =>
  parseDate(`${year}-${two(month)}-${two(date)}`)

/** A year or month alone stands for its last day: what was new law within it is then already read. */
export function dayOfFacts(text: string, today: LocalDate): LocalDate | undefined {
  const days = [...written(text), ...relative(text, today)].map((found) => (found > today ? today : found))
  return days.sort().at(-1)
}

const WRITTEN = /((?:19|20)\d\d)\s*[年./-]\s*(?:(\d{1,2})\s*[月./-]?\s*(?:(\d{1,2})\s*[日号]?)?)?(?!\d)(?=(.{0,6}))/gu
/** Years of birth, of a law or of a document are no day of the facts. */
const OTHER_YEAR = /^(?:出生|生人|生的|生$|修订|修正|版|第|号|的?(?:法|条例|规定))/u

function written(text: string): LocalDate[] {
  return [...text.matchAll(WRITTEN)].flatMap((match) => {
    if (OTHER_YEAR.test(match[4] ?? '')) return []
    const year = Number(match[1])
    const month = match[2] === undefined ? 12 : Number(match[2])
    if (month < 1 || month > 12) return []
    const found = day(year, month, match[3] === undefined ? daysInMonth(year, month) : Number(match[3]))
    return found === undefined ? [] : [found]
  })
}

const AGO = /([一二两三四五六七八九十\d]{1,3})(?:个多?)?(年|月|天|周|星期)(?:多)?(?:以)?前/gu

function relative(text: string, today: LocalDate): LocalDate[] {
  const { year } = partsOf(today)
  const found: (LocalDate | undefined)[] = []
  if (/大前年/u.test(text)) found.push(day(year - 3, 12, 31))
  else if (/前年/u.test(text)) found.push(day(year - 2, 12, 31))
  if (/去年/u.test(text)) found.push(day(year - 1, 12, 31))
  if (/上个?月/u.test(text)) found.push(addMonths(today, -1))
  if (/昨[天晚日]/u.test(text)) found.push(addDays(today, -1))
  if (/前天/u.test(text)) found.push(addDays(today, -2))
  for (const [, count, unit] of text.matchAll(AGO)) {
    const many = numberOf(count ?? '')
    if (many === undefined || many > 100) continue
    if (unit === '年') found.push(addMonths(today, -12 * many))
    else if (unit === '月') found.push(addMonths(today, -many))
    else found.push(addDays(today, -many * (unit === '天' ? 1 : 7)))
  }
  return found.filter((value) => value !== undefined)
}

const VAGUE = /以前|从前|好几年|前几年|早些年|那年|当年|很久(?:以前|之前)|很多年|多年/u

/** Said to be long ago, but not when: worth a question, as another law may have held. */
export const isVaguelyPast = (text: string, today: LocalDate): boolean =>
  VAGUE.test(text) && dayOfFacts(text, today) === undefined

/** Wide steps are enough: what matters is on which side of the great changes of law it fell. */
export function dayChoices(today: LocalDate): { value: string; label: string }[] {
  const { year } = partsOf(today)
  return [
    { value: today, label: '今年' },
    { value: `${year - 1}-12-31`, label: '去年' },
    { value: `${year - 2}-12-31`, label: `${year - 2}年` },
    { value: '2021-12-31', label: '2021年前后' },
    { value: '2020-12-31', label: '2020年或更早' },
  ]
}
