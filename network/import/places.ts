/** Service points from a table; all of it or nothing. A column that is not there and a cell left empty say nothing: what was stays. */
import type { DayHours } from '@fatong/law/calendar/office-hours.ts'
import { SERVICES, SERVICE_NAMES, type Service } from '../coverage/vocabulary.ts'
import { checkHeadings, duplicates, positionIn, systemFaults, textIn, yesNo, type ReadPosition } from './cells.ts'
import { damagedText, garbled } from './damage.ts'
import { readExceptions, type Exceptions } from './exceptions-text.ts'
import { readHours } from './hours-text.ts'
import type { Neighbourhood } from './positions.ts'
import { fault, type Fault, type Table, type TableRow } from './table.ts'
import type { Checked } from './villages.ts'
import type { KnownPosition } from './wrong-system.ts'

export const PLACE_HEADINGS = [
  '编码',
  '名称',
  '类型',
  '上级编码',
  '管理单位编码',
  '地址',
  '电话',
  '经度',
  '纬度',
  '坐标系',
  '大概位置',
  '公开',
  '在用',
  '服务',
  '设备',
  '开放时间',
  '节假日',
  '个别日子',
] as const
const NEEDED = ['编码', '名称', '类型', '上级编码'] as const
/** null throughout: as it was, and what is usual where nothing was. */
export interface ImportedPlace {
  code: string
  name: string
  kind: string
  parentCode: string
  /** who manages it beside what it belongs to; empty: nobody */
  managerCode: string | null
  /** empty: there is none */
  address: string | null
  /** empty: there is none */
  phone: string | null
  position: ReadPosition | null
  /** nobody surveyed where it lies */
  approximate: boolean | null
  public: boolean | null
  active: boolean | null
  services: Service[] | null
  equipment: string[] | null
  hours: DayHours[] | null
  openOnHolidays: boolean | null
  /** single days with other hours */
  exceptions: Exceptions | null
}
/** `kinds`: word on the screen -> its code. `codes`: what is there already. */
export interface PlaceContext {
  neighbourhood: Neighbourhood
  known: ReadonlyMap<string, KnownPosition>
  kinds: ReadonlyMap<string, string>
  codes: ReadonlySet<string>
}

