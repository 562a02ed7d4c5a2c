import { type Sureness } from '../search/sureness.ts'

/** What was learned from labelled questions, as the search uses it. Made by `npm run train`, kept in one file (`model-file.ts`). */
export interface Model {
  /** Version and print of the training data: names the file that the vectors of an index were made with. */
  name: string
  provenance: Provenance
  /** Terms that have a vector: `w` and a word, `p` and a pair of characters. */
  vocabulary: string[]
  /** Weight of each term in a text. */
  weights: Float32Array
  dims: number
  table: Int8Array
  tableScales: Float32Array
  /** What questions mean on top of the shared table, for the terms that training questions have. */
  ownTerms: Uint32Array
  own: Int8Array
  ownScales: Float32Array
  /** From words of questions to words of articles: by way of the articles, by way of written answers. */
  translations: TranslationTable[]
  memory: Memory
  ranker?: Ranker
  /** When an answer may be given. */
  sureness?: Sureness
}

/** Rows of the terms in `from`, each with the places `starts[i]` to `starts[i + 1]`. Terms are places in the vocabulary. */
export interface TranslationTable {
  from: Uint32Array
  starts: Uint32Array
  to: Uint32Array
  chances: Float32Array
}

/** The labelled questions themselves, as vectors and what answered them. */
export interface Memory {
  vectors: Int8Array
  /** `law#number` of the articles that answer, by question. */
  gold: string[][]
  /** How much each question counts: 1 for one of the training file, less for each of the many ways of asking for a guide. */
  weights: Float32Array
}

export interface Ranker {
  trees: Trees
  /** How the learned rank and the sums are mixed, by how near the question is to what was learned from. `whole` is the share of the whole sum, the rest that of the one without labels. */
  mix: { far: number; near: number; from: number; to: number; whole: number }
}

/** All trees in one table: inner nodes have a feature and two children, leaves have feature -1 and a value. */
export interface Trees {
  roots: Uint32Array
  feature: Int16Array
  threshold: Float32Array
  left: Uint32Array
  right: Uint32Array
  value: Float32Array
}

export interface Provenance {
  trained: string
  corpus: string
  questions: number
  seed: number
  notes: string[]
}

/** Unit vectors are kept in whole numbers, this many to 1. */
export const VECTOR_STEPS = 320
