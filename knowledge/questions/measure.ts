/** How often what answers a question stands among the first, and what is refused. */
import { enough } from '../answer/confidence.ts'
import { isSearched } from '../answer/without-search.ts'
import { type Found, type Searcher } from '../search/searcher.ts'
import { triage } from '../triage/triage.ts'
import { type AskedQuestion } from './load.ts'

export interface Looked {
  refused: boolean
  confidence: number
  found: Found | undefined
}

/** What an answer would do with it: `refused` means that it is turned away or that there is no good source. */
export function lookAt(searcher: Searcher, ask: string): Looked {
  const own = triage(ask)
  if (!isSearched(own)) return { refused: true, confidence: 0, found: undefined }
  const found = searcher.search(own.text, { limit: 20 })
  return { refused: !enough(found.confidence), confidence: found.confidence, found }
}

/** Rank, from 1, of the first hit that answers; undefined where none of them does. `keyOf` gives `law#number` of an article's id. */
export function rankOf(
  { guides, articles }: AskedQuestion,
  found: Found | undefined,
  keyOf: (id: string) => string | undefined,
): number | undefined {
  const right = new Set([...guides.map((slug) => `guide:${slug}`), ...articles])
  const at = found?.hits.findIndex(({ id, kind }) => right.has(kind === 'article' ? (keyOf(id) ?? '') : id)) ?? -1
  return at < 0 ? undefined : at + 1
}
