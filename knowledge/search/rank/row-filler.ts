/** The row of features of each candidate (`names.ts`), relative to the question and to the other candidates. */
import { type SearchIndex } from '../index/index.ts'
import { type Candidates } from './candidates.ts'
import { type QuestionMemory } from './memory.ts'
import { F, MARKS_SHOWN, WIDTH } from './names.ts'
import { type Question } from './question.ts'
import { type Sums } from './sums.ts'

/** Bits of a sentence's kind that a question and an article are compared by. */
const MARKS = 14

export class RowFiller {
  private readonly ofLaw: {
    best: Float32Array
    sum: Float32Array
    rank: Float32Array
    lexical: Float32Array
    like: Float32Array
    via: Float32Array
    free: Float32Array
  }
  private readonly ofChapter: {
    best: Float32Array
    sum: Float32Array
    rank: Float32Array
    lexical: Float32Array
    like: Float32Array
    via: Float32Array
    legal: Float32Array
  }
  constructor(
    private readonly index: SearchIndex,
    private readonly sums: Sums,
    private readonly memory: QuestionMemory | undefined,
    private readonly cited: Float32Array,
    private readonly mentions: Float32Array,
  ) {
    const laws = () => new Float32Array(index.columns.laws.length),
      chapters = () => new Float32Array(index.columns.chapters)
    this.ofLaw = { best: laws(), sum: laws(), rank: laws(), lexical: laws(), like: laws(), via: laws(), free: laws() }
    this.ofChapter = {
      best: chapters(),
      sum: chapters(),
      rank: chapters(),
      lexical: chapters(),
      like: chapters(),
      via: chapters(),
      legal: chapters(),
    }
  }

