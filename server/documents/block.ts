/** One description of a document, written once and laid out twice: as a Word template with tags and as PDF pages. */
export type Block =
  | { block: 'title'; agency: string; text: string }
  | { block: 'number'; text: string }
  | { block: 'addressee'; text: string }
  | { block: 'paragraph'; text: string }
  | { block: 'heading'; text: string }
  | { block: 'facts'; rows: readonly FactRow[] }
  | { block: 'rows'; over: string; columns: readonly Column[] }
  | { block: 'points'; over: string; text: string }
  | { block: 'when'; tag: string; blocks: readonly Block[] }
  | { block: 'unless'; tag: string; blocks: readonly Block[] }
  | { block: 'signature'; label: string; picture: string; day: string }
  | { block: 'blank'; label: string }
  | { block: 'seal'; agency: string; day: string }
  | { block: 'verify' }
  | { block: 'copies'; text: string }
  | { block: 'note'; text: string }

/** One row of a label and value table: one wide pair or two pairs side by side. `tall` leaves room for long text. */
export interface FactRow {
  pairs: readonly (readonly [label: string, text: string])[]
  tall?: boolean
}
/** A column of a list table; `width` in percent of the page. */
export interface Column {
  label: string
  text: string
  width: number
}

/** Text with tags in braces, such as `{申请人}`. Tags are the fields' Chinese names. */
export const title = (text: string, agency = '{机构名称}'): Block => ({ block: 'title', agency, text })
export const number = (text = '{文书编号}'): Block => ({ block: 'number', text })
export const addressee = (text: string): Block => ({ block: 'addressee', text })
export const paragraph = (text: string): Block => ({ block: 'paragraph', text })
export const heading = (text: string): Block => ({ block: 'heading', text })
export const facts = (...rows: FactRow[]): Block => ({ block: 'facts', rows })
export const rows = (over: string, ...columns: Column[]): Block => ({ block: 'rows', over, columns })
export const points = (over: string, text: string): Block => ({ block: 'points', over, text })
export const when = (tag: string, ...blocks: Block[]): Block => ({ block: 'when', tag, blocks })
export const unless = (tag: string, ...blocks: Block[]): Block => ({ block: 'unless', tag, blocks })
export const signature = (label: string, picture: string, day: string): Block => ({
  block: 'signature',
  label,
  picture,
  day,
})
export const blank = (label: string): Block => ({ block: 'blank', label })
export const seal = (agency = '{机构名称}', day = '{签发日期}'): Block => ({ block: 'seal', agency, day })
/** The verification code alone, for forms without a seal place (`seal` shows it beside the seal). */
export const verify = (): Block => ({ block: 'verify' })
export const copies = (text: string): Block => ({ block: 'copies', text })
export const note = (text: string): Block => ({ block: 'note', text })

export const pair = (label: string, text: string): FactRow => ({ pairs: [[label, text]] })
export const twoPairs = (a: string, aText: string, b: string, bText: string): FactRow => ({
  pairs: [
    [a, aText],
    [b, bText],
  ],
})
/** Places for the pen inside a form: leading blanks would not be drawn. */
export const DAY_BY_PEN = '＿＿＿＿年＿＿月＿＿日'
export const tall = (label: string, text: string): FactRow => ({ pairs: [[label, text]], tall: true })
export const column = (label: string, text: string, width: number): Column => ({ label, text, width })
