/** One consultation as it stands between two messages. Plain data, so that it can be kept, sealed and carried to another channel. */
import { type FactKey, type PartialFacts } from '@fatong/law/legal-aid/facts.ts'
import { type AnswerKind } from '../answer.ts'
import { type Day } from '../../library/law-text.ts'
import { type Topic } from '../../vocabulary.ts'

/** A consultation that long is better with a person. */
export const MOST_TURNS = 40

export interface Choice {
  value: string
  label: string
}

/** The one question that waits for an answer. `day` asks when it happened; `aid` comes from the rules on legal aid. */
export type Asking =
  | { about: 'guide'; fact: string; question: string; choices: Choice[] }
  /** Which of several matters was meant; values are slugs of guides, or `NONE`. */
  | { about: 'which'; fact: 'which'; question: string; help: string; choices: Choice[] }
  | { about: 'day'; question: string; choices: Choice[] }
  | {
      about: 'aid'
      fact: FactKey
      question: string
      help?: string
      answer: 'choice' | 'yesNo' | 'date' | 'number'
      choices: Choice[]
      unit?: string
    }

export interface Turn {
  said: string
  kind: AnswerKind | 'asked' | 'aid'
  /** Ids of what the answer rested on, best first. */
  sources: string[]
}

export interface Conversation {
  version: 1
  turns: Turn[]
  topic?: Topic
  /** The last real question; a short follow-up is read together with it. */
  question?: string
  guide?: string
  /** The guide that the person said was meant, or `NONE`. */
  chosen?: string
  /** The day of the facts where it is known. */
  day?: Day
  facts: Record<string, string>
  /** Facts the person does not know: never asked again. */
  unknown: string[]
  /** `topic` is the matter it was begun for. */
  aid?: { facts: PartialFacts; unknown: FactKey[]; topic?: Topic }
  asking?: Asking
}

export const newConversation = (): Conversation => ({ version: 1, turns: [], facts: {}, unknown: [] })

export type Message =
  | { kind: 'says'; text: string }
  | { kind: 'answers'; fact: string; value: string }
  | { kind: 'day'; day: Day }
  | { kind: 'checksEligibility' }

export const DONT_KNOW = 'dontKnow'
/** None of the matters that were offered. */
export const NONE = 'none'
