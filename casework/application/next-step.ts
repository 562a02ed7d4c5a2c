import type { Instant, LocalDate } from '@fatong/law/calendar/dates.ts'
import { clocksOf, type Clock, type ClockSettings } from './clocks.ts'
import type { CommandType } from './commands.ts'
import { replacing } from './replacing.ts'
import type { CaseState } from './state.ts'

/** Who is to act next. `nobody` once the case is at rest. */
export type NextActor =
  | 'applicant'
  | 'agency'
  | 'approver'
  | 'assigner'
  | 'provider'
  | 'remoteAgency'
  | 'bureau'
  | 'nobody'

/** What happens next, as a code: each face has its own words for it. */
export const NEXT_STEPS = [
  'accept',
  'supply',
  'lookAtSupplied',
  'waitForRemote',
  'review',
  'decide',
  'completeFormalities',
  'decideProvisional',
  'assign',
  'assignAnother',
  'decideReplacement',
  'acceptAssignment',
  'signAgreement',
  'firstMeeting',
  'work',
  'handInFile',
  'reviewFile',
  'mendFile',
  'evaluate',
  'archive',
  'mayObject',
  'mayGoToCourt',
  'decideObjection',
  'carryOutCorrection',
  'mayApplyAgain',
  'goToOtherAgency',
  'closed',
] as const
export type NextStepCode = (typeof NEXT_STEPS)[number]

/** What staff of the agency or the bureau do next at each step; where it is missing, only the applicant or the lawyer can. */
export const STAFF_COMMAND: Partial<Record<NextStepCode, CommandType>> = {
  accept: 'acceptApplication',
  supply: 'confirmDeemedWithdrawn',
  lookAtSupplied: 'acceptApplication',
  waitForRemote: 'finishRemoteVerification',
  review: 'recordReview',
  decide: 'grantAid',
  completeFormalities: 'completeFormalities',
  decideProvisional: 'grantAid',
  assign: 'assignLawyer',
  assignAnother: 'assignLawyer',
  decideReplacement: 'decideReplacement',
  reviewFile: 'returnFile',
  evaluate: 'recordEvaluation',
  archive: 'archiveCase',
  decideObjection: 'decideObjection',
  carryOutCorrection: 'carryOutCorrection',
}

export interface NextStep {
  code: NextStepCode
  actor: NextActor
  /** The promise, where one runs: the latest moment of that day. */
  dueAt?: Instant
  /** The last day by law or by the notice, where one runs. */
  lastDay?: LocalDate
  /** False when a year without holiday table was touched: the day is then the earliest possible. */
  certain?: boolean
  /** The clock stands still and why. */
  pausedFor?: NonNullable<Clock['paused']>['why']
}

/** "What happens next and by when", for the citizen and for staff alike; promise and limit stay two values (I9). */
export function nextStep(state: CaseState, now: Instant, settings: ClockSettings): NextStep {
  const { code, actor } = step(state)
  // What is awaited of the lawyer and the papers that are owed run side by side: each step is told its own day.
  const clocks = clocksOf(state, now, settings).filter(({ kind }) =>
    OWN_CLOCK[code] === undefined ? kind !== 'answerAssignment' && kind !== 'replace' : kind === OWN_CLOCK[code],
  )
  const target = clocks.find((clock) => clock.target)?.target
  // A limit that passed before the clock was stopped is no day to act by.
  const limit = clocks.find((clock) => clock.statutory && !clock.paused)?.statutory
  const paused = clocks.find((clock) => clock.paused)?.paused
  return {
    code,
    actor,
    ...(target === undefined ? {} : { dueAt: target.dueAt }),
    ...(limit === undefined ? {} : { lastDay: limit.lastDay, certain: limit.certain }),
    ...(paused === undefined ? {} : { pausedFor: paused.why }),
  }
}

const OWN_CLOCK: Partial<Record<NextStepCode, Clock['kind']>> = {
  acceptAssignment: 'answerAssignment',
  decideReplacement: 'replace',
}

type Step = { code: NextStepCode; actor: NextActor }
const next = (code: NextStepCode, actor: NextActor): Step => ({ code, actor })

function step(state: CaseState): Step {
  switch (state.status) {
    case 'draft':
      return next('closed', 'nobody')
    case 'submitted':
      return next('accept', 'agency')
    case 'supplementing':
      return state.supplement?.suppliedAt === undefined ? next('supply', 'applicant') : next('lookAtSupplied', 'agency')
    case 'accepted':
      return state.review ? next('decide', 'approver') : next('review', 'agency')
    case 'verifying':
      return next('waitForRemote', 'remoteAgency')
    case 'provisional':
      return underProvisionalAid(state)
    case 'granted':
    case 'notified':
      return next('assign', 'assigner')
    case 'assigned':
      return state.assignment?.acceptedAt === undefined
        ? next('acceptAssignment', 'provider')
        : next('signAgreement', 'provider')
    case 'engaged':
      return next('firstMeeting', 'provider')
    case 'inProgress':
      return next('work', 'provider')
    case 'reassigning':
      return anotherLawyer(state)
    case 'concluded':
      return next('handInFile', 'provider')
    case 'fileReview':
      return next('reviewFile', 'agency')
    case 'fileReturned':
      return next('mendFile', 'provider')
    case 'subsidyApproved':
      return next('evaluate', 'agency')
    case 'evaluated':
      return next('archive', 'agency')
    case 'refused':
    case 'terminated':
      return contested(state)
    case 'withdrawn':
      return next('mayApplyAgain', 'applicant')
    case 'transferred':
      return next('goToOtherAgency', 'nobody')
    case 'archived':
      return next('closed', 'nobody')
    default:
      return state.status satisfies never
  }
}

/** The lawyer comes first; the papers are what the applicant still owes (法律援助法 44). */
function underProvisionalAid(state: CaseState): Step {
  const { assignment, provisional } = state
  if (replacing(state)) return anotherLawyer(state)
  if (!assignment) return next('assign', 'assigner')
  return provisional?.formalitiesAt === undefined
    ? next('completeFormalities', 'applicant')
    : next('decideProvisional', 'approver')
}

const anotherLawyer = (state: CaseState): Step =>
  replacing(state) === 'toAssign' ? next('assignAnother', 'assigner') : next('decideReplacement', 'approver')

/** OB-1 to OB-3: object first; only an objection that was turned down opens the way to reconsideration or the court. */
function contested({ objection }: CaseState): Step {
  if (!objection) return next('mayObject', 'applicant')
  switch (objection.outcome) {
    case undefined:
      return next('decideObjection', 'bureau')
    case 'uphold':
      return next('mayGoToCourt', 'applicant')
    case 'orderCorrection':
      return next('carryOutCorrection', 'approver')
    default:
      return objection.outcome satisfies never
  }
}
