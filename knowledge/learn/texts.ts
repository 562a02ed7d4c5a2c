import { type SearchIndex } from '../search/index/index.ts'
import { type Tokens } from '../search/index/tokens.ts'
import { type Source } from '../search/searcher.ts'
import { type Texts } from './lessons.ts'
import { placesOf, sourceBags, type Vocabulary } from './vocabulary.ts'
import { type Bag } from './encoder.ts'

/** The sources as the encoder reads them. Laws that others name often are drawn more often: people ask about them. */
export function textsOf(
  sources: readonly Source[],
  index: SearchIndex,
  tokens: Tokens,
  { terms, weights }: Vocabulary,
): Texts {
  const make = sourceBags(tokens, placesOf(terms, tokens.words.list, tokens.pairs.list), weights)
  const bags: Bag[] = sources.map((_, at) => make(at))
  const draw = Float32Array.from(index.citations.mentions, (mentions) => Math.min(1, 0.2 + Math.log1p(mentions) / 6))
  return {
    sources,
    draw,
    bagOf: (at) => bags[at]!,
    citations: index.citations,
    places: new Map(terms.map((term, i) => [term, i])),
    weights,
  }
}
