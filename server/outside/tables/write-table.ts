export type TableFormat = 'csv' | 'xlsx' | 'geojson'
export const TABLE_TYPES: Record<TableFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  geojson: 'application/geo+json',
}

/** What Excel would run as a formula, apostrophes before it or not: a telephone with +86 looks like one too. */
const RISKY = /^'*([=+@\t\r]|-(?![0-9]))/
/** A leading apostrophe keeps it text. */
const harmless = (text: string): string => (RISKY.test(text) ? `'${text}` : text)
/** The apostrophe taken off again, so that what was exported comes in as it was. */
export const withoutGuard = (text: string): string => (text.startsWith("'") && RISKY.test(text) ? text.slice(1) : text)
const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Rows under headings in the form asked for. CSV begins with a BOM, so that Excel reads it as UTF-8; codes stay text in Excel. */
export async function writeTable(
  format: TableFormat,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<Buffer> {
  switch (format) {
    case 'csv':
      return Buffer.from(
        `\uFEFF${[headings, ...rows].map((line) => line.map((cell) => quoted(harmless(cell))).join(',')).join('\r\n')}\r\n`,
      )
    case 'xlsx': {
      const { default: writeXlsxFile } = await import('write-excel-file/node')
      const text = (value: string, bold = false) => ({
        value,
        type: String,
        format: '@',
        ...(bold ? { fontWeight: 'bold' as const } : {}),
      })
      return writeXlsxFile(
        [
          headings.map((one) => text(one, true)),
          ...rows.map((line) => line.map((cell) => (cell === '' ? null : text(cell)))),
        ],
        { columns: headings.map((one) => ({ width: Math.max(10, one.length * 2 + 4) })) },
      ).toBuffer()
    }
    case 'geojson': {
      const [lng, lat] = [headings.indexOf('经度'), headings.indexOf('纬度')]
      const features = rows.map((line) => ({
        type: 'Feature',
        geometry:
          line[lng] === undefined || line[lng] === ''
            ? null
            : { type: 'Point', coordinates: [Number(line[lng]), Number(line[lat])] },
        properties: Object.fromEntries(headings.map((heading, at) => [heading, line[at] ?? ''])),
      }))
      return Buffer.from(`${JSON.stringify({ type: 'FeatureCollection', features }, undefined, 1)}\n`)
    }
    default:
      return format satisfies never
  }
}
