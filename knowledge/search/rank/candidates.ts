/** From a question to the few hundred sources worth looking at closely, each with its row of features. */
import { type Model, VECTOR_STEPS } from '../../learn/model.ts'
import { type SearchIndex } from '../index/index.ts'
import { addScores, type Touched, touchedOf, type Weighed } from '../index/postings.ts'
import { QuestionMemory } from './memory.ts'
import { F, MARKS_SHOWN, WIDTH } from './names.ts'
import { type Question } from './question.ts'
import { type Scan, scanOver } from './scan.ts'
import { bestOf } from './select.ts'

/** Weights of the sum that stands before anything learned from rows: found on folds of the training questions and on the guides' own questions. */
export const BASE = { pairs: 0.5, legal: 0.4, cited: 0.15, mentions: 0.3, citedByHit: 0.1, viaArticles: 0.35, viaAnswers: 0.15, likeness: 0.8, heads: 0.05 }

export const POOL = { base: 260, likeness: 100, nearest: 40, free: 100 }
const MOST = POOL.base + POOL.likeness + POOL.nearest + POOL.free

export interface Candidates {
  size: number
  sources: Uint32Array
  /** Row by row, `WIDTH` numbers each. */
  rows: Float32Array
  /** The sum that uses nothing learned from labelled questions. */
  free: Float32Array
  /** Likeness of the nearest labelled question. */
  near: number
}

export class CandidateFinder {
  private readonly words: Float32Array
  private readonly pairs: Float32Array
  private readonly legal: Float32Array
  private readonly via: [Float32Array, Float32Array]
  private readonly heads: Float32Array
  private readonly coveredWords: Float32Array
  private readonly coveredPairs: Float32Array
  private readonly base: Float32Array
  private readonly freeSum: Float32Array
  private readonly hit: Float32Array
  private readonly cites: Float32Array
  private readonly chapterScores: Float32Array
  private readonly touched: Touched
  private readonly touchedChapters: Touched
  private readonly scan?: Scan
  private readonly memory?: QuestionMemory
  private readonly mentions: Float32Array
  private readonly cited: Float32Array
  private readonly lawNumbers: Float32Array[]
  private readonly chapterNumbers: Float32Array[]
  private readonly slot: Int32Array
  private readonly taken: Uint8Array
  private readonly out: Candidates
  private readonly keys = new Float32Array(MOST)

  constructor(private readonly index: SearchIndex, model?: Model) {
    const { count, columns, citations } = index
    const numbers = () => new Float32Array(count)
    this.words = numbers(); this.pairs = numbers(); this.legal = numbers(); this.via = [numbers(), numbers()]; this.heads = numbers()
    this.coveredWords = numbers(); this.coveredPairs = numbers(); this.base = numbers(); this.freeSum = numbers(); this.hit = numbers(); this.cites = numbers()
    this.chapterScores = new Float32Array(columns.chapters)
    this.touched = touchedOf(count)
    this.touchedChapters = touchedOf(columns.chapters)
    if (model !== undefined && index.vectors !== undefined) {
      this.scan = scanOver(index.vectors, model.dims)
      this.memory = new QuestionMemory(index, model)
    }
    const share = (counts: ArrayLike<number>) => {
      let most = 1
      for (let i = 0; i < counts.length; i++) most = Math.max(most, counts[i]!)
      return Float32Array.from(counts, (one) => Math.log1p(one) / Math.log1p(most))
    }
    this.mentions = share(citations.mentions)
    this.cited = share(citations.cited)
    this.lawNumbers = Array.from({ length: 5 }, () => new Float32Array(columns.laws.length))
    this.chapterNumbers = Array.from({ length: 3 }, () => new Float32Array(columns.chapters))
    this.slot = new Int32Array(count).fill(-1)
    this.taken = new Uint8Array(count)
    this.out = { size: 0, sources: new Uint32Array(MOST), rows: new Float32Array(MOST * WIDTH), free: new Float32Array(MOST), near: 0 }
  }

