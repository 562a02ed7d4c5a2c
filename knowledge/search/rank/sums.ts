/** How well every source of the index meets a question, kind of evidence by kind; the sums that choose the candidates. */
import { type SearchIndex } from '../index/index.ts'
import { addScores, type Weighed } from '../index/postings.ts'
import { type Dense, denseOf } from './dense.ts'
import { type Question } from './question.ts'

/** Weights of the sum that stands before anything learned from rows: found on folds of the training questions and on the guides' own questions. */
export const BASE = {
  pairs: 0.5,
  legal: 0.4,
  cited: 0.15,
  mentions: 0.3,
  citedByHit: 0.1,
  viaArticles: 0.35,
  viaAnswers: 0.15,
  likeness: 0.8,
  heads: 0.05,
}

/**
 * One number a source and kind, side by side as the sources lie, and written anew by every question. A question meets half of all sources
 * by the words that answer its words, so walking through all of them in order is quicker than keeping a list of those that were met.
 */
export class Sums {
  readonly dense: Dense
  /** `base` is the whole sum, `free` the sum of what needs no labels; both 0 for what the question does not meet. `known` holds whatever is asked. */
  readonly numbers: Dense['numbers']
  readonly chapters: Float32Array
  highest: ReturnType<Dense['measure']>
  private allowed?: Uint8Array

  constructor(
    private readonly index: SearchIndex,
    cited: Float32Array,
    mentions: Float32Array,
  ) {
    this.dense = denseOf(index.count, BASE)
    this.numbers = this.dense.numbers
    this.chapters = new Float32Array(index.columns.chapters)
    const { known } = this.numbers
    for (let at = 0; at < known.length; at++) known[at] = BASE.cited * cited[at]! + BASE.mentions * mentions[at]!
    this.dense.marks.fill(-1)
    this.highest = this.dense.measure()
  }

  /** `allowed` marks with 1 what may be found. `likeness` holds the products of the question's vector with every source's, `unit` what stands for 1 there. */
  read(question: Question, allowed: Uint8Array | undefined, likeness: Int32Array | undefined, unit: number): void {
    const { index, dense, numbers } = this
    this.allow(allowed)
    for (const name of [
      'words',
      'pairs',
      'legal',
      'viaArticles',
      'viaAnswers',
      'heads',
      'coveredWords',
      'coveredPairs',
    ] as const)
      numbers[name].fill(0)
    this.chapters.fill(0)
    addScores(index.words, question.words, numbers.words, numbers.coveredWords)
    addScores(index.pairs, question.pairs, numbers.pairs, numbers.coveredPairs)
    addScores(index.words, question.legalWords, numbers.legal)
    addScores(index.pairs, half(question.legalPairs), numbers.legal)
    const [byArticles, byAnswers] = question.translated
    if (byArticles !== undefined) addScores(index.words, byArticles, numbers.viaArticles)
    if (byAnswers !== undefined) addScores(index.words, byAnswers, numbers.viaAnswers)
    addScores(index.heads, question.words, numbers.heads)
    addScores(index.chapters, question.words, this.chapters)
    if (likeness === undefined) dense.products.fill(0)
    else dense.products.set(likeness)
    const highest = (this.highest = dense.measure())
    dense.addUp({
      together: 1 / highest.together,
      viaArticles: BASE.viaArticles / highest.viaArticles,
      viaAnswers: BASE.viaAnswers / highest.viaAnswers,
      likeness: 1 / unit,
    })
  }

  /** What is like the question and shares no word with it. */
  takeIn(at: number): void {
    const { base, free, known, likeness } = this.numbers
    if (base[at]! > 0) return
    free[at] = known[at]!
    base[at] = known[at]! + BASE.likeness * likeness[at]!
  }

  lexical(at: number): number {
    return this.numbers.words[at]! + BASE.pairs * this.numbers.pairs[at]!
  }

  private allow(allowed: Uint8Array | undefined): void {
    if (allowed === this.allowed) return
    const { marks } = this.dense
    for (let at = 0; at < marks.length; at++) marks[at] = allowed === undefined || allowed[at] === 1 ? -1 : 0
    this.allowed = allowed
  }
}

const half = ({ terms, weights }: Weighed): Weighed => ({ terms, weights: weights.map((one) => one * BASE.pairs) })
