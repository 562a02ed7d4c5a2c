import type { z } from 'zod'
import type { HolidayTableView, importHolidays as importRoute } from '@fatong/contract/desk/administration.ts'
import { localDateOf } from '@fatong/law/calendar/dates.ts'
import { parseHolidayNotice } from '@fatong/law/calendar/holiday-notice.ts'
import type { HolidayTable, WorkCalendar } from '@fatong/law/calendar/working-days.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, type StaffCaller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { countingLost } from '../network/unmet.ts'
import { administers } from './may.ts'

type TableView = z.infer<typeof HolidayTableView>
const view = ({ year, source, holidays, makeUpWorkdays }: HolidayTable): TableView => ({
  year,
  source,
  holidays: [...holidays],
  makeUpWorkdays: [...makeUpWorkdays],
})

/** The newest table of each year, and the first day no table covers. */
export async function calendar(
  parts: Parts,
  _caller: StaffCaller,
): Promise<Outcome<{ tables: TableView[]; unknownFrom: string }>> {
  const tables = newest(await parts.law.calendar())
  const years = new Set(tables.map(({ year }) => year))
  let unknown = Math.min(...years)
  while (years.has(unknown)) unknown += 1
  return done({ tables: tables.map(view), unknownFrom: `${unknown}-01-01` })
}

const newest = (tables: WorkCalendar): HolidayTable[] =>
  [...new Map(tables.map((table) => [table.year, table])).values()].sort((a, b) => a.year - b.year)

/** The number of a State Council notice, such as 国办发明电〔2025〕7号. */
const NOTICE_NUMBER = /国办发(?:明电)?\s*[〔[（(]\s*\d{4}\s*[〕\]）)]\s*\d+\s*号/

/** Reads the yearly notice. Nothing is saved before the administrator has seen the days and confirmed. */
export async function importHolidays(
  parts: Parts,
  caller: StaffCaller,
  { body }: InputOf<typeof importRoute>,
): Promise<Outcome<z.infer<typeof importRoute.reply>>> {
  const right = administers(caller, 'law')
  if (!right.ok) return right
  const now = parts.clock.now()
  const source = NOTICE_NUMBER.exec(body.notice)?.[0] ?? `放假通知（${right.staff.name} ${localDateOf(now)} 录入）`
  const read = parseHolidayNotice(body.notice, source)
  if (!read.ok)
    return done({
      table: null,
      problems: read.problems.map(({ line, says }) => (line > 0 ? `第 ${line} 行：${says}` : says)),
      saved: false,
      lost: 0,
    })
  const table = view(read.table)
  if (!body.confirm) return done({ table, problems: [], saved: false, lost: 0 })
  const entry = auditEntry(parts, caller, {
    action: 'administer',
    subjectKind: 'holidayTable',
    subjectId: String(table.year),
    fields: ['holidays', 'makeUpWorkdays'],
  })
  const { lost } = await countingLost(parts, async () => {
    await parts.stores.lawSettings.saveHolidayTable(accessOf(right.staff), table, right.staff.staffId, now, entry)
    parts.law.refresh()
  })
  return done({ table, problems: [], saved: true, lost })
}
