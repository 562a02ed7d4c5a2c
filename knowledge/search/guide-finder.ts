import { foldDialect } from '../lexicon/dialect.ts'
import { legalWordsOf } from '../lexicon/expansion.ts'
import { type Source } from './searcher.ts'
import { pairsOf, plainText, wordsOf } from './words.ts'

/** A guide that fits: how well, from 0 to 1, and the wording that comes nearest to the question. */
export interface GuideFit { at: number; fit: number; wording: string }

interface Wording { guide: number; text: string; terms: Map<number, number>; length: number }

/** Shares of the likeness to the nearest way of asking, and of how much of the question the whole guide meets. */
const WORDING = 0.62, COVERED = 0.38, LEGAL = 0.35, PAIR = 0.6

/**
 * Finds guides by the ways in which people ask for them. There are few and short, so each wording is compared as it stands;
 * what a question says in everyday words counts also in the words of the law.
 */
export class GuideFinder {
  private readonly terms = new Map<string, number>()
  private readonly idf: number[] = []
  private readonly wordings: Wording[] = []
  private readonly byTerm: number[][] = []
  private readonly whole: Set<number>[]

  constructor(readonly guides: readonly Source[]) {
    const spelled = guides.map((guide) => {
      const asked = [guide.title, ...(guide.alsoAsked ?? '').split('\n'), guide.text.split('\n')[0] ?? ''].filter((text) => text.trim() !== '')
      const folded = (text: string) => foldDialect(plainText(text))
      return { asked: asked.map((text) => ({ text, terms: withLegal(folded(text)) })), all: new Set([...termsOf(folded(`${guide.path} ${guide.text}`)).keys()]) }
    })
    const frequency = new Map<string, number>()
    for (const { asked, all } of spelled) for (const term of new Set([...all, ...asked.flatMap(({ terms }) => [...terms.keys()])])) frequency.set(term, (frequency.get(term) ?? 0) + 1)
    for (const [term, df] of frequency) {
      this.terms.set(term, this.terms.size)
      this.idf.push(Math.log(1 + (guides.length - df + 0.5) / (df + 0.5)) * (term.startsWith('p') ? PAIR : 1))
      this.byTerm.push([])
    }
    this.whole = spelled.map(({ asked, all }) => new Set([...all, ...asked.flatMap(({ terms }) => [...terms.keys()])].flatMap((term) => this.terms.get(term) ?? [])))
    spelled.forEach(({ asked }, guide) => {
      for (const { text, terms } of asked) {
        const weighed = this.weigh(terms)
        for (const term of weighed.keys()) this.byTerm[term]?.push(this.wordings.length)
        this.wordings.push({ guide, text, terms: weighed, length: lengthOf(weighed) })
      }
    })
  }

  /** The guides that fit best, best first. `plain` is the question in simplified characters and lower case. */
  find(plain: string, limit: number, allowed: (guide: Source) => boolean = () => true): GuideFit[] {
    const own = termsOf(plain)
    const question = this.weigh(own)
    const known = lengthOf(question)
    if (known === 0) return []
    // Words that no guide has weigh too: a question about something else must not fit by the little that it shares.
    const strange = [...own].reduce((sum, [term, weight]) => sum + (this.terms.has(term) ? 0 : (weight * (term.startsWith('p') ? PAIR : 1) * 4.5) ** 2), 0)
    const length = Math.sqrt(known ** 2 + strange * 0.35)
    for (const [term, weight] of this.weigh(withLegal(plain))) if (!question.has(term)) question.set(term, weight)
    const dots = new Map<number, number>()
    for (const [term, weight] of question) for (const at of this.byTerm[term] ?? []) dots.set(at, (dots.get(at) ?? 0) + weight * (this.wordings[at]?.terms.get(term) ?? 0))
    const best = new Map<number, { like: number; wording: string }>()
    for (const [at, dot] of dots) {
      const wording = this.wordings[at] as Wording
      const like = Math.min(1, dot / (length * wording.length))
      if (like > (best.get(wording.guide)?.like ?? 0)) best.set(wording.guide, { like, wording: wording.text })
    }
    let mass = strange
    for (const term of own.keys()) mass += this.terms.has(term) ? (this.idf[this.terms.get(term) as number] as number) : 0
    const fits = [...best].filter(([guide]) => allowed(this.guides[guide] as Source)).map(([guide, { like, wording }]): GuideFit => {
      let met = 0
      for (const term of own.keys()) {
        const known = this.terms.get(term)
        if (known !== undefined && this.whole[guide]?.has(known)) met += this.idf[known] as number
      }
      return { at: guide, fit: WORDING * like + COVERED * Math.min(1, met / Math.max(mass, 1e-6)), wording }
    })
    return fits.sort((a, b) => b.fit - a.fit || a.at - b.at).slice(0, limit)
  }

  private weigh(terms: ReadonlyMap<string, number>): Map<number, number> {
    const weighed = new Map<number, number>()
    for (const [term, weight] of terms) {
      const at = this.terms.get(term)
      if (at !== undefined) weighed.set(at, weight * (this.idf[at] as number))
    }
    return weighed
  }
}

/** What a text says, and at less weight what the law calls it. */
function withLegal(text: string): Map<string, number> {
  const terms = termsOf(text)
  for (const term of termsOf(legalWordsOf(plainText(text)).join(' ')).keys()) if (!terms.has(term)) terms.set(term, LEGAL)
  return terms
}

function termsOf(text: string): Map<string, number> {
  const terms = new Map<string, number>()
  for (const word of wordsOf(text)) terms.set(`w${word}`, 1)
  for (const pair of pairsOf(text)) terms.set(`p${pair}`, 1)
  return terms
}
const lengthOf = (terms: ReadonlyMap<number, number>): number => Math.sqrt([...terms.values()].reduce((sum, one) => sum + one * one, 0))
