/**
 * From everyday words to the words of statutes, written by hand. People say 老板 and 工钱; the law says 用人单位 and
 * 劳动报酬. Search adds the legal words of what a question says at a lower weight.
 */
import { CRIME } from './crime.ts'
import { DAILY } from './daily.ts'
import { FAMILY } from './family.ts'
import { HOME } from './home.ts'
import { LABOUR } from './labour.ts'
import { ORDER } from './order.ts'
import { TRAFFIC } from './traffic.ts'
import { WORK } from './work.ts'

export interface LexiconEntry {
  lay: string[]
  legal: string[]
}

const entriesOf = (text: string): LexiconEntry[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [lay = '', legal = ''] = line.split(' > ')
      return { lay: lay.split(' '), legal: legal.split(' ') }
    })

export const LEXICON: readonly LexiconEntry[] = [WORK, LABOUR, FAMILY, HOME, DAILY, TRAFFIC, CRIME, ORDER].flatMap(
  entriesOf,
)
