/** A paper of our own making, without form or number: figures and a drawing for a meeting. Texts are plain; nothing in them is read as a tag. */
export interface Report {
  title: string
  /** Below the title: for which week, made on which day. */
  under: string
  blocks: readonly ReportBlock[]
}
export type ReportBlock =
  | { block: 'heading'; text: string }
  | { block: 'paragraph'; text: string }
  | { block: 'list'; items: readonly string[] }
  | { block: 'table'; columns: readonly ReportColumn[]; rows: readonly (readonly string[])[] }
  /** `svg` is ours, never an upload. */
  | { block: 'drawing'; svg: string; caption: string }
/** `width` in percent of the page. */
export interface ReportColumn {
  label: string
  width: number
  number?: boolean
}
