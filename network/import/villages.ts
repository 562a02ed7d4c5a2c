/** Villages with how many live there, from a table; all of it or nothing. */
import type { CrsName } from '../geo/position.ts'
import type { AgeGroup } from '../coverage/vocabulary.ts'
import {
  checkHeadings,
  countOf,
  duplicates,
  positionIn,
  systemFaults,
  textIn,
  yesNo,
  type ReadPosition,
} from './cells.ts'
import { fault, type Fault, type Table } from './table.ts'
import type { Neighbourhood } from './positions.ts'
import type { KnownPosition } from './wrong-system.ts'

export const VILLAGE_HEADINGS = [
  '编码',
  '名称',
  '乡镇编码',
  '经度',
  '纬度',
  '坐标系',
  '大概位置',
  '18岁以下',
  '18到59岁',
  '60到79岁',
  '80岁以上',
  '来源',
] as const
const NEEDED = VILLAGE_HEADINGS.filter((heading) => heading !== '大概位置' && heading !== '来源')
export interface ImportedVillage {
  code: string
  name: string
  townCode: string
  lng: number
  lat: number
  crs: CrsName
  /** nobody surveyed where it lies; null: nothing is said */
  approximate: boolean | null
  people: Record<AgeGroup, number>
  source: string
}
export interface VillageContext {
  neighbourhood: Neighbourhood
  known: ReadonlyMap<string, KnownPosition>
  towns: ReadonlySet<string>
}
export interface Checked<T> {
  rows: T[]
  faults: Fault[]
}

/** 12 digits: province to village (统计用区划代码). */
const VILLAGE_CODE = /^[0-9]{12}$/
const TOWN_CODE = /^[0-9]{9}$/
const AGES: readonly [AgeGroup, string][] = [
  ['child', '18岁以下'],
  ['adult', '18到59岁'],
  ['elder', '60到79岁'],
  ['oldest', '80岁以上'],
]

export function checkVillages(table: Table, { neighbourhood, known, towns }: VillageContext): Checked<ImportedVillage> {
  const missing = checkHeadings(table, NEEDED)
  if (missing.length > 0) return { rows: [], faults: missing }
  const faults: Fault[] = [...duplicates(table, '编码')]
  const placed: { line: number; code: string; position: ReadPosition }[] = []
  const rows = table.rows.flatMap((row): ImportedVillage[] => {
    const before = faults.length
    const code = textIn(row, '编码', faults)
    const name = textIn(row, '名称', faults)
    const townCode = textIn(row, '乡镇编码', faults)
    if (code !== undefined && !VILLAGE_CODE.test(code))
      faults.push(
        fault(
          row.line,
          '编码',
          `“${code}”不是 12 位的村（社区）编码${code.length === 9 ? '，看起来是乡镇的编码' : ''}。请对照统计用区划代码核对`,
        ),
      )
    if (townCode !== undefined && !TOWN_CODE.test(townCode))
      faults.push(fault(row.line, '乡镇编码', `“${townCode}”不是 9 位的乡镇编码`))
    else if (townCode !== undefined && towns.size > 0 && !towns.has(townCode))
      faults.push(fault(row.line, '乡镇编码', `本区没有编码为“${townCode}”的乡镇工作站。请先录入工作站，或核对编码`))
    const at = positionIn(row, neighbourhood, faults, true)
    if (at && code !== undefined) placed.push({ line: row.line, code, position: at })
    const approximate = yesNo(row, '大概位置', faults)
    const people = Object.fromEntries(AGES.map(([age, heading]) => [age, countOf(row, heading, faults)])) as Record<
      AgeGroup,
      number
    >
    if (faults.length > before || code === undefined || name === undefined || townCode === undefined || !at) return []
    return [{ code, name, townCode, ...at, approximate, people, source: row.cells['来源'] ?? '' }]
  })
  faults.push(...systemFaults(placed, known))
  return { rows, faults: faults.sort((a, b) => a.line - b.line) }
}
