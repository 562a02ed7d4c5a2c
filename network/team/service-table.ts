/** A service log as a table: one line for each time somebody was helped. */
import { parseDate, type LocalDate } from '@fatong/law/calendar/dates.ts'
import { checkHeadings, countOf, textIn } from '../import/cells.ts'
import { fault, type Fault, type Table } from '../import/table.ts'
import type { Checked } from '../import/villages.ts'
import {
  HELPED,
  HELPED_NAMES,
  SERVICE_RESULTS,
  SERVICE_RESULT_NAMES,
  SERVICE_WORK,
  SERVICE_WORK_NAMES,
  type Helped,
  type ServiceResult,
  type ServiceWork,
} from './vocabulary.ts'

export const SERVICE_HEADINGS = [
  '日期',
  '姓名',
  '服务点',
  '地点',
  '做了什么',
  '帮了谁',
  '几个人',
  '什么事',
  '几分钟',
  '结果',
] as const
export interface ImportedService {
  line: number
  day: LocalDate
  member: string
  place: string
  at: string
  work: ServiceWork
  helped: Helped
  people: number
  matter: string
  minutes: number
  result: ServiceResult
}

const DAY = /^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$/
const MOST_MINUTES = 24 * 60

/** `today` bounds the days: nobody logs what has not happened. */
export function checkServices(table: Table, today: LocalDate): Checked<ImportedService> {
  const missing = checkHeadings(table, SERVICE_HEADINGS)
  if (missing.length > 0) return { rows: [], faults: missing }
  const faults: Fault[] = []
  const rows = table.rows.flatMap((row): ImportedService[] => {
    const before = faults.length
    const [member, place, at, matter] = (['姓名', '服务点', '地点', '什么事'] as const).map((heading) =>
      textIn(row, heading, faults),
    ) as [string, string, string, string]
    const day = dayOf(row.cells['日期'] ?? '')
    if (day === undefined)
      faults.push(
        fault(
          row.line,
          '日期',
          `“${row.cells['日期'] ?? ''}”不是日期。请写成 2026-11-24 的样子；Excel 里请把这一列设成文本`,
        ),
      )
    else if (day > today) faults.push(fault(row.line, '日期', `${day} 还没有到。服务记录只记已经做过的`))
    const [people, minutes] = [countOf(row, '几个人', faults), countOf(row, '几分钟', faults)]
    if (minutes < 1 || minutes > MOST_MINUTES) faults.push(fault(row.line, '几分钟', '要在 1 到 1440 分钟之间'))
    const work = codeOf(row.cells['做了什么'] ?? '', SERVICE_WORK, SERVICE_WORK_NAMES)
    const helped = codeOf(row.cells['帮了谁'] ?? '', HELPED, HELPED_NAMES)
    const result = codeOf(row.cells['结果'] ?? '', SERVICE_RESULTS, SERVICE_RESULT_NAMES)
    if (work === undefined) faults.push(unknown(row.line, '做了什么', row.cells, SERVICE_WORK))
    if (helped === undefined) faults.push(unknown(row.line, '帮了谁', row.cells, HELPED))
    if (result === undefined) faults.push(unknown(row.line, '结果', row.cells, SERVICE_RESULTS))
    if (
      faults.length > before ||
      day === undefined ||
      work === undefined ||
      helped === undefined ||
      result === undefined
    )
      return []
    return [{ line: row.line, day, member, place, at, work, helped, people, matter, minutes, result }]
  })
  return { rows, faults: faults.sort((a, b) => a.line - b.line) }
}

function dayOf(text: string): LocalDate | undefined {
  const parts = DAY.exec(text.replaceAll('/', '-'))
  return parts ? parseDate(`${parts[1]!}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}`) : undefined
}
const codeOf = <Code extends string>(
  text: string,
  words: Readonly<Record<Code, string>>,
  codes: readonly Code[],
): Code | undefined => codes.find((code) => words[code] === text)
const unknown = (
  line: number,
  heading: string,
  cells: Readonly<Record<string, string>>,
  words: Readonly<Record<string, string>>,
): Fault =>
  fault(
    line,
    heading,
    `${(cells[heading] ?? '') === '' ? '没有填' : `不认识“${cells[heading] ?? ''}”`}。请从这些里选：${Object.values(words).join('、')}`,
  )