  /** `out.sources` stand best first and `filled` of them get whole rows; `slot` gives the place at which `hit` and `cites` hold the numbers of a source. */
  fill(
    question: Question,
    out: Candidates,
    filled: number,
    bestLike: number,
    slot: Int32Array,
    hit: Float32Array,
    cites: Float32Array,
  ): void {
    const {
        index: { columns },
        sums,
        memory,
        ofLaw,
        ofChapter,
      } = this,
      { numbers, highest } = sums
    const { sources: order, size: n, rows } = out
    const { law, chapter, runStart, runLength, lawKind, length, marks } = columns
    const { bestChapter, sum, freeSum } = this.rankWithinLaws(out)
    const likeRank = ranksBy(order, n, (at) => numbers.likeness[at]!),
      lexicalRank = ranksBy(order, n, (at) => sums.lexical(at)),
      freeRank = ranksBy(order, n, (at) => numbers.free[at]!)
    const named = new Map<number, number>()
    const nameOf = (l: number): number => {
      const known = named.get(l)
      if (known !== undefined) return known
      const name = columns.laws[l]!,
        length = question.plain.includes(name) ? name.length : 0
      named.set(l, length)
      return length
    }
    for (let i = 0; i < n; i++) {
      rows[i * WIDTH + F.base] = numbers.base[order[i]!]!
      out.free[i] = numbers.free[order[i]!]!
    }
    for (let i = 0; i < Math.min(n, filled); i++) {
      const at = order[i]!,
        row = i * WIDTH,
        l = law[at]!,
        c = chapter[at]!
      const lexical = sums.lexical(at),
        like = numbers.likeness[at]!,
        score = numbers.base[at]!
      const start = runStart[at]!,
        place = at - start
      const { near1, near3, lexical3, like3, via3, asked3 } = this.neighbours(at, start, start + runLength[at]!),
        via = numbers.viaArticles[at]!
      rows[row + F.lexical] = lexical / highest.lexical
      rows[row + F.lexicalRaw] = lexical
      rows[row + F.lexicalRank] = Math.log2(1 + lexicalRank[i]!)
      rows[row + F.words] = numbers.words[at]! / highest.lexical
      rows[row + F.pairs] = numbers.pairs[at]! / highest.lexical
      rows[row + F.wordsCovered] = question.wordMass > 0 ? numbers.coveredWords[at]! / question.wordMass : 0
      rows[row + F.pairsCovered] = question.pairMass > 0 ? numbers.coveredPairs[at]! / question.pairMass : 0
      rows[row + F.legal] = numbers.legal[at]! / highest.legal
      rows[row + F.legalRaw] = numbers.legal[at]!
      rows[row + F.viaArticles] = numbers.viaArticles[at]! / highest.viaArticles
      rows[row + F.viaArticlesRaw] = numbers.viaArticles[at]!
      rows[row + F.viaAnswers] = numbers.viaAnswers[at]! / highest.viaAnswers
      rows[row + F.viaAnswersRaw] = numbers.viaAnswers[at]!
      rows[row + F.likeness] = like
      rows[row + F.likenessGap] = like - bestLike
      rows[row + F.likenessRank] = Math.log2(1 + likeRank[i]!)
      rows[row + F.heads] = numbers.heads[at]! / highest.heads
      rows[row + F.headsRaw] = numbers.heads[at]!
      rows[row + F.chapter] = sums.chapters[c]! / bestChapter
      rows[row + F.chapterRaw] = sums.chapters[c]!
      rows[row + F.lawNamed] = nameOf(l)
      rows[row + F.mentions] = this.mentions[at]!
      rows[row + F.cited] = this.cited[at]!
      rows[row + F.citedByHit] = hit[slot[at]!]!
      rows[row + F.citesHit] = cites[slot[at]!]!
      rows[row + F.asked] = memory?.asked[at] ?? 0
      rows[row + F.askedLaw] = Math.log1p(memory?.askedLaw[l] ?? 0)
      rows[row + F.askedChapter] = Math.log1p(memory?.askedChapter[c] ?? 0)
      rows[row + F.nearest] = memory?.nearest[at] ?? 0
      rows[row + F.nearestSum] = memory?.nearestSum[at] ?? 0
      rows[row + F.nearestLaw] = memory?.nearestLaw[l] ?? 0
      rows[row + F.nearestLawSum] = memory?.nearestLawSum[l] ?? 0
      rows[row + F.nearestChapter] = memory?.nearestChapter[c] ?? 0
      rows[row + F.nearestAny] = out.near
      rows[row + F.lawBest] = ofLaw.best[l]!
      rows[row + F.lawShare] = ofLaw.sum[l]! / sum
      rows[row + F.lawGap] = score - ofLaw.best[l]!
      rows[row + F.chapterBest] = ofChapter.best[c]!
      rows[row + F.chapterShare] = ofChapter.sum[c]! / sum
      rows[row + F.neighbours] = near1
      rows[row + F.neighbourhood] = near3
      rows[row + F.length] = Math.log2(1 + length[at]!)
      rows[row + F.place] = place / Math.max(1, runLength[at]!)
      rows[row + F.lawSize] = Math.log2(1 + runLength[at]!)
      rows[row + F.lawKind] = lawKind[at]!
      let fit = 0
      for (let m = 0; m < MARKS; m++) {
        const asked = (question.marks >> m) & 1,
          has = (marks[at]! >> m) & 1
        if (asked === 1) fit += has === 1 ? 1 : -1
        if (m < MARKS_SHOWN) rows[row + F.mark0 + m] = asked === 0 ? (has === 1 ? 0.5 : 0) : has === 1 ? 2 : -1
      }
      rows[row + F.fit] = fit
      rows[row + F.questionLength] = question.plain.length
      rows[row + F.questionBest] = highest.lexical
      rows[row + F.questionLegal] = question.legalCount
      rows[row + F.likenessBest] = bestLike
      rows[row + F.lexicalLawBest] = ofLaw.lexical[l]! / highest.lexical
      rows[row + F.likenessLawBest] = ofLaw.like[l]!
      rows[row + F.free] = numbers.free[at]!
      rows[row + F.freeRank] = Math.log2(1 + freeRank[i]!)
      rows[row + F.freeLawShare] = ofLaw.free[l]! / freeSum
      rows[row + F.lexicalLawGap] = (lexical - ofLaw.lexical[l]!) / highest.lexical
      rows[row + F.lexicalChapterGap] = (lexical - ofChapter.lexical[c]!) / highest.lexical
      rows[row + F.likenessLawGap] = like - ofLaw.like[l]!
      rows[row + F.likenessChapterGap] = like - ofChapter.like[c]!
      rows[row + F.viaLawGap] = (via - ofLaw.via[l]!) / highest.viaArticles
      rows[row + F.viaChapterGap] = (via - ofChapter.via[c]!) / highest.viaArticles
      rows[row + F.legalChapterGap] = (numbers.legal[at]! - ofChapter.legal[c]!) / highest.legal
      rows[row + F.lexicalOverNeighbours] = (lexical - lexical3) / highest.lexical
      rows[row + F.likenessOverNeighbours] = like - like3
      rows[row + F.viaOverNeighbours] = (via - via3) / highest.viaArticles
      rows[row + F.nearestNeighbour] = asked3
    }
  }

