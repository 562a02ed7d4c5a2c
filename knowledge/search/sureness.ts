import { legalWordsOf } from '../lexicon/expansion.ts'
import { emergenciesIn } from '../triage/emergencies.ts'
import { mannerOf } from '../triage/manner.ts'
import { otherMattersIn } from '../triage/other-matters.ts'
import { type Talk, talkScore } from './talk.ts'

/** What the search found for a question, as far as it tells whether there is an answer. */
export interface FoundSigns {
  /** How well the best guide fits in words, 0 to 1. */
  guide: number
  /** How near the nearest way of asking lies in meaning, 0 to 1. */
  meaning: number
}

export const SIGNS = [
  'guide',
  'meaning',
  'legalWords',
  'asks',
  'questionWord',
  'otherMatters',
  'emergency',
  'talk',
] as const
export type Sign = (typeof SIGNS)[number]

/** Logistic regression over the signs, learned with the model (`learn/sureness.ts`). */
export interface Sureness {
  talk: Talk
  weights: Readonly<Record<Sign, number>>
  start: number
}

/** Without a model nothing says how texts sound: learned once on half of the questions for tuning. */
const WITHOUT_MODEL = {
  start: -3.23,
  weights: {
    guide: 5.97,
    meaning: 2.35,
    legalWords: 0.84,
    asks: 2.23,
    questionWord: 0,
    otherMatters: -4.55,
    emergency: 0.83,
    talk: 0,
  },
}

const QUESTION_WORDS = /[吗么呢吧？?啥咋怎哪谁几多少]/u

/** `text` as it was said, `plain` simplified and in lower case, `folded` without dialect, as it was searched. */
export interface Asked {
  text: string
  plain: string
  folded: string
}

export function signsOf(
  { text, plain, folded }: Asked,
  { guide, meaning }: FoundSigns,
  talk: Talk | undefined,
): Record<Sign, number> {
  const emergency = emergenciesIn(text).length > 0
  return {
    guide,
    meaning,
    legalWords: Math.log1p(legalWordsOf(folded).length),
    asks: emergency || mannerOf(text) === 'question' ? 1 : 0,
    questionWord: QUESTION_WORDS.test(text) ? 1 : 0,
    otherMatters: Math.min(2, otherMattersIn(text.toLowerCase())),
    emergency: emergency ? 1 : 0,
    talk: talk === undefined ? 0 : talkScore(talk, plain),
  }
}

/** 0 to 1: how sure it is that this is a question of law for which something fitting was found. */
export function sureness(learned: Sureness | undefined, asked: Asked, found: FoundSigns): number {
  const { weights, start } = learned ?? WITHOUT_MODEL,
    signs = signsOf(asked, found, learned?.talk)
  return 1 / (1 + Math.exp(-SIGNS.reduce((sum, sign) => sum + weights[sign] * signs[sign], start)))
}
