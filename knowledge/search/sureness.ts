import { legalWordsOf } from '../lexicon/expansion.ts'
import { emergenciesIn } from '../triage/emergencies.ts'
import { mannerOf } from '../triage/manner.ts'
import { otherMattersIn } from '../triage/other-matters.ts'
import { topicsOf } from '../triage/topic.ts'

/** What the search found for a question, as far as it tells whether there is an answer. */
export interface FoundSigns {
  /** How well the best guide fits in words, 0 to 1. */
  guide: number
  /** How near the nearest way of asking lies in meaning, 0 to 1. */
  meaning: number
  /** How much of the question the best articles meet, 0 to 1. */
  articles: number
}

/** Logistic regression over the questions for tuning and the list of other matters for tuning (`knowledge/questions`). */
const WEIGHTS = { guide: 5.97, meaning: 2.35, articles: 1.08, legalWords: 0.84, topic: 0.07, asks: 2.23, otherMatters: -4.55, emergency: 0.83, start: -3.23 }

/** 0 to 1: how sure it is that this is a question of law for which something fitting was found. `text` as it was said, `plain` as it was searched. */
export function sureness(text: string, plain: string, { guide, meaning, articles }: FoundSigns): number {
  const emergency = emergenciesIn(text).length > 0
  const asks = emergency || mannerOf(text) === 'question'
  const sum = WEIGHTS.start + WEIGHTS.guide * guide + WEIGHTS.meaning * meaning + WEIGHTS.articles * articles + WEIGHTS.legalWords * Math.log1p(legalWordsOf(plain).length)
    + WEIGHTS.topic * Math.min(4, topicsOf(text)[0]?.points ?? 0) + (asks ? WEIGHTS.asks : 0) + WEIGHTS.otherMatters * Math.min(2, otherMattersIn(text.toLowerCase())) + (emergency ? WEIGHTS.emergency : 0)
  return 1 / (1 + Math.exp(-sum))
}
