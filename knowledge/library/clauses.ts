import { numberOf } from '../triage/numerals.ts'

/** A 款 of an article, or a 项 of a 款. */
export interface Clause {
  paragraph: number
  item?: number
  text: string
}
/** Which one is meant: 第二款, 第二款第三项, 第三项. */
export interface ClauseName {
  paragraph?: number
  item?: number
}

const ITEM = /^\s*[（(]([零一二三四五六七八九十百]{1,5}|\d{1,3})[）)]/u

/** The lines of an article by their names: a line is a 款, lines that begin with （一） are 项 of the 款 above. */
export function clausesOf(text: string): Clause[] {
  let paragraph = 0
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): Clause => {
      const item = numberOf(ITEM.exec(line)?.[1] ?? '')
      if (item === undefined) return { paragraph: ++paragraph, text: line }
      paragraph ||= 1
      return { paragraph, item, text: line }
    })
}

/** The words that are meant, as they stand: a 款 with its 项, or a 项 alone. A 项 without its 款 is the first of that number. */
export function clauseNamed(text: string, { paragraph, item }: ClauseName): string | undefined {
  if (paragraph === undefined && item === undefined) return undefined
  const clauses = clausesOf(text)
  const meant =
    item === undefined
      ? clauses.filter((one) => one.paragraph === paragraph)
      : clauses
          .filter((one) => one.item === item && (paragraph === undefined || one.paragraph === paragraph))
          .slice(0, 1)
  return meant.length === 0 ? undefined : meant.map((one) => one.text).join('\n')
}

/** 第二款第三项 */
export const clauseLabel = ({ paragraph, item }: ClauseName): string =>
  `${paragraph === undefined ? '' : `第${paragraph}款`}${item === undefined ? '' : `第${item}项`}`
