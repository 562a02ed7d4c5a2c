import { readTable, type ReadTable } from './read-table.ts'
import { TABLE_TYPES, writeTable, type TableFormat } from './write-table.ts'

/** Files of rows as people exchange them with a spreadsheet or a map. */
export interface Tables {
  read(bytes: Uint8Array): Promise<ReadTable>
  write(
    format: TableFormat,
    headings: readonly string[],
    rows: readonly (readonly string[])[],
  ): Promise<{ file: Buffer; mediaType: string }>
}
export const tables = (): Tables => ({
  read: readTable,
  write: async (format, headings, rows) => ({
    file: await writeTable(format, headings, rows),
    mediaType: TABLE_TYPES[format],
  }),
})
