/** A file as rows of text, however it came: line numbers are those a person sees when opening it. */
export interface TableRow {
  line: number
  /** heading -> what stands there, trimmed; a heading that is not there has no entry */
  cells: Readonly<Record<string, string>>
}
export interface Table {
  headings: readonly string[]
  rows: readonly TableRow[]
}

/** What is wrong, where, and what to do; `line` 0 is the file itself. */
export interface Fault {
  line: number
  column: string
  says: string
}
export const fault = (line: number, column: string, says: string): Fault => ({ line, column, says })
