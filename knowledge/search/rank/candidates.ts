/** From a question to the few hundred sources worth looking at closely, each with its row of features. */
import { type Model, VECTOR_STEPS } from '../../learn/model.ts'
import { type SearchIndex } from '../index/index.ts'
import { QuestionMemory } from './memory.ts'
import { WIDTH } from './names.ts'
import { type Question } from './question.ts'
import { RowFiller } from './row-filler.ts'
import { type Scan, scanOver, scanWithin } from './scan.ts'
import { bestOf } from './select.ts'
import { BASE, Sums } from './sums.ts'

/** `siblings` stand at most `SIBLING_STEPS` articles from one of the `SIBLINGS_OF` best. */
export const POOL = { base: 300, likeness: 120, nearest: 60, free: 120, siblings: 100 }
const SIBLINGS_OF = 25,
  SIBLING_STEPS = 2
const MOST = POOL.base + POOL.likeness + POOL.nearest + POOL.free + POOL.siblings
const UNIT = VECTOR_STEPS * VECTOR_STEPS

export interface Candidates {
  size: number
  /** Best first by the sum. */
  sources: Uint32Array
  /** Row by row, `WIDTH` numbers each. */
  rows: Float32Array
  /** The sum that uses nothing learned from labelled questions. */
  free: Float32Array
  /** Likeness of the nearest labelled question. */
  near: number
}

export class CandidateFinder {
  private readonly sums: Sums
  private readonly filler: RowFiller
  private readonly scan?: Scan
  private readonly memory?: QuestionMemory
  /** By source its place among the candidates, or -1. */
  private readonly slot: Int32Array
  private readonly hit = new Float32Array(MOST)
  private readonly cites = new Float32Array(MOST)
  private readonly out: Candidates

  constructor(
    private readonly index: SearchIndex,
    model?: Model,
  ) {
    const cited = shareOfMost(index.citations.cited),
      mentions = shareOfMost(index.citations.mentions)
    this.sums = new Sums(index, cited, mentions)
    if (model !== undefined && index.vectors !== undefined) {
      this.scan =
        (index.memory && scanWithin(index.memory, index.vectors, model.dims)) ?? scanOver(index.vectors, model.dims)
      this.memory = new QuestionMemory(index, model)
    }
    this.filler = new RowFiller(index, this.sums, this.memory, cited, mentions)
    this.slot = new Int32Array(index.count).fill(-1)
    this.out = {
      size: 0,
      sources: new Uint32Array(MOST),
      rows: new Float32Array(MOST * WIDTH),
      free: new Float32Array(MOST),
      near: 0,
    }
  }

  /** What it answers is overwritten by the next call. `allowed` marks with 1 the sources that may be found, `without` leaves labelled questions out. Only the best `filled` get whole rows. */
  find(
    question: Question,
    allowed?: Uint8Array,
    without?: (question: number) => boolean,
    filled: number = MOST,
  ): Candidates {
    const { sums, out, memory } = this,
      { base, likeness } = sums.numbers
    const dots = question.vector === undefined ? undefined : this.scan?.(question.vector)
    if (question.vector !== undefined) memory?.recall(question.vector, without)
    sums.read(question, allowed, dots, UNIT)
    this.choose(dots !== undefined, allowed)
    out.near = memory?.best ?? 0
    let bestLike = 0
    for (let i = 0; i < out.size; i++) {
      const at = out.sources[i]!
      sums.takeIn(at)
      bestLike = Math.max(bestLike, likeness[at]!)
    }
    this.citationShares()
    out.sources.subarray(0, out.size).sort((a, b) => base[b]! - base[a]! || a - b)
    this.filler.fill(question, out, filled, bestLike, this.slot, this.hit, this.cites)
    for (let i = 0; i < out.size; i++) this.slot[out.sources[i]!] = -1
    return out
  }

  /** The pool: best by the sum, by the sum without labels, by likeness alone, what answered the nearest questions, and what stands beside the best. */
  private choose(scanned: boolean, allowed: Uint8Array | undefined): void {
    const { sums, memory, slot, out } = this
    out.size = 0
    const take = (places: readonly number[]) => {
      for (const at of places) {
        if (slot[at]! >= 0) continue
        slot[at] = out.size
        out.sources[out.size++] = at
      }
    }
    const {
      dense: { blocks, marks },
      numbers: { base, free, likeness },
    } = sums
    const best = bestOf(base, blocks.base, POOL.base, marks)
    take(best)
    take(bestOf(free, blocks.free, POOL.free, marks))
    if (scanned) take(bestOf(likeness, blocks.likeness, POOL.likeness, marks))
    if (memory !== undefined) {
      const nearest = memory.met.filter((at) => allowed === undefined || allowed[at] === 1)
      take(nearest.sort((a, b) => memory.nearestSum[b]! - memory.nearestSum[a]! || a - b).slice(0, POOL.nearest))
    }
    take(this.siblings(best.slice(0, SIBLINGS_OF), marks))
  }

  /** What stands beside the best in the same law: of what searches miss, a quarter stands there. */
  private siblings(best: readonly number[], marks: Int32Array): number[] {
    const { runStart, runLength } = this.index.columns
    return best
      .flatMap((at) => {
        const start = runStart[at]!,
          end = start + runLength[at]!,
          found: number[] = []
        for (let other = Math.max(start, at - SIBLING_STEPS); other <= at + SIBLING_STEPS && other < end; other++)
          if (other !== at && marks[other] !== 0) found.push(other)
        return found
      })
      .slice(0, POOL.siblings)
  }

  /** An article that a good hit names is likelier, and one that names a good hit a little. */
  private citationShares(): void {
    const {
      index: {
        citations: { starts, targets },
      },
      sums: {
        numbers: { base, free },
      },
      slot,
      hit,
      cites,
      out: { sources, size },
    } = this
    hit.fill(0)
    cites.fill(0)
    for (let i = 0; i < size; i++) {
      const at = sources[i]!,
        score = free[at]!
      for (let c = starts[at]!; c < starts[at + 1]!; c++) {
        const place = slot[targets[c]!]!
        if (place < 0) continue
        if (score > hit[place]!) hit[place] = score
        const other = free[targets[c]!]!
        if (other > cites[i]!) cites[i] = other
      }
    }
    for (let i = 0; i < size; i++) {
      const at = sources[i]!
      free[at]! += BASE.citedByHit * hit[i]!
      base[at]! += BASE.citedByHit * hit[i]!
    }
  }
}

/** Counts as shares of the largest, on a logarithmic measure. */
function shareOfMost(counts: ArrayLike<number>): Float32Array {
  let most = 1
  for (let i = 0; i < counts.length; i++) most = Math.max(most, counts[i]!)
  return Float32Array.from(counts, (one) => Math.log1p(one) / Math.log1p(most))
}
