import type { Day } from '@fatong/knowledge/library/law-text.ts'
import type { SharedIndex } from '@fatong/knowledge/search/index/shared.ts'
import type { Found, SearchWish, Source } from '@fatong/knowledge/search/searcher.ts'
import type { NamedArticle } from '@fatong/knowledge/triage/named-articles.ts'

/** What is said between the service and the thread that searches. */
export interface Load {
  ask: 'load'
  file: string /** absent: take what another thread holds, or what is on disk */
  sources?: Source[]
  guides: Source[]
  shared?: SharedIndex
}
/** `shared` is absent where there are no texts. */
export type Loaded = 'missing' | { shared: SharedIndex | undefined }
export type Asked =
  | Load
  | { ask: 'guides'; guides: Source[] }
  | { ask: 'search'; question: string; wish: SearchWish }
  | { ask: 'byIds'; ids: readonly string[] }
  | { ask: 'byKeys'; keys: readonly string[]; on: Day }
  | { ask: 'named'; articles: readonly NamedArticle[]; on: Day }
  | { ask: 'references'; id: string }
/** What was found comes with its texts: they are read at once, and asking for them would wait behind other searches. */
export interface Searched {
  found: Found
  sources: Source[]
}
export type Reply = { id: number; value: unknown } | { id: number; problem: string }
