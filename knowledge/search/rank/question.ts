/** A question taken apart once: terms of the index, everyday words turned into legal ones, words that usually answer such words, its vector. */
import { legalWordsOf } from '../../lexicon/expansion.ts'
import { type Model } from '../../learn/model.ts'
import { BagMaker } from '../../learn/vocabulary.ts'
import { toSimplified } from '../../triage/traditional.ts'
import { marksOfQuestion } from '../index/marks.ts'
import { type Postings, type Weighed } from '../index/postings.ts'
import { type SearchIndex } from '../index/index.ts'
import { writeUnit } from '../index/vectors.ts'
import { MOST_CHARACTERS, pairsOf, plainText, wordsOf } from '../words.ts'

export interface Question {
  plain: string
  words: Weighed
  pairs: Weighed
  legalWords: Weighed
  legalPairs: Weighed
  /** By translation of the model: words of articles, weights adding up to 1. */
  translated: Weighed[]
  vector?: Int8Array
  marks: number
  /** Words that a text must have to meet all of the question, weighed by rarity. */
  wordMass: number
  pairMass: number
  legalCount: number
}

const MOST_QUESTION_TERMS = 120
const EXPANSIONS = 40

/** Where each term stands. Hundreds of thousands are put in one by one: a list of pairs first takes twice as long. */
function placesOf<Term>(terms: ArrayLike<Term>): Map<Term, number> {
  const places = new Map<Term, number>()
  for (let at = 0; at < terms.length; at++) places.set(terms[at]!, at)
  return places
}

/** Reads questions for one index and one model. */
export class QuestionReader {
  private readonly wordIds: Map<string, number>
  private readonly pairIds: Map<string, number>
  private readonly vocabulary?: Map<string, number>
  private readonly ownRows?: Int32Array
  private readonly bag?: BagMaker
  private readonly rows: Map<number, number>[] = []
  private readonly legal = new Map<string, { words: string[]; pairs: string[] }>()
  /** By term of a translation the word of the index, or -1. */
  private readonly targets: Int32Array
  constructor(
    private readonly index: SearchIndex,
    private readonly model?: Model,
  ) {
    this.wordIds = placesOf(index.terms.words)
    this.pairIds = placesOf(index.terms.pairs)
    this.targets = new Int32Array(0)
    if (model === undefined) return
    this.vocabulary = placesOf(model.vocabulary)
    this.ownRows = new Int32Array(model.vocabulary.length).fill(-1)
    model.ownTerms.forEach((term, row) => (this.ownRows![term] = row))
    this.bag = new BagMaker(model.weights, MOST_QUESTION_TERMS)
    this.rows = model.translations.map(({ from }) => placesOf(from))
    this.targets = Int32Array.from(model.vocabulary, (term) =>
      term.startsWith('w') ? (this.wordIds.get(term.slice(1)) ?? -1) : -1,
    )
  }

  /** Where a text lies in meaning; undefined without a model. */
  vectorOf(asked: string): Int8Array | undefined {
    const plain = spelled(asked)
    return this.vector(wordsOf(plain), pairsOf(plain))
  }

  read(asked: string): Question {
    const plain = spelled(asked)
    const words = wordsOf(plain),
      pairs = pairsOf(plain)
    const legal = legalWordsOf(plain)
    const own = this.weigh(words, this.wordIds),
      ownPairs = this.weigh(pairs, this.pairIds)
    return {
      plain,
      words: own,
      pairs: ownPairs,
      legalWords: this.weigh(
        legal.flatMap((word) => this.splitLegal(word).words),
        this.wordIds,
      ),
      legalPairs: this.weigh(
        legal.flatMap((word) => this.splitLegal(word).pairs),
        this.pairIds,
      ),
      translated: this.translate(words),
      vector: this.vector(words, pairs),
      marks: marksOfQuestion(plain),
      wordMass: mass(own, this.index.words),
      pairMass: mass(ownPairs, this.index.pairs),
      legalCount: legal.length,
    }
  }

  /** The lexicon has a few hundred of them. */
  private splitLegal(word: string): { words: string[]; pairs: string[] } {
    let split = this.legal.get(word)
    if (split === undefined) this.legal.set(word, (split = { words: wordsOf(word), pairs: pairsOf(word) }))
    return split
  }

  private weigh(list: readonly string[], ids: Map<string, number>): Weighed {
    const counts = new Map<number, number>()
    for (const term of list) {
      const id = ids.get(term)
      if (id !== undefined) counts.set(id, Math.min(2, (counts.get(id) ?? 0) + 1))
    }
    return { terms: [...counts.keys()], weights: [...counts.values()] }
  }

  private translate(words: readonly string[]): Weighed[] {
    const { model, vocabulary, rows, targets } = this
    if (model === undefined || vocabulary === undefined) return []
    return model.translations.map(({ starts, to, chances }, t) => {
      const sums = new Map<number, number>()
      for (const word of new Set(words)) {
        const term = vocabulary.get(`w${word}`),
          row = term === undefined ? undefined : rows[t]!.get(term)
        if (term === undefined || row === undefined) continue
        const weight = model.weights[term]!
        for (let i = starts[row]!; i < starts[row + 1]!; i++)
          sums.set(to[i]!, (sums.get(to[i]!) ?? 0) + weight * chances[i]!)
      }
      const best = [...sums]
        .filter(([term]) => targets[term]! >= 0)
        .sort((a, b) => b[1] - a[1] || a[0] - b[0])
        .slice(0, EXPANSIONS)
      const sum = best.reduce((all, [, one]) => all + one, 0) || 1
      return { terms: best.map(([term]) => targets[term]!), weights: best.map(([, one]) => one / sum) }
    })
  }

  private vector(words: readonly string[], pairs: readonly string[]): Int8Array | undefined {
    const { model, vocabulary, bag, ownRows } = this
    if (model === undefined || vocabulary === undefined || bag === undefined || ownRows === undefined) return undefined
    for (const word of words) bag.add(vocabulary.get(`w${word}`) ?? -1)
    for (const pair of pairs) bag.add(vocabulary.get(`p${pair}`) ?? -1)
    const { ids, weights } = bag.take(),
      { dims, table, tableScales, own, ownScales } = model
    const sum = new Float32Array(dims)
    for (let f = 0; f < ids.length; f++) {
      const term = ids[f]!,
        by = weights[f]! * tableScales[term]!,
        row = ownRows[term]!
      for (let d = 0, at = term * dims; d < dims; d++, at++) sum[d]! += by * table[at]!
      if (row >= 0)
        for (let d = 0, at = row * dims, byOwn = weights[f]! * ownScales[row]!; d < dims; d++, at++)
          sum[d]! += byOwn * own[at]!
    }
    const out = new Int8Array(dims)
    writeUnit(sum, out, 0)
    return out
  }
}

// eslint would rather see no control characters in patterns; what is none of letters, digits, marks and spaces is a space to a search anyway.
const clean = (text: string): string => text.slice(0, MOST_CHARACTERS * 4).replace(/\p{Cc}/gu, ' ')

const spelled = (asked: string): string =>
  plainText(toSimplified(clean(asked).slice(0, MOST_CHARACTERS))).slice(0, MOST_CHARACTERS)

const mass = ({ terms }: Weighed, { idf }: Postings): number => terms.reduce((sum, term) => sum + idf[term]!, 0)
