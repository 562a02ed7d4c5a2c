/**
 * What a changed figure or rule would do to applications already made: the desk looks at this before releasing it.
 * Each application keeps its own day, so a figure that starts later changes nothing of what came before.
 */
import type { Answer, Reason } from './answer.ts'
import type { LocalDate } from './calendar/dates.ts'
import type { WorkCalendar } from './calendar/working-days.ts'
import { assess } from './legal-aid/eligibility.ts'
import type { PartialFacts } from './legal-aid/facts.ts'
import type { ParameterSet } from './parameters/parameters.ts'

export interface StoredApplication {
  id: string
  facts: PartialFacts
  appliedOn: LocalDate
}

/** Figures and calendar to judge by; `assess` is replaced only when a rule itself has changed. */
export interface RuleSet {
  parameters: ParameterSet
  calendar: WorkCalendar
  assess?: typeof assess
}

export const REPLAYED_PARTS = ['overall', 'matter', 'person', 'means', 'jurisdiction', 'urgent'] as const
export type ReplayedPart = (typeof REPLAYED_PARTS)[number]

export interface ChangedAnswer {
  applicationId: string
  part: ReplayedPart
  before: { verdict: Answer['verdict']; reasons: readonly Reason[] }
  after: { verdict: Answer['verdict']; reasons: readonly Reason[] }
}

/** Every part of every application whose verdict, or whose reasons' wording, would be another. */
export function replay(applications: readonly StoredApplication[], before: RuleSet, after: RuleSet): ChangedAnswer[] {
  return applications.flatMap((application) => {
    const [was, becomes] = [judge(application, before), judge(application, after)]
    return REPLAYED_PARTS.filter((part) => fingerprint(was[part]) !== fingerprint(becomes[part])).map((part) => ({
      applicationId: application.id,
      part,
      before: { verdict: was[part].verdict, reasons: was[part].reasons },
      after: { verdict: becomes[part].verdict, reasons: becomes[part].reasons },
    }))
  })
}

const judge = ({ facts, appliedOn }: StoredApplication, rules: RuleSet): ReturnType<typeof assess> =>
  (rules.assess ?? assess)(facts, appliedOn, rules.parameters, rules.calendar)

const fingerprint = (answer: Answer): string =>
  [answer.verdict, ...answer.reasons.map((reason) => `${reason.ruleId}:${reason.verdict}:${reason.says}`)].join('\n')

/** Only the applications whose outcome itself would be another: what a decision-maker must look at first. */
export const changedVerdicts = (changes: readonly ChangedAnswer[]): ChangedAnswer[] =>
  changes.filter((change) => change.before.verdict !== change.after.verdict)