  /** What it answers is overwritten by the next call. `allowed` leaves sources out altogether, `without` labelled questions. */
  find(question: Question, allowed?: (source: number) => boolean, without?: (question: number) => boolean): Candidates {
    const { index, touched, out } = this
    this.clear()
    touched.round++
    touched.size = 0
    addScores(index.words, question.words, this.words, touched, this.coveredWords)
    addScores(index.pairs, question.pairs, this.pairs, touched, this.coveredPairs)
    addScores(index.words, question.legalWords, this.legal, touched)
    addScores(index.pairs, half(question.legalPairs), this.legal, touched)
    question.translated.slice(0, 2).forEach((terms, i) => addScores(index.words, terms, this.via[i]!, touched))
    addScores(index.heads, question.words, this.heads, touched)
    const chapters = this.touchedChapters
    chapters.round++
    chapters.size = 0
    addScores(index.chapters, question.words, this.chapterScores, chapters)
    const dots = question.vector === undefined ? undefined : this.scan?.(question.vector)
    if (question.vector !== undefined) this.memory?.recall(question.vector, without)

    const { units, size } = touched, squared = VECTOR_STEPS * VECTOR_STEPS
    const likeness = (at: number) => (dots === undefined ? 0 : Math.max(0, dots[at]! / squared))
    // First sums, relative to the best of each kind.
    let bestLexical = 1e-6, bestLegal = 1e-6, bestVia0 = 1e-6, bestVia1 = 1e-6, bestHeads = 1e-6, bestLike = 0
    for (let i = 0; i < size; i++) {
      const at = units[i]!
      const lexical = this.words[at]! + BASE.pairs * this.pairs[at]!
      if (lexical > bestLexical) bestLexical = lexical
      if (this.legal[at]! > bestLegal) bestLegal = this.legal[at]!
      if (this.via[0][at]! > bestVia0) bestVia0 = this.via[0][at]!
      if (this.via[1][at]! > bestVia1) bestVia1 = this.via[1][at]!
      if (this.heads[at]! > bestHeads) bestHeads = this.heads[at]!
    }
    const both = this.bestTogether(question, bestLexical)
    for (let i = 0; i < size; i++) {
      const at = units[i]!
      const free = (this.words[at]! + BASE.pairs * this.pairs[at]! + BASE.legal * this.legal[at]!) / both + BASE.cited * this.cited[at]! + BASE.mentions * this.mentions[at]!
      this.freeSum[at] = free
      const like = likeness(at)
      if (like > bestLike) bestLike = like
      this.base[at] = free + (BASE.viaArticles * this.via[0][at]!) / bestVia0 + (BASE.viaAnswers * this.via[1][at]!) / bestVia1 + BASE.likeness * like
    }
    // The pool: best by the sum, by the sum without labels, by likeness alone, and what answered the nearest questions.
    const fits = (at: number) => allowed === undefined || allowed(at)
    let n = 0
    const take = (at: number) => {
      if (this.taken[at] === 1 || n === MOST) return
      this.taken[at] = 1
      out.sources[n++] = at
    }
    for (const at of bestOf(units, size, this.base, POOL.base, fits)) take(at)
    for (const at of bestOf(units, size, this.freeSum, POOL.free, fits)) take(at)
    if (dots !== undefined) for (const at of bestOf(undefined, index.count, dots, POOL.likeness, fits)) take(at)
    if (this.memory !== undefined) {
      const met = Uint32Array.from(this.memory.met)
      for (const at of bestOf(met, met.length, this.memory.nearestSum, POOL.nearest, fits)) take(at)
    }
    out.size = n
    out.near = this.memory?.best ?? 0
    for (let i = 0; i < n; i++) {
      const at = out.sources[i]!
      this.taken[at] = 0
      if (touched.stamps[at] !== touched.round) {
        touched.stamps[at] = touched.round
        units[touched.size++] = at
        this.freeSum[at] = BASE.cited * this.cited[at]! + BASE.mentions * this.mentions[at]!
        this.base[at] = this.freeSum[at]! + BASE.likeness * likeness(at)
        if (likeness(at) > bestLike) bestLike = likeness(at)
      }
    }
    this.citationShares(out)
    this.fill(question, out, likeness, { bestLexical, bestLegal, bestVia0, bestVia1, bestHeads, bestLike })
    return out
  }

  private bestTogether(question: Question, bestLexical: number): number {
    if (question.legalCount === 0) return bestLexical
    let best = bestLexical
    const { units, size } = this.touched
    for (let i = 0; i < size; i++) {
      const at = units[i]!, sum = this.words[at]! + BASE.pairs * this.pairs[at]! + BASE.legal * this.legal[at]!
      if (sum > best) best = sum
    }
    return best
  }

  /** An article that a good hit names is likelier, and one that names a good hit a little. */
  private citationShares({ sources, size }: Candidates): void {
    const { starts, targets } = this.index.citations
    for (let i = 0; i < size; i++) this.slot[sources[i]!] = i
    for (let i = 0; i < size; i++) {
      const at = sources[i]!, score = this.freeSum[at]!
      for (let c = starts[at]!; c < starts[at + 1]!; c++) {
        const target = targets[c]!
        if (this.slot[target]! < 0) continue
        if (score > this.hit[target]!) this.hit[target] = score
        const other = this.freeSum[target]!
        if (other > this.cites[at]!) this.cites[at] = other
      }
    }
    for (let i = 0; i < size; i++) {
      const at = sources[i]!
      this.freeSum[at]! += BASE.citedByHit * this.hit[at]!
      this.base[at]! += BASE.citedByHit * this.hit[at]!
    }
  }

