import { parseCrs } from '../geo/crs.ts'
import type { CrsName } from '../geo/position.ts'
import { damagedText } from './damage.ts'
import { positionFault, type Neighbourhood } from './positions.ts'
import { fault, type Fault, type Table, type TableRow } from './table.ts'
import { wrongSystems, type KnownPosition } from './wrong-system.ts'

/** Headings that must be there; one fault for the file, not one for each line. */
export function checkHeadings({ headings, rows }: Table, needed: readonly string[]): Fault[] {
  const missing = needed.filter((heading) => !headings.includes(heading))
  if (missing.length > 0)
    return [fault(1, missing.join('、'), `第一行少了这些列：${missing.join('、')}。请先下载模板，照着填`)]
  return rows.length === 0 ? [fault(0, '', '文件里只有表头，没有内容')] : []
}

export function duplicates({ rows }: Table, heading: string): Fault[] {
  const first = new Map<string, number>()
  return rows.flatMap(({ line, cells }) => {
    const value = cells[heading] ?? ''
    if (value === '') return []
    const before = first.get(value)
    if (before === undefined) first.set(value, line)
    return before === undefined
      ? []
      : [fault(line, heading, `和第 ${before} 行的“${value}”重复。请删掉一行，或改正编码`)]
  })
}

/** Text that must be there and be what somebody typed; undefined after a fault. */
export function textIn({ line, cells }: TableRow, heading: string, faults: Fault[]): string | undefined {
  const value = cells[heading] ?? ''
  const wrong = value === '' ? '没有填' : damagedText(value)
  if (wrong !== undefined) faults.push(fault(line, heading, wrong))
  return wrong === undefined ? value : undefined
}

/** null where nothing is said, and after a fault. */
export function yesNo({ line, cells }: TableRow, heading: string, faults: Fault[]): boolean | null {
  const value = cells[heading] ?? ''
  if (value === '') return null
  if (['是', '1', 'true', 'TRUE', '公开', '在用', '开', '照常', '大概'].includes(value)) return true
  if (['否', '0', 'false', 'FALSE', '不公开', '停用', '不开', '关', '休息', '准'].includes(value)) return false
  faults.push(fault(line, heading, `“${value}”看不懂。请写“是”或“否”`))
  return null
}

/** A whole number of people; 0 after a fault. */
export function countOf({ line, cells }: TableRow, heading: string, faults: Fault[]): number {
  const value = (cells[heading] ?? '').replace(/人$/, '')
  if (/^[0-9]{1,7}$/.test(value)) return Number(value)
  faults.push(
    fault(line, heading, value === '' ? '没有填，没有人请填 0' : `“${value}”不是人数。请填整数，不要写“约”“余”或小数`),
  )
  return 0
}

export interface ReadPosition {
  lng: number
  lat: number
  crs: CrsName
}
/** Longitude, latitude and their system. Undefined after a fault, or when none is needed and none is given. */
export function positionIn(
  { line, cells }: TableRow,
  neighbourhood: Neighbourhood,
  faults: Fault[],
  needed: boolean,
): ReadPosition | undefined {
  const [lngText, latText, crsText] = [cells['经度'] ?? '', cells['纬度'] ?? '', cells['坐标系'] ?? '']
  if (lngText === '' && latText === '' && !needed) return undefined
  const numbers = [lngText, latText].map((text) => (/^-?[0-9]{1,3}(\.[0-9]+)?$/.test(text) ? Number(text) : undefined))
  const [lng, lat] = numbers
  if (lng === undefined)
    faults.push(fault(line, '经度', lngText === '' ? '没有填' : `“${lngText}”不是经度。请填小数的度，如 103.662`))
  if (lat === undefined)
    faults.push(fault(line, '纬度', latText === '' ? '没有填' : `“${latText}”不是纬度。请填小数的度，如 36.552`))
  const crs = parseCrs(crsText)
  if (crs === undefined)
    faults.push(
      fault(
        line,
        '坐标系',
        crsText === ''
          ? '没有填。请写 WGS84、CGCS2000、GCJ-02 或 BD-09'
          : `不认识“${crsText}”。请写 WGS84、CGCS2000、GCJ-02 或 BD-09`,
      ),
    )
  if (lng === undefined || lat === undefined || crs === undefined) return undefined
  const wrong = positionFault({ lng, lat }, crs, neighbourhood)
  if (wrong !== undefined) faults.push(fault(line, '经度', wrong))
  return wrong === undefined ? { lng, lat, crs } : undefined
}

/** Lines whose numbers belong to another system than the one declared; `known` by code. */
export function systemFaults(
  placed: readonly { line: number; code: string; position: ReadPosition }[],
  known: ReadonlyMap<string, KnownPosition>,
): Fault[] {
  const beside = placed.flatMap(({ line, code, position: { lng, lat, crs } }) => {
    const before = known.get(code)
    return before ? [{ line, at: { lng, lat }, declared: crs, known: before }] : []
  })
  return [...wrongSystems(beside)].map(([line, says]) => fault(line, '经度', says))
}
