import type { AskModel } from '@fatong/knowledge/rephrase/rephrase.ts'
import type { Found, SearchWish, Searcher, Source } from '@fatong/knowledge/search/searcher.ts'
import type { NamedArticle } from '@fatong/knowledge/triage/named-articles.ts'
import type { Day } from '@fatong/knowledge/library/law-text.ts'

/** What consultations need of the library: a search, and the texts of what it found. All may be elsewhere: in a worker, in the database. */
export interface HeldLibrary {
  search(question: string, wish: SearchWish): Promise<Found>
  /** Articles and cases by the ids of hits; what is not there is left out. */
  byIds(ids: readonly string[]): Promise<Source[]>
  /** The versions of `民法典#1062` in force on that day. */
  byKeys(keys: readonly string[], on: Day): Promise<Source[]>
  /** Articles that somebody named; of 民法典1043条 the one in force that day, else the newest. */
  named(articles: readonly NamedArticle[], on: Day): Promise<Source[]>
}

/** Joined in compose.ts. `library` answers the index of this moment: another one stands there after an import. */
export interface ConsultationParts {
  library(): HeldLibrary
  /** Absent when no language model is configured; nothing else changes then. */
  model?: AskModel
}

/** A search in this very thread. */
export const searchHere =
  (searcher: Searcher): HeldLibrary['search'] =>
  (question, wish) =>
    Promise.resolve(searcher.search(question, wish))

/** Before anything was imported: nothing is found, and every answer says so. */
export const EMPTY_LIBRARY: HeldLibrary = {
  search: () => Promise.resolve({ hits: [], confidence: 0 }),
  byIds: () => Promise.resolve([]),
  byKeys: () => Promise.resolve([]),
  named: () => Promise.resolve([]),
}
