/** Which terms have a vector, and the bags of terms that stand for texts. */
import { type Postings } from '../search/index/postings.ts'
import { type Tokens } from '../search/index/tokens.ts'
import { type Bag } from './encoder.ts'

const MOST_COMMON = 0.3
const LEAST = { words: 2, pairs: 5 }
/** Pairs overlap each other and the words, so one of them says less. */
const PAIR_WEIGHT = 0.6

export interface Vocabulary {
  terms: string[]
  weights: Float32Array
}

export function vocabularyOf(tokens: Tokens, words: Postings, pairs: Postings, sources: number): Vocabulary {
  const terms: string[] = [],
    weights: number[] = []
  for (const [mark, kind, postings, least, by] of [
    ['w', tokens.words, words, LEAST.words, 1],
    ['p', tokens.pairs, pairs, LEAST.pairs, PAIR_WEIGHT],
  ] as const) {
    kind.list.forEach((term, i) => {
      const found = postings.starts[i + 1]! - postings.starts[i]!
      if (found >= least && found < sources * MOST_COMMON + 5) {
        terms.push(`${mark}${term}`)
        weights.push(postings.idf[i]! * by)
      }
    })
  }
  return { terms, weights: Float32Array.from(weights) }
}

/** By term of the index the place in the vocabulary, or -1. */
export interface Places {
  words: Int32Array
  pairs: Int32Array
}

export function placesOf(terms: readonly string[], words: readonly string[], pairs: readonly string[]): Places {
  const map = new Map(terms.map((term, i) => [term, i]))
  return {
    words: Int32Array.from(words, (word) => map.get(`w${word}`) ?? -1),
    pairs: Int32Array.from(pairs, (pair) => map.get(`p${pair}`) ?? -1),
  }
}

/** Collects terms into a bag of unit length; the `most` weightiest are kept. */
export class BagMaker {
  private readonly counts: Float32Array
  private readonly seen: number[] = []
  constructor(
    private readonly weights: Float32Array,
    private readonly most: number,
  ) {
    this.counts = new Float32Array(weights.length)
  }
  add(place: number, times = 1): void {
    if (place < 0) return
    if (this.counts[place] === 0) this.seen.push(place)
    this.counts[place]! += times
  }
  take(): Bag {
    const weigh = (place: number) => Math.sqrt(this.counts[place]!) * this.weights[place]!
    let kept = this.seen
    if (kept.length > this.most)
      kept = kept
        .map((place) => [place, weigh(place)] as const)
        .sort((a, b) => b[1] - a[1] || a[0] - b[0])
        .slice(0, this.most)
        .map(([place]) => place)
    const weights = Float32Array.from(kept, weigh)
    let sum = 0
    for (const weight of weights) sum += weight * weight
    const length = Math.sqrt(sum) || 1
    for (let i = 0; i < weights.length; i++) weights[i]! /= length
    const bag = { ids: Int32Array.from(kept), weights }
    for (const place of this.seen) this.counts[place] = 0
    this.seen.length = 0
    return bag
  }
}

const MOST_TERMS = 160,
  WORDS_READ = 330,
  PAIRS_READ = 600

/** The bags of sources: headings and the beginning of the text. */
export function sourceBags(tokens: Tokens, places: Places, weights: Float32Array): (source: number) => Bag {
  const maker = new BagMaker(weights, MOST_TERMS)
  return (source) => {
    for (const [kind, map, read] of [
      [tokens.words, places.words, WORDS_READ],
      [tokens.pairs, places.pairs, PAIRS_READ],
    ] as const) {
      for (let i = kind.head.starts[source]!; i < kind.head.starts[source + 1]!; i++)
        maker.add(map[kind.head.terms[i]!]!)
      const from = kind.text.starts[source]!,
        end = Math.min(from + read, kind.text.starts[source + 1]!)
      for (let i = from; i < end; i++) maker.add(map[kind.text.terms[i]!]!)
    }
    return maker.take()
  }
}
