/** The separate answers an assessment is made of. */
import type { AidAnswer } from './rule-input.ts'

/** Money: the joined answer, and the ways it may not matter, kept apart (rule book 1.3). */
export type MeansAnswer = AidAnswer & {
  meansNotRequired: AidAnswer
  meansCheckWaived: AidAnswer
  notifiedDefense: AidAnswer
  threshold: AidAnswer
}

/** `daysLeft` is negative when the last day has passed; absent when no last day is known. */
export type UrgentAnswer = AidAnswer & { daysLeft?: number }

export interface EligibilityParts {
  matter: AidAnswer
  person: AidAnswer
  means: MeansAnswer
  jurisdiction: AidAnswer
}
