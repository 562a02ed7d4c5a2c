import { type LawKind, type LawStatus, type SourceKind, type Topic } from '../vocabulary.ts'
import { type Day } from '../library/law-text.ts'

/** What goes into the index: one unit that can be found and cited. */
export interface Source {
  /** Unique and permanent: id of an article's row, `guide:slug`, `case:slug`. In the benchmark the id of the corpus. */
  id: string
  kind: SourceKind
  /** Name of the law, or title of the guide or case. */
  title: string
  /** Number of an article (`1062`); empty for guides and cases. */
  number: string
  /** Headings above an article, or topic words of a guide. */
  path: string
  text: string
  /** What people may say instead, sample questions of a guide; searched, not shown. */
  alsoAsked?: string
  /** Articles that a guide rests on: `民法典#1062`. */
  cites?: string[]
  topic?: Topic
  lawKind?: LawKind
  status?: LawStatus
  inForceFrom?: Day
  inForceUntil?: Day
  date?: Day
}

export interface SearchWish {
  limit: number
  kinds?: SourceKind[]
  /** Sources in force on that day; without it whatever is in force now or undated. */
  on?: Day
  law?: string
  topic?: Topic
  /** Show each feature of the ranker with its value and share. */
  explain?: boolean
}

export interface Hit {
  id: string
  kind: SourceKind
  /** Comparable within one answer only. */
  score: number
  /** The passage that matches best: places in `text` of the source, in UTF-16 units. */
  passage: { from: number; to: number }
  /** Why it is here, words of the question that it meets, for people: at most a few. */
  because: string[]
  features?: Record<string, { value: number; share: number }>
}

export interface Found {
  hits: Hit[]
  /** 0 to 1: how sure the best hits answer the question; below the threshold of answers an answer says that there is no good source. */
  confidence: number
}

export interface Searcher {
  search(question: string, wish: SearchWish): Found
}
