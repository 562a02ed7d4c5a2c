/** From what was learned to the model that a search uses: everything in small whole numbers. */
import { everydayOf } from '../lexicon/everyday.ts'
import { writeUnit } from '../search/index/vectors.ts'
import { wordsOf } from '../search/words.ts'
import { type Encoder, encodeInto } from './encoder.ts'
import { type Labelled } from './labelled.ts'
import { textBag, type Texts } from './lessons.ts'
import { type Model, type Provenance, type TranslationTable } from './model.ts'
import { quantiseRows } from './quantise.ts'
import { seededRandom } from './random.ts'
import { learnTranslation, type TextPair, type Translation } from './translation.ts'

const ARTICLE_WORDS = 60,
  ANSWER_WORDS = 30

export function assembleModel(
  name: string,
  provenance: Provenance,
  texts: Texts,
  terms: string[],
  encoder: Encoder,
  labelled: readonly Labelled[],
): Model {
  const { dims, table, residual } = encoder
  const all = quantiseRows(
    table,
    dims,
    Uint32Array.from(terms, (_, i) => i),
  )
  const ownTerms = Uint32Array.from(terms.keys()).filter((term) =>
    residual.subarray(term * dims, (term + 1) * dims).some((one) => one !== 0),
  )
  const own = quantiseRows(residual, dims, ownTerms)
  const bag = textBag(texts),
    vectors = new Int8Array(labelled.length * dims),
    unit = new Float32Array(dims)
  labelled.forEach(({ question }, q) => {
    encodeInto(encoder, bag(question), true, unit, 0)
    writeUnit(unit, vectors, q * dims)
  })
  return {
    name,
    provenance,
    vocabulary: terms,
    weights: texts.weights,
    dims,
    table: all.bytes,
    tableScales: all.scales,
    ownTerms,
    own: own.bytes,
    ownScales: own.scales,
    translations: translationsOf(texts, labelled),
    memory: {
      vectors,
      gold: labelled.map(({ goldKeys }) => goldKeys),
      weights: Float32Array.from(labelled, ({ weight = 1 }) => weight),
    },
  }
}

function translationsOf(texts: Texts, labelled: readonly Labelled[]): TranslationTable[] {
  const { places, weights, bagOf } = texts
  const random = seededRandom(11)
  // Only words translate; pairs of characters would find themselves again.
  const isWord = new Uint8Array(places.size)
  for (const [term, place] of places) if (term.startsWith('w')) isWord[place] = 1
  const wordsIn = (text: string, most: number): Int32Array => {
    const found = [
      ...new Set(
        wordsOf(text)
          .map((word) => places.get(`w${word}`))
          .filter((place) => place !== undefined),
      ),
    ]
    return Int32Array.from(found.sort((a, b) => weights[b]! - weights[a]! || a - b).slice(0, most))
  }
  const articleWords = (at: number) => {
    const { ids, weights: heavy } = bagOf(at)
    return Int32Array.from(
      Array.from(ids.keys())
        .filter((i) => isWord[ids[i]!] === 1)
        .sort((a, b) => heavy[b]! - heavy[a]! || a - b)
        .slice(0, ARTICLE_WORDS),
      (i) => ids[i]!,
    )
  }
  const toArticles: TextPair[] = [],
    toAnswers: TextPair[] = []
  let last: string | undefined
  for (const { question, keywords, answer, gold, guide, weight = 1 } of labelled) {
    if (guide !== undefined) {
      const asked = wordsIn(question, 40),
        answered = wordsIn(answer, ANSWER_WORDS),
        share = weight / Math.sqrt(gold.length)
      for (const at of gold) toArticles.push({ from: asked, to: articleWords(at), weight: share })
      if (guide !== last)
        for (const at of gold) toArticles.push({ from: answered, to: articleWords(at), weight: share })
      last = guide
      toAnswers.push({ from: asked, to: answered, weight })
      continue
    }
    const asked = wordsIn(question, 40),
      everyday = wordsIn(everydayOf(question, random), 40),
      answered = wordsIn(answer, ANSWER_WORDS)
    for (const at of gold) {
      const to = articleWords(at),
        share = 1 / Math.sqrt(gold.length)
      toArticles.push({ from: asked, to, weight: share }, { from: everyday, to, weight: share / 2 })
      if (keywords !== '') toArticles.push({ from: wordsIn(keywords, 20), to, weight: share / 2 })
      if (answer !== '') toArticles.push({ from: answered, to, weight: share / 2 })
    }
    if (answer !== '')
      toAnswers.push({ from: asked, to: answered, weight: 1 }, { from: everyday, to: answered, weight: 0.5 })
  }
  return [tableOf(learnTranslation(toArticles)), tableOf(learnTranslation(toAnswers))]
}

function tableOf({ table }: Translation): TranslationTable {
  const rows = [...table].sort((a, b) => a[0] - b[0])
  const starts = new Uint32Array(rows.length + 1)
  rows.forEach(([, { words }], i) => (starts[i + 1] = starts[i]! + words.length))
  const to = new Uint32Array(starts[rows.length]!),
    chances = new Float32Array(to.length)
  rows.forEach(([, row], i) => {
    to.set(row.words, starts[i]!)
    chances.set(row.chances, starts[i]!)
  })
  return { from: Uint32Array.from(rows, ([term]) => term), starts, to, chances }
}