  private fill(question: Question, out: Candidates, likeness: (at: number) => number, best: { bestLexical: number; bestLegal: number; bestVia0: number; bestVia1: number; bestHeads: number; bestLike: number }): void {
    const { index: { columns }, memory } = this
    const { sources, size: n, rows } = out
    const { law, chapter, runStart, runLength, lawKind, length, marks } = columns
    const [lawBest, lawSum, lawRank, lawLexical, lawLike] = this.lawNumbers as [Float32Array, Float32Array, Float32Array, Float32Array, Float32Array]
    const [chapterBest, chapterSum, chapterRank] = this.chapterNumbers as [Float32Array, Float32Array, Float32Array]
    let bestChapter = 1e-6, sum = 1e-6
    for (let i = 0; i < n; i++) {
      const at = sources[i]!, l = law[at]!, c = chapter[at]!
      lawBest[l] = lawSum[l] = lawRank[l] = lawLexical[l] = lawLike[l] = 0
      chapterBest[c] = chapterSum[c] = chapterRank[c] = 0
      if (this.chapterScores[c]! > bestChapter) bestChapter = this.chapterScores[c]!
    }
    // Best first, so that ranks within a law fall out of one walk.
    const order = sortBy(sources, n, this.base, this.keys)
    const top = n === 0 ? 0 : this.base[order[0]!]!
    for (let i = 0; i < n; i++) {
      const at = order[i]!, l = law[at]!, c = chapter[at]!, score = this.base[at]!, lexical = this.words[at]! + BASE.pairs * this.pairs[at]!
      const weight = Math.exp(6 * (score - top))
      sum += weight
      lawSum[l]! += weight
      chapterSum[c]! += weight
      if (score > lawBest[l]!) lawBest[l] = score
      if (score > chapterBest[c]!) chapterBest[c] = score
      if (lexical > lawLexical[l]!) lawLexical[l] = lexical
      const like = likeness(at)
      if (like > lawLike[l]!) lawLike[l] = like
      const row = i * WIDTH
      rows[row + F.baseRank] = Math.log2(i + 1)
      rows[row + F.rankInLaw] = Math.log2(1 + lawRank[l]!++)
      rows[row + F.rankInChapter] = Math.log2(1 + chapterRank[c]!++)
    }
    const likeRank = rankOf(order, n, (at) => likeness(at)), lexicalRank = rankOf(order, n, (at) => this.words[at]! + BASE.pairs * this.pairs[at]!)
    for (let i = 0; i < n; i++) {
      const at = order[i]!, row = i * WIDTH, l = law[at]!, c = chapter[at]!
      const lexical = this.words[at]! + BASE.pairs * this.pairs[at]!, like = likeness(at), score = this.base[at]!
      const start = runStart[at]!, end = start + runLength[at]!
      let near1 = 0, near3 = 0
      for (let d = -3; d <= 3; d++) {
        const other = at + d
        if (d === 0 || other < start || other >= end || this.touched.stamps[other] !== this.touched.round) continue
        const its = this.base[other]!
        if (its > near3) near3 = its
        if ((d === 1 || d === -1) && its > near1) near1 = its
      }
      const place = at - start
      rows[row + F.base] = score
      rows[row + F.lexical] = lexical / best.bestLexical
      rows[row + F.lexicalRaw] = lexical
      rows[row + F.lexicalRank] = Math.log2(1 + lexicalRank[i]!)
      rows[row + F.words] = this.words[at]! / best.bestLexical
      rows[row + F.pairs] = this.pairs[at]! / best.bestLexical
      rows[row + F.wordsCovered] = question.wordMass > 0 ? this.coveredWords[at]! / question.wordMass : 0
      rows[row + F.pairsCovered] = question.pairMass > 0 ? this.coveredPairs[at]! / question.pairMass : 0
      rows[row + F.legal] = this.legal[at]! / best.bestLegal
      rows[row + F.legalRaw] = this.legal[at]!
      rows[row + F.viaArticles] = this.via[0][at]! / best.bestVia0
      rows[row + F.viaArticlesRaw] = this.via[0][at]!
      rows[row + F.viaAnswers] = this.via[1][at]! / best.bestVia1
      rows[row + F.viaAnswersRaw] = this.via[1][at]!
      rows[row + F.likeness] = like
      rows[row + F.likenessGap] = like - best.bestLike
      rows[row + F.likenessRank] = Math.log2(1 + likeRank[i]!)
      rows[row + F.heads] = this.heads[at]! / best.bestHeads
      rows[row + F.headsRaw] = this.heads[at]!
      rows[row + F.chapter] = this.chapterScores[c]! / bestChapter
      rows[row + F.chapterRaw] = this.chapterScores[c]!
      rows[row + F.lawNamed] = question.plain.includes(columns.laws[l]!) ? columns.laws[l]!.length : 0
      rows[row + F.articleNamed] = 0
      rows[row + F.mentions] = this.mentions[at]!
      rows[row + F.cited] = this.cited[at]!
      rows[row + F.citedByHit] = this.hit[at]!
      rows[row + F.citesHit] = this.cites[at]!
      rows[row + F.asked] = memory?.asked[at] ?? 0
      rows[row + F.askedLaw] = Math.log1p(memory?.askedLaw[l] ?? 0)
      rows[row + F.askedChapter] = Math.log1p(memory?.askedChapter[c] ?? 0)
      rows[row + F.nearest] = memory?.nearest[at] ?? 0
      rows[row + F.nearestSum] = memory?.nearestSum[at] ?? 0
      rows[row + F.nearestLaw] = memory?.nearestLaw[l] ?? 0
      rows[row + F.nearestLawSum] = memory?.nearestLawSum[l] ?? 0
      rows[row + F.nearestChapter] = memory?.nearestChapter[c] ?? 0
      rows[row + F.nearestAny] = out.near
      rows[row + F.lawBest] = lawBest[l]!
      rows[row + F.lawShare] = lawSum[l]! / sum
      rows[row + F.lawGap] = score - lawBest[l]!
      rows[row + F.chapterBest] = chapterBest[c]!
      rows[row + F.chapterShare] = chapterSum[c]! / sum
      rows[row + F.neighbours] = near1
      rows[row + F.neighbourhood] = near3
      rows[row + F.length] = Math.log2(1 + length[at]!)
      rows[row + F.place] = place / Math.max(1, runLength[at]!)
      rows[row + F.lawSize] = Math.log2(1 + runLength[at]!)
      rows[row + F.lawKind] = lawKind[at]!
      let fit = 0
      for (let m = 0; m < 14; m++) {
        const asked = (question.marks >> m) & 1, has = (marks[at]! >> m) & 1
        if (asked === 1) fit += has === 1 ? 1 : -1
        if (m < MARKS_SHOWN) rows[row + F.mark0 + m] = asked === 0 ? (has === 1 ? 0.5 : 0) : has === 1 ? 2 : -1
      }
      rows[row + F.fit] = fit
      rows[row + F.questionLength] = question.plain.length
      rows[row + F.questionBest] = best.bestLexical
      rows[row + F.questionLegal] = question.legalCount
      rows[row + F.likenessBest] = best.bestLike
      rows[row + F.citedByNear] = 0
      rows[row + F.lexicalLawBest] = lawLexical[l]! / best.bestLexical
      rows[row + F.likenessLawBest] = lawLike[l]!
      out.free[i] = this.freeSum[at]!
      out.sources[i] = at
    }
  }