const SERVICE_OF = new Map(SERVICE_NAMES.map((name) => [SERVICES[name].words as string, name]))
/** What somebody writes to empty a cell that was filled. */
const NONE = '无'
const parts = (text: string): string[] =>
  text
    .split(/[、,，;；|]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
const PHONE = /^[0-9+()（）\- ]{5,20}$/

export function checkPlaces(
  table: Table,
  { neighbourhood, known, kinds, codes }: PlaceContext,
): Checked<ImportedPlace> {
  const missing = checkHeadings(table, NEEDED)
  if (missing.length > 0) return { rows: [], faults: missing }
  const faults: Fault[] = [...duplicates(table, '编码')]
  const placed: { line: number; code: string; position: ReadPosition }[] = []
  const here = new Set(table.rows.map(({ cells }) => cells['编码'] ?? ''))
  const rows = table.rows.flatMap((row): ImportedPlace[] => {
    const { line, cells } = row
    const before = faults.length
    const code = textIn(row, '编码', faults)
    const name = textIn(row, '名称', faults)
    const kindText = textIn(row, '类型', faults)
    // The bureau stands at the top; everything else stands below something.
    const parentCode =
      kindText !== undefined && kinds.get(kindText) === 'district' && (cells['上级编码'] ?? '') === ''
        ? ''
        : textIn(row, '上级编码', faults)
    if (code !== undefined && !/^[\w-]{3,30}$/.test(code))
      faults.push(fault(line, '编码', `“${code}”里有不能用的字。编码用数字、字母和短横`))
    const kind = kindText === undefined ? undefined : kinds.get(kindText)
    if (kindText !== undefined && kind === undefined)
      faults.push(fault(line, '类型', `没有“${kindText}”这种服务点。可以写：${[...kinds.keys()].join('、')}`))
    if (parentCode !== undefined && parentCode === code) faults.push(fault(line, '上级编码', '上级不能是自己'))
    else if (parentCode !== undefined && parentCode !== '' && !codes.has(parentCode) && !here.has(parentCode))
      faults.push(fault(line, '上级编码', `没有编码为“${parentCode}”的机构。请先录入上级，或写在同一个文件里`))
    const managerCode = filled(cells['管理单位编码'] ?? '')
    if (managerCode !== null && managerCode !== '') {
      if (managerCode === code) faults.push(fault(line, '管理单位编码', '管理单位不能是自己'))
      else if (!codes.has(managerCode) && !here.has(managerCode))
        faults.push(
          fault(
            line,
            '管理单位编码',
            `没有编码为“${managerCode}”的机构。请先录入，或写在同一个文件里；没有另外的管理单位请写“无”`,
          ),
        )
    }
    const phone = cells['电话'] ?? ''
    const phoneWrong =
      phone === '' || phone === NONE
        ? undefined
        : (damagedText(phone) ?? (PHONE.test(phone) ? undefined : `“${phone}”不是电话号码。没有电话请写“无”`))
    if (phoneWrong !== undefined) faults.push(fault(line, '电话', phoneWrong))
    const address = cells['地址'] ?? ''
    const addressWrong = damagedText(address)
    if (addressWrong !== undefined) faults.push(fault(line, '地址', addressWrong))
    const position = positionIn(row, neighbourhood, faults, false) ?? null
    if (position && code !== undefined) placed.push({ line, code, position })
    const approximate = yesNo(row, '大概位置', faults)
    const shown = yesNo(row, '公开', faults)
    const active = yesNo(row, '在用', faults)
    const services = servicesIn(row, faults)
    const named = filled(cells['设备'] ?? '')
    const equipment = named === null ? null : parts(named)
    const hours = hoursIn(row, faults)
    const openOnHolidays = yesNo(row, '节假日', faults)
    const exceptions = exceptionsIn(row, faults)
    if (
      faults.length > before ||
      code === undefined ||
      name === undefined ||
      kind === undefined ||
      parentCode === undefined
    )
      return []
    return [
      {
        code,
        name,
        kind,
        parentCode,
        managerCode,
        address: filled(address),
        phone: filled(phone),
        position,
        approximate,
        public: shown,
        active,
        services,
        equipment,
        hours,
        openOnHolidays,
        exceptions,
      },
    ]
  })
  faults.push(...systemFaults(placed, known))
  return { rows, faults: faults.sort((a, b) => a.line - b.line) }
}

/** null: nothing is said; empty: there is none. */
const filled = (text: string): string | null => (text === '' ? null : text === NONE ? '' : text)

function servicesIn({ line, cells }: TableRow, faults: Fault[]): Service[] | null {
  const text = cells['服务'] ?? ''
  if (text === '') return null
  const named = parts(text)
  const unknown = named.filter((one) => !SERVICE_OF.has(one))
  if (unknown.length > 0)
    faults.push(
      fault(line, '服务', `没有“${unknown.join('、')}”这项服务。可以写：${[...SERVICE_OF.keys()].join('、')}`),
    )
  return named.flatMap((one) => SERVICE_OF.get(one) ?? [])
}

function hoursIn({ line, cells }: TableRow, faults: Fault[]): DayHours[] | null {
  const text = cells['开放时间'] ?? ''
  if (text === '') return null
  const hours = readHours(text)
  if (!hours)
    faults.push(
      fault(
        line,
        '开放时间',
        damagedText(text) ?? `看不懂“${text}”。请写成：周一至周五 08:30-12:00、14:00-18:00；周六 09:00-12:00`,
      ),
    )
  return hours ?? null
}

function exceptionsIn({ line, cells }: TableRow, faults: Fault[]): Exceptions | null {
  const text = filled(cells['个别日子'] ?? '')
  if (text === null || text === '') return text === null ? null : []
  const wrong = garbled(text)
  const days = wrong === undefined ? readExceptions(text) : undefined
  if (!days)
    faults.push(
      fault(
        line,
        '个别日子',
        wrong ??
          `看不懂“${text}”。请写成：2026-10-12 不开（停电）；2026-10-13 09:00-12:00（培训）。每天都要写原因，同一天只写一次`,
      ),
    )
  return days ?? null
}
