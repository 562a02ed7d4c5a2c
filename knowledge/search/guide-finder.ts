import { foldDialect } from '../lexicon/dialect.ts'
import { legalWordsOf } from '../lexicon/expansion.ts'
import { type Source } from './searcher.ts'
import { pairsOf, plainText, wordsOf } from './words.ts'

/** A guide that fits: how well, from 0 to 1, and the wording that comes nearest to the question. */
export interface GuideFit {
  at: number
  fit: number
  wording: string
}

interface Wording {
  guide: number
  text: string
  length: number
}
/** The wordings that have a term, and its weight in each. */
interface Posting {
  wordings: number[]
  weights: number[]
}

/** Shares of the likeness to the nearest way of asking, and of how much of the question the whole guide meets. */
const WORDING = 0.62,
  COVERED = 0.38,
  LEGAL = 0.35,
  PAIR = 0.6

/**
 * Finds guides by the ways in which people ask for them. There are few and short, so each wording is compared as it stands;
 * what a question says in everyday words counts also in the words of the law.
 */
export class GuideFinder {
  private readonly terms = new Map<string, number>()
  private readonly idf: number[] = []
  private readonly wordings: Wording[] = []
  private readonly postings: Posting[] = []
  /** By term the guides that have it anywhere. */
  private readonly holders: number[][] = []
  /** Written anew by every question. */
  private readonly dots: Float32Array
  private readonly likest: Int32Array

  constructor(readonly guides: readonly Source[]) {
    const spelled = guides.map((guide) => {
      const asked = [guide.title, ...(guide.alsoAsked ?? '').split('\n'), guide.text.split('\n')[0] ?? ''].filter(
        (text) => text.trim() !== '',
      )
      const folded = (text: string) => foldDialect(plainText(text))
      return {
        asked: asked.map((text) => ({ text, terms: withLegal(folded(text)) })),
        all: new Set([...termsOf(folded(`${guide.path} ${guide.text}`)).keys()]),
      }
    })
    const frequency = new Map<string, number>()
    for (const { asked, all } of spelled)
      for (const term of new Set([...all, ...asked.flatMap(({ terms }) => [...terms.keys()])]))
        frequency.set(term, (frequency.get(term) ?? 0) + 1)
    for (const [term, df] of frequency) {
      this.terms.set(term, this.terms.size)
      this.idf.push(Math.log(1 + (guides.length - df + 0.5) / (df + 0.5)) * (term.startsWith('p') ? PAIR : 1))
      this.postings.push({ wordings: [], weights: [] })
      this.holders.push([])
    }
    spelled.forEach(({ asked, all }, guide) => {
      for (const term of new Set([...all, ...asked.flatMap(({ terms }) => [...terms.keys()])]))
        this.holders[this.terms.get(term)!]?.push(guide)
      for (const { text, terms } of asked) {
        const weighed = this.weigh(terms)
        for (const [term, weight] of weighed) {
          this.postings[term]!.wordings.push(this.wordings.length)
          this.postings[term]!.weights.push(weight)
        }
        this.wordings.push({ guide, text, length: lengthOf(weighed) })
      }
    })
    this.dots = new Float32Array(this.wordings.length)
    this.likest = new Int32Array(guides.length)
  }

  /** How well each guide fits, best first, none where no word is shared. `plain` is the question in simplified characters and lower case. */
  find(plain: string): GuideFit[] {
    const own = termsOf(plain)
    const question = this.weigh(own)
    const known = lengthOf(question)
    if (known === 0) return []
    // Words that no guide has weigh too: a question about something else must not fit by the little that it shares.
    let strange = 0
    for (const [term, weight] of own)
      if (!this.terms.has(term)) strange += (weight * (term.startsWith('p') ? PAIR : 1) * 4.5) ** 2
    const length = Math.sqrt(known ** 2 + strange * 0.35)
    for (const [term, weight] of this.weigh(withLegal(plain, own))) if (!question.has(term)) question.set(term, weight)
    const { dots, likest } = this
    dots.fill(0)
    for (const [term, weight] of question) {
      const { wordings, weights } = this.postings[term] as Posting
      for (let i = 0; i < wordings.length; i++) dots[wordings[i]!]! += weight * weights[i]!
    }
    likest.fill(-1)
    for (let at = 0; at < dots.length; at++) {
      if (dots[at] === 0) continue
      const { guide, length: its } = this.wordings[at]!
      dots[at] = Math.min(1, dots[at]! / (length * its))
      if (likest[guide]! < 0 || dots[at]! > dots[likest[guide]!]!) likest[guide] = at
    }
    let mass = strange
    const met = new Float32Array(this.guides.length)
    for (const term of own.keys()) {
      const place = this.terms.get(term)
      if (place === undefined) continue
      mass += this.idf[place]!
      for (const guide of this.holders[place]!) met[guide]! += this.idf[place]!
    }
    const fits: GuideFit[] = []
    for (let guide = 0; guide < likest.length; guide++) {
      const at = likest[guide]!
      if (at >= 0)
        fits.push({
          at: guide,
          fit: WORDING * dots[at]! + COVERED * Math.min(1, met[guide]! / Math.max(mass, 1e-6)),
          wording: this.wordings[at]!.text,
        })
    }
    return fits.sort((a, b) => b.fit - a.fit || a.at - b.at)
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
function withLegal(text: string, own: ReadonlyMap<string, number> = termsOf(text)): Map<string, number> {
  const terms = new Map(own)
  for (const term of termsOf(legalWordsOf(plainText(text)).join(' ')).keys())
    if (!terms.has(term)) terms.set(term, LEGAL)
  return terms
}

function termsOf(text: string): Map<string, number> {
  const terms = new Map<string, number>()
  for (const word of wordsOf(text)) terms.set(`w${word}`, 1)
  for (const pair of pairsOf(text)) terms.set(`p${pair}`, 1)
  return terms
}
const lengthOf = (terms: ReadonlyMap<number, number>): number =>
  Math.sqrt([...terms.values()].reduce((sum, one) => sum + one * one, 0))
