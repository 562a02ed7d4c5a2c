import { parse } from 'csv-parse/sync'
import { zipSync } from 'fflate'
import { TooMuch, unzipped } from '@fatong/knowledge/library/unzipped.ts'
import { fault, type Fault, type Table, type TableRow } from '@fatong/network/import/table.ts'
import { withoutGuard } from './write-table.ts'

export interface ReadTable {
  table?: Table
  faults: Fault[]
  remarks: string[]
}
const MOST_ROWS = 20_000
/** Twenty thousand rows of a workbook are below ten million bytes. */
const ROOM = { bytes: 64 * 1024 * 1024, files: 2_000 }

/** A table from what people send: CSV in UTF-8 or GBK, the first sheet of an .xlsx, or GeoJSON points. Told apart by content, not by name. */
export async function readTable(bytes: Uint8Array): Promise<ReadTable> {
  if (bytes.length === 0) return { faults: [fault(0, '', '文件是空的')], remarks: [] }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readXlsx(bytes)
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    return {
      faults: [fault(0, '', '这是旧式的 Excel 文件（.xls）。请在 Excel 里另存为 .xlsx 或“CSV UTF-8”再传')],
      remarks: [],
    }
  const { text, remarks } = decoded(bytes)
  if (/^\s*\{/.test(text)) return readGeoJson(text)
  return readCsv(text, remarks)
}

/** UTF-8 where it is; else GBK, which Excel writes by itself on Chinese computers. */
function decoded(bytes: Uint8Array): { text: string; remarks: string[] } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), remarks: [] }
  } catch {
    return {
      text: new TextDecoder('gbk').decode(bytes),
      remarks: [
        '这个文件不是 UTF-8，是按 GBK 编码读的。请核对下面的名字有没有乱码；有乱码就用 Excel 另存为“CSV UTF-8”再传',
      ],
    }
  }
}

function readCsv(text: string, remarks: string[]): ReadTable {
  try {
    const delimiter = [',', '\t', ';']
      .map((sign) => ({ sign, n: (text.split(/\r?\n/, 1)[0] ?? '').split(sign).length }))
      .sort((a, b) => b.n - a.n)[0]!.sign
    const lines = parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      trim: true,
      to: MOST_ROWS + 2,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return { ...tableOf(lines.map(({ record, info }) => ({ line: info.lines, cells: record }))), remarks }
  } catch (error) {
    const line = (error as { lines?: number }).lines ?? 0
    return { faults: [fault(line, '', '这一行的引号没有配对，后面的内容读不下去。请检查这一行')], remarks }
  }
}

async function readXlsx(bytes: Uint8Array): Promise<ReadTable> {
  const { readSheet } = await import('read-excel-file/node')
  try {
    // The reader unpacks whatever it finds; it gets only what was unpacked here within bounds.
    const plain = zipSync(Object.fromEntries(unzipped(bytes, ROOM)), { level: 0 })
    const rows = await readSheet(Buffer.from(plain))
    return {
      ...tableOf(rows.slice(0, MOST_ROWS + 2).map((cells, at) => ({ line: at + 1, cells: cells.map(cellText) }))),
      remarks: [],
    }
  } catch (error) {
    if (error instanceof TooMuch)
      return {
        faults: [fault(0, '', '这个 Excel 文件展开以后太大，没有读。请只留要导入的那一张表，另存以后再传')],
        remarks: [],
      }
    return { faults: [fault(0, '', '这个 Excel 文件打不开，可能没有传完整，或加了密码。请重新保存再传')], remarks: [] }
  }
}
/** A date in a column of text was made one by Excel: it comes out as a date and is explained as such. */
const cellText = (cell: unknown): string =>
  cell === null || cell === undefined
    ? ''
    : cell instanceof Date
      ? cell.toISOString().slice(0, 10)
      : typeof cell === 'number' || typeof cell === 'boolean' || typeof cell === 'string'
        ? String(cell).trim()
        : ''

/** A CSV of ours that Excel saved as a workbook carries the apostrophes of the CSV, so they are taken off both. */
function tableOf(lines: readonly { line: number; cells: readonly string[] }[]): { table?: Table; faults: Fault[] } {
  const [head, ...body] = lines
  if (!head) return { faults: [fault(0, '', '文件里没有内容')] }
  if (body.length > MOST_ROWS) return { faults: [fault(0, '', `一次最多导入 ${MOST_ROWS} 行。请分成几个文件`)] }
  const headings = head.cells.map((one) => one.replace(/[*＊\s]/g, ''))
  const twice = headings.find((one, at) => one !== '' && headings.indexOf(one) !== at)
  if (twice !== undefined) return { faults: [fault(1, twice, `表头里“${twice}”写了两次。请删掉一列`)] }
  const rows = body
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map(
      ({ line, cells }): TableRow => ({
        line,
        cells: Object.fromEntries(headings.map((heading, at) => [heading, withoutGuard(cells[at] ?? '')])),
      }),
    )
  return { table: { headings, rows }, faults: [] }
}

/** Points with the same columns as properties; their coordinates are WGS84 by the standard unless a column says otherwise. */
function readGeoJson(text: string): ReadTable {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { faults: [fault(0, '', '这个 GeoJSON 文件不完整，读不下去。请重新导出')], remarks: [] }
  }
  const { features } = json as { features?: unknown }
  if (!Array.isArray(features))
    return { faults: [fault(0, '', '这不是 GeoJSON 的要素集合（FeatureCollection）。请重新导出')], remarks: [] }
  const faults: Fault[] = []
  const rows = features.slice(0, MOST_ROWS).flatMap((feature: unknown, at): TableRow[] => {
    if (typeof feature !== 'object' || feature === null) {
      faults.push(fault(at + 1, '', '不是要素（Feature）。请重新导出'))
      return []
    }
    const { geometry, properties } = feature as {
      geometry?: { type?: string; coordinates?: unknown[] } | null
      properties?: Record<string, unknown> | null
    }
    if (geometry && geometry.type !== 'Point') {
      faults.push(fault(at + 1, '', '不是点。服务点和村都要用点（Point）'))
      return []
    }
    const cells = Object.fromEntries(Object.entries(properties ?? {}).map(([name, value]) => [name, cellText(value)]))
    const [lng, lat] = Array.isArray(geometry?.coordinates) ? geometry.coordinates : []
    return [
      {
        line: at + 1,
        cells: { ...(geometry ? { 经度: cellText(lng), 纬度: cellText(lat), 坐标系: 'WGS84' } : {}), ...cells },
      },
    ]
  })
  return {
    table: { headings: [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))], rows },
    faults,
    remarks: ['第几行指的是第几个要素'],
  }
}