  /** What depends on the other candidates of the same law and chapter; they stand best first, so that ranks fall out of one walk. */
  private rankWithinLaws({ sources: order, size: n, rows }: Candidates): {
    bestChapter: number
    sum: number
    freeSum: number
  } {
    const {
        index: {
          columns: { law, chapter },
        },
        sums,
        ofLaw,
        ofChapter,
      } = this,
      { numbers } = sums
    let bestChapter = 1e-6,
      sum = 1e-6,
      freeSum = 1e-6,
      freeTop = 0
    for (let i = 0; i < n; i++) {
      const l = law[order[i]!]!,
        c = chapter[order[i]!]!
      ofLaw.best[l] = ofLaw.sum[l] = ofLaw.rank[l] = ofLaw.lexical[l] = ofLaw.like[l] = ofLaw.via[l] = ofLaw.free[l] = 0
      ofChapter.best[c] =
        ofChapter.sum[c] =
        ofChapter.rank[c] =
        ofChapter.lexical[c] =
        ofChapter.like[c] =
        ofChapter.via[c] =
        ofChapter.legal[c] =
          0
      if (numbers.free[order[i]!]! > freeTop) freeTop = numbers.free[order[i]!]!
      if (sums.chapters[c]! > bestChapter) bestChapter = sums.chapters[c]!
    }
    const top = n === 0 ? 0 : numbers.base[order[0]!]!
    for (let i = 0; i < n; i++) {
      const at = order[i]!,
        l = law[at]!,
        c = chapter[at]!,
        score = numbers.base[at]!
      const weight = Math.exp(6 * (score - top)),
        lexical = sums.lexical(at),
        like = numbers.likeness[at]!
      sum += weight
      ofLaw.sum[l]! += weight
      ofChapter.sum[c]! += weight
      if (score > ofLaw.best[l]!) ofLaw.best[l] = score
      if (score > ofChapter.best[c]!) ofChapter.best[c] = score
      if (lexical > ofLaw.lexical[l]!) ofLaw.lexical[l] = lexical
      if (like > ofLaw.like[l]!) ofLaw.like[l] = like
      const via = numbers.viaArticles[at]!,
        legal = numbers.legal[at]!,
        free = Math.exp(6 * (numbers.free[at]! - freeTop))
      if (via > ofLaw.via[l]!) ofLaw.via[l] = via
      ofLaw.free[l]! += free
      freeSum += free
      if (lexical > ofChapter.lexical[c]!) ofChapter.lexical[c] = lexical
      if (like > ofChapter.like[c]!) ofChapter.like[c] = like
      if (via > ofChapter.via[c]!) ofChapter.via[c] = via
      if (legal > ofChapter.legal[c]!) ofChapter.legal[c] = legal
      const row = i * WIDTH
      rows[row + F.baseRank] = Math.log2(i + 1)
      rows[row + F.rankInLaw] = Math.log2(1 + ofLaw.rank[l]!++)
      rows[row + F.rankInChapter] = Math.log2(1 + ofChapter.rank[c]!++)
    }
    return { bestChapter, sum, freeSum }
  }

  /** The best sum among the articles right beside it, and the best of each kind among three on either side. */
  private neighbours(
    at: number,
    start: number,
    end: number,
  ): { near1: number; near3: number; lexical3: number; like3: number; via3: number; asked3: number } {
    const { sums, memory } = this,
      { base, likeness, viaArticles } = sums.numbers
    let near1 = 0,
      near3 = 0,
      lexical3 = 0,
      like3 = 0,
      via3 = 0,
      asked3 = 0
    for (let other = Math.max(start, at - 3); other < Math.min(end, at + 4); other++) {
      if (other === at) continue
      if (base[other]! > near3) near3 = base[other]!
      if (Math.abs(other - at) === 1 && base[other]! > near1) near1 = base[other]!
      const lexical = sums.lexical(other),
        asked = memory?.nearest[other] ?? 0
      if (lexical > lexical3) lexical3 = lexical
      if (likeness[other]! > like3) like3 = likeness[other]!
      if (viaArticles[other]! > via3) via3 = viaArticles[other]!
      if (asked > asked3) asked3 = asked
    }
    return { near1, near3, lexical3, like3, via3, asked3 }
  }
}

/** By place in `order` the rank by another score. */
function ranksBy(order: Uint32Array, n: number, score: (at: number) => number): Uint16Array {
  const keys = Float32Array.from({ length: n }, (_, i) => score(order[i]!))
  const places = Uint16Array.from({ length: n }, (_, i) => i).sort((a, b) => keys[b]! - keys[a]! || a - b)
  const ranks = new Uint16Array(n)
  places.forEach((place, rank) => (ranks[place] = rank))
  return ranks
}