  private clear(): void {
    const { units, size } = this.touched
    for (let i = 0; i < size; i++) {
      const at = units[i]!
      this.words[at] = this.pairs[at] = this.legal[at] = this.via[0][at] = this.via[1][at] = this.heads[at] = 0
      this.coveredWords[at] = this.coveredPairs[at] = this.base[at] = this.freeSum[at] = this.hit[at] = this.cites[at] = 0
      this.slot[at] = -1
    }
    const chapters = this.touchedChapters
    for (let i = 0; i < chapters.size; i++) this.chapterScores[chapters.units[i]!] = 0
  }
}

const half = ({ terms, weights }: Weighed): Weighed => ({ terms, weights: weights.map((one) => one * BASE.pairs) })

function sortBy(sources: Uint32Array, n: number, score: Float32Array, _keys: Float32Array): Uint32Array {
  return sources.slice(0, n).sort((a, b) => score[b]! - score[a]! || a - b)
}

/** By place in `order` the rank by another score. */
function rankOf(order: Uint32Array, n: number, score: (at: number) => number): Uint16Array {
  const keys = Float32Array.from({ length: n }, (_, i) => score(order[i]!))
  const places = Uint16Array.from({ length: n }, (_, i) => i).sort((a, b) => keys[b]! - keys[a]! || a - b)
  const ranks = new Uint16Array(n)
  places.forEach((place, rank) => (ranks[place] = rank))
  return ranks
}
