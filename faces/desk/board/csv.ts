import { saveFile } from '../viewer/save-file.ts'

const quoted = (value: string | number | null): string => {
  const text = value === null ? '' : String(value)
  // a leading = + - @ would be run as a formula by a spreadsheet
  const safe = /^[=+\-@\t\r]/.test(text) && typeof value === 'string' ? `'${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** RFC 4180 with a byte order mark, so that Excel reads Chinese. */
export const csvText = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `\ufeff${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`

export const saveCsv = (name: string, rows: readonly (readonly (string | number | null)[])[]): void =>
  saveFile(new Blob([csvText(rows)], { type: 'text/csv;charset=utf-8' }), name)
