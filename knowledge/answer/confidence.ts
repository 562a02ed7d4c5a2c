/** How sure the search must be before an answer is given as one. Values are tuned on the project's own tuning questions, never on its test set. */
import { type Course } from '../triage/triage.ts'

export interface Thresholds {
  /** For what plainly is a question of law. */
  question: number
  /** For what may be none. */
  unclear: number
}

export const THRESHOLDS: Thresholds = { question: 0.3, unclear: 0.5 }

export const enough = (confidence: number, course: Course, thresholds: Thresholds = THRESHOLDS): boolean =>
  Number.isFinite(confidence) && confidence >= (course === 'unclear' ? thresholds.unclear : thresholds.question)
