/**
 * Reads the State Council's yearly notice into a table, so that an administrator pastes the text and nobody types days.
 * A line that cannot be read is reported, never skipped: a lost holiday would move a deadline.
 */
import { addDays, daysBetween, parseDate, partsOf, weekday } from './dates.ts'
import type { LocalDate } from './dates.ts'
import type { HolidayTable } from './working-days.ts'

export interface NoticeProblem {
  /** 1-based line of the text; 0 when the whole is meant. */
  line: number
  says: string
}
export type ImportedNotice = { ok: true; table: HolidayTable } | { ok: false; problems: readonly NoticeProblem[] }

interface ReadDays {
  holidays: LocalDate[]
  makeUpWorkdays: LocalDate[]
  problems: NoticeProblem[]
}

/** `text` is the notice as published (or the JSON of a table); `source` its number, shown beside every date made from it. */
export function parseHolidayNotice(text: string, source: string): ImportedNotice {
  if (text.trim().startsWith('{')) return parseTable(text, source)
  const year = /(\d{4})\s*年.{0,6}节假日/.exec(text)?.[1] ?? /(\d{4})\s*年/.exec(text)?.[1]
  if (year === undefined) return failed(0, '没有找到是哪一年的通知，请连标题一起粘贴')
  const read = readLines(text, Number(year))
  if (read.holidays.length === 0) return failed(0, '没有读到放假的日子，请粘贴通知全文', read.problems)
  return checked(
    { year: Number(year), source, level: '网', holidays: read.holidays, makeUpWorkdays: read.makeUpWorkdays },
    read.problems,
  )
}

const failed = (line: number, says: string, before: readonly NoticeProblem[] = []): ImportedNotice => ({
  ok: false,
  problems: [...before, { line, says }],
})

const NUMBERED = /^\s*[一二三四五六七八九十]+\s*、\s*(.+)$/
const SPAN = /(?:(\d{1,2})月)?(\d{1,2})日(?:[（(]([^）)]*)[）)])?/g

function readLines(text: string, year: number): ReadDays {
  const read: ReadDays = { holidays: [], makeUpWorkdays: [], problems: [] }
  text.split(/\r?\n/).forEach((line, index) => {
    const body = NUMBERED.exec(line)?.[1]
    if (body === undefined) return
    const problem = (says: string): void => void read.problems.push({ line: index + 1, says })
    const sentences = body.split('。').filter((sentence) => sentence.trim() !== '')
    const off = sentences.filter((sentence) => sentence.includes('放假'))
    const on = sentences.filter((sentence) => sentence.includes('上班') && !sentence.includes('放假'))
    if (off.length !== 1 || off.length + on.length !== sentences.length) {
      problem('这一行要写明哪几天放假、哪几天上班')
      return
    }
    read.holidays.push(...readHoliday(off[0] ?? '', year, problem))
    for (const sentence of on) read.makeUpWorkdays.push(...readDays(sentence, year, problem))
  })
  return read
}

type Report = (says: string) => void

/** 「10月1日（周四）至7日（周三）放假调休，共7天」 */
function readHoliday(sentence: string, year: number, problem: Report): LocalDate[] {
  const ends = readDays(sentence.split('放假')[0] ?? '', year, problem)
  const [first, last = first] = ends
  if (first === undefined || last === undefined || ends.length > 2 || last < first) {
    problem('没有读懂放假从哪天到哪天')
    return []
  }
  const length = daysBetween(first, last) + 1
  const said = /共\s*(\d+)\s*天/.exec(sentence)?.[1]
  if (said !== undefined && Number(said) !== length)
    problem(`写的是共${said}天，从${first}到${last}数出来是${length}天`)
  return Array.from({ length: Math.min(length, 31) }, (_, step) => addDays(first, step))
}

const WEEKDAY_NAMES = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']

/** Every day named in a piece of text; a day without month keeps the month before it. A weekday that is written is checked. */
function readDays(text: string, year: number, problem: Report): LocalDate[] {
  let month: string | undefined
  return [...text.matchAll(SPAN)].flatMap((match) => {
    month = match[1] ?? month
    const date = parseDate(`${year}-${(month ?? '').padStart(2, '0')}-${(match[2] ?? '').padStart(2, '0')}`)
    if (date === undefined) {
      problem(`「${match[0]}」不是${year}年里有的日子`)
      return []
    }
    const written = WEEKDAY_NAMES.find((name) => match[3]?.includes(name))
    const actual = WEEKDAY_NAMES[weekday(date) - 1] ?? ''
    if (written !== undefined && written !== actual) problem(`「${match[0]}」写的是${written}，这天其实是${actual}`)
    return [date]
  })
}

/** The same table as JSON, as an export of another installation gives it. */
function parseTable(text: string, source: string): ImportedNotice {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    return failed(0, '这段 JSON 有语法错误')
  }
  const { year, holidays, makeUpWorkdays } = given as Record<string, unknown>
  if (typeof year !== 'number' || !Array.isArray(holidays) || !Array.isArray(makeUpWorkdays)) {
    return failed(0, '要有 year、holidays、makeUpWorkdays 三项')
  }
  const problems: NoticeProblem[] = []
  const days = (list: readonly unknown[]): LocalDate[] =>
    list.flatMap((one) => {
      const date = typeof one === 'string' ? parseDate(one) : undefined
      if (date === undefined) problems.push({ line: 0, says: `「${String(one)}」不是日子，要写成 2026-10-01 这样` })
      return date ?? []
    })
  return checked(
    { year, source, level: '网', holidays: days(holidays), makeUpWorkdays: days(makeUpWorkdays) },
    problems,
  )
}

function checked(table: HolidayTable, before: readonly NoticeProblem[]): ImportedNotice {
  const problems = [...before, ...tableProblems(table)]
  return problems.length > 0 ? { ok: false, problems } : { ok: true, table }
}

/** What cannot be true of any notice. */
export function tableProblems({ year, source, holidays, makeUpWorkdays }: HolidayTable): NoticeProblem[] {
  const found: string[] = []
  if (source.trim() === '') found.push('要写明通知的文号')
  for (const day of [...holidays, ...makeUpWorkdays]) {
    if (partsOf(day).year !== year) found.push(`${day} 不在${year}年`)
  }
  for (const day of makeUpWorkdays) {
    if (weekday(day) < 6) found.push(`${day} 本来就是工作日，不会是调休上班`)
    if (holidays.includes(day)) found.push(`${day} 又放假又上班`)
  }
  for (const [index, day] of holidays.entries()) if (holidays.indexOf(day) !== index) found.push(`${day} 写了两次`)
  return found.map((says) => ({ line: 0, says }))
}
