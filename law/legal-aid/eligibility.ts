/**
 * May this person have legal aid here? A conversation: what is known gives an answer or the next questions.
 * The three ways money does not matter stay three separate answers (rule book 1.3, 10A-1).
 */
import { all, any, factsMissing, notApplicable } from '../answer.ts'
import { statute } from '../citation.ts'
import type { LocalDate } from '../calendar/dates.ts'
import type { WorkCalendar } from '../calendar/working-days.ts'
import type { ParameterSet } from '../parameters/parameters.ts'
import { conclude } from './conclusion.ts'
import type { Conclusion } from './conclusion.ts'
import type { FactKey, PartialFacts } from './facts.ts'
import { jurisdiction } from './jurisdiction/rule.ts'
import { materialsNeeded } from './materials/rule.ts'
import type { MaterialNeed } from './materials/rule.ts'
import { matterInScope } from './matter-in-scope/rule.ts'
import { meansCheckWaived } from './means-check-waived/rule.ts'
import { meansNotRequired } from './means-not-required/rule.ts'
import { meansThreshold } from './means-threshold/rule.ts'
import { militaryPriority } from './military-priority/rule.ts'
import { notifiedDefence } from './notified-defence/rule.ts'
import type { EligibilityParts, MeansAnswer, UrgentAnswer } from './parts.ts'
import { nextQuestions } from './questions.ts'
import type { FactQuestion } from './questions.ts'
import type { AidAnswer, AidInput } from './rule-input.ts'
import { suggestionsFor } from './suggestions.ts'
import type { Suggestion } from './suggestions.ts'
import { daysLeft, urgentProvision } from './urgent/rule.ts'
import { whoMayApply } from './who-may-apply/rule.ts'

export type { EligibilityParts, UrgentAnswer } from './parts.ts'

export interface EligibilityAssessment extends EligibilityParts {
  overall: AidAnswer
  /** In plain Chinese, for the citizen. */
  conclusion: Conclusion
  /** What to ask next, in order; only what the overall answer still hangs on. Empty once it is settled. */
  nextQuestions: readonly FactQuestion[]
  materials: readonly MaterialNeed[]
  /** Not needed for the overall answer; its own missing facts may be asked on the application form. */
  urgent: UrgentAnswer
  priority: AidAnswer
  suggestions: readonly Suggestion[]
}

/** `dontKnow` names facts the person could not answer: they stay unknown and are not asked again. */
export function assess(
  facts: PartialFacts,
  asOf: LocalDate,
  parameters: ParameterSet,
  calendar: WorkCalendar,
  dontKnow: readonly FactKey[] = [],
): EligibilityAssessment {
  const input: AidInput = { facts, asOf, parameters, calendar }
  const parts = {
    matter: matterInScope(input),
    person: whoMayApply(input),
    means: meansOf(input),
    jurisdiction: jurisdiction(input),
  }
  const applied = all([parts.matter, parts.person, parts.means, parts.jurisdiction])
  const overall = any([parts.means.notifiedDefense, applied])
  const urgent: UrgentAnswer = { ...urgentProvision(input), daysLeft: daysLeft(input) }
  const questions = overall.verdict === 'needsFacts' ? nextQuestions(openParts(parts, applied), input, dontKnow) : []
  return {
    ...parts,
    overall,
    conclusion: conclude(overall, parts, input, questions.length),
    nextQuestions: questions,
    materials: materialsNeeded(input),
    urgent,
    priority: militaryPriority(input),
    suggestions: suggestionsFor(parts, urgent, input),
  }
}

/** Not required, then waived, then the sum (MT-4); somebody notified to us is never looked into (I2). */
function meansOf(input: AidInput): MeansAnswer {
  const separate = {
    meansNotRequired: meansNotRequired(input),
    meansCheckWaived: meansCheckWaived(input),
    notifiedDefense: notifiedDefence(input),
    threshold: meansThreshold(input),
  }
  const answer =
    separate.notifiedDefense.verdict === 'holds'
      ? notApplicable('means', '办案机关已经发函，不看收入。', [statute('aid', '36')])
      : any([separate.meansNotRequired, separate.meansCheckWaived, separate.threshold])
  return { ...answer, ...separate }
}

/** The answers the overall one still waits for, in the order people find natural to be asked. */
function openParts(parts: EligibilityParts, applied: AidAnswer): readonly AidAnswer[] {
  if (applied.verdict === 'doesNotHold') return [parts.means.notifiedDefense]
  const open = [parts.matter, parts.person, parts.means, parts.jurisdiction].filter(
    (part) => factsMissing(part).length > 0,
  )
  return open.length > 0 ? open : [parts.means.notifiedDefense]
}
