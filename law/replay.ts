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

/** Figures and calendar to judge by; the rules are those of this version of the software. */
export interface RuleSet {
  parameters: ParameterSet
  calendar: WorkCalendar
}

/** An application with the answer that was given when it was reviewed, by the rules of that time. */
export interface AnsweredApplication extends StoredApplication {
  answered: Answer['verdict']
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

/** Applications that the rules of this version answer otherwise than they were answered, with the reasons of now: what a new version must be looked at for. */
export const answeredOtherwise = (
  applications: readonly AnsweredApplication[],
  rules: RuleSet,
): { applicationId: string; before: Answer['verdict']; after: Answer }[] =>
  applications.flatMap((application) => {
    const { overall } = judge(application, rules)
    return overall.verdict === application.answered
      ? []
      : [{ applicationId: application.id, before: application.answered, after: overall }]
  })

const judge = ({ facts, appliedOn }: StoredApplication, { parameters, calendar }: RuleSet): ReturnType<typeof assess> =>
  assess(facts, appliedOn, parameters, calendar)

const fingerprint = (answer: Answer): string =>
  [answer.verdict, ...answer.reasons.map((reason) => `${reason.ruleId}:${reason.verdict}:${reason.says}`)].join('\n')

/** Only the applications whose outcome itself would be another: what a decision-maker must look at first. */
export const changedVerdicts = (changes: readonly ChangedAnswer[]): ChangedAnswer[] =>
  changes.filter((change) => change.before.verdict !== change.after.verdict)
