/** The shape of an answer. Every sentence of law stands with what it rests on; a face draws it from top to bottom. */
import { type CalculatorName } from '@fatong/law/calculators/kinds.ts'
import { type Offer } from '../guides/guide.ts'
import { type Day } from '../library/law-text.ts'
import { type LawStatus, type Topic } from '../vocabulary.ts'
import { type EmergencyHelp } from '../triage/emergency-help.ts'

/** `article` shows an article that was asked for by number; `noSource` says so and offers a person; `redirect` searched nothing. */
export const ANSWER_KINDS = ['answer', 'article', 'noSource', 'redirect'] as const
export type AnswerKind = (typeof ANSWER_KINDS)[number]

export interface ArticleRef {
  kind: 'article'
  /** `民法典#1062` */
  key: string
  law: string
  number: string
  /** Of the version in the library; absent where only a guide names the article and the library does not hold it. */
  id?: string
  versionDate?: Day
  inForceFrom?: Day
  inForceUntil?: Day
  status?: LawStatus
}

export interface GuideRef {
  kind: 'guide'
  slug: string
  title: string
  reviewed: Day
}

export interface CaseRef {
  kind: 'case'
  id: string
  title: string
}

export type SourceRef = ArticleRef | GuideRef | CaseRef

export interface Said {
  text: string
  sources: SourceRef[]
}

/** Words of a source, exactly as they stand in it. */
export interface Quote {
  source: ArticleRef
  path: string
  passage: string
  because: string[]
}

export interface Note {
  code: 'traditional' | 'shortened' | 'lawOfThatDay' | 'notInForceThen' | 'presentLaw' | 'guideToCheck'
  says: string
}

export interface Offered {
  /** `law` leads to the library of laws; guides never offer it. */
  offer: Offer | 'law'
  says: string
  /** Of the offer `calculator`: the one it leads to. */
  calculator?: CalculatorName
}

export interface Answer {
  kind: AnswerKind
  topic?: Topic
  /** Level `now` is drawn before everything, `care` after the answer. */
  emergencies: { level: 'now' | 'care'; help: EmergencyHelp }[]
  short: Said[]
  steps: Said[]
  deadlines: Said[]
  traps: Said[]
  papers: string[]
  where?: string
  cost?: string
  guide?: GuideRef & { situation: string }
  /** The guide is a guess: what the question is about is asked back. */
  unsure?: boolean
  otherGuides: GuideRef[]
  quotes: Quote[]
  likeCases: (CaseRef & { passage: string })[]
  offers: Offered[]
  /** The law of this day was read. */
  on: Day
  notes: Note[]
  confidence: number
}
