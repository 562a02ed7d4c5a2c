import { type Model } from '../../learn/model.ts'
import { type SharedMemory } from '../rank/wasm.ts'
import { type Source } from '../searcher.ts'
import { readCitations, type Citations } from './citations.ts'
import { marksOfSource } from './marks.ts'
import { buildPostings, type Postings } from './postings.ts'
import { columnsOf, type SourceColumns } from './sources.ts'
import { type Tokens, tokensOf } from './tokens.ts'
import { type Kept, vectorsOf } from './vectors.ts'

/** Everything that a search reads, made from the sources; with a model also the vector of every source. */
export interface SearchIndex {
  count: number
  columns: SourceColumns
  terms: { words: string[]; pairs: string[] }
  words: Postings
  pairs: Postings
  /** Headings alone, words. */
  heads: Postings
  /** Chapters as wholes, words. */
  chapters: Postings
  citations: Citations
  vectors?: Int8Array
  /** What all of it lies in, where several threads read the same index. */
  memory?: SharedMemory
  /** Name of the model that made the vectors. */
  model?: string
  sourceAt(at: number): Source
  idAt(at: number): string
  ids(): Map<string, number>
}

export const WORDS = { headWeight: 1, textWeight: 1, b: 0.5, k1: 1.2 }
export const PAIRS = { headWeight: 2, textWeight: 1, b: 0.5, k1: 1.2 }
export const HEADS = { headWeight: 1, textWeight: 0, b: 0.3, k1: 1.2 }
export const CHAPTERS = { headWeight: 3, textWeight: 1, b: 0.75, k1: 2 }

/** `kept`: what an earlier index of mostly the same sources was made of; the result is the same, sooner. */
export function indexOf(
  sources: readonly Source[],
  model?: Model,
  tokens: Tokens = tokensOf(sources),
  kept?: Kept,
): SearchIndex {
  const count = sources.length
  const columns = columnsOf(sources, marksOfSource)
  let ids: Map<string, number> | undefined
  return {
    count,
    columns,
    terms: { words: tokens.words.list, pairs: tokens.pairs.list },
    words: buildPostings(tokens.words, count, WORDS),
    pairs: buildPostings(tokens.pairs, count, PAIRS),
    heads: buildPostings(tokens.words, count, HEADS),
    chapters: buildPostings(tokens.words, columns.chapters, CHAPTERS, columns.chapter),
    citations: readCitations(sources),
    ...(model === undefined ? {} : { vectors: vectorsOf(tokens, model, kept), model: model.name }),
    sourceAt: (at) => sources[at]!,
    idAt: (at) => sources[at]!.id,
    ids: () => (ids ??= new Map(sources.map(({ id }, at) => [id, at]))),
  }
}
