/** How sure the search must be before an answer is given as one. Tuned on `knowledge/questions/tune`, never on the test set. */
import { type Course } from '../triage/triage.ts'

export interface Thresholds {
  /** For what plainly is a question of law. */
  question: number
  /** For what may be none. */
  unclear: number
}

export const THRESHOLDS: Thresholds = { question: 0.38, unclear: 0.5 }

export const enough = (confidence: number, course: Course, thresholds: Thresholds = THRESHOLDS): boolean =>
  Number.isFinite(confidence) && confidence >= (course === 'unclear' ? thresholds.unclear : thresholds.question)
