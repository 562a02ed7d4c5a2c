import { localDateOf } from '@fatong/law/calendar/dates.ts'
import { assess } from '@fatong/law/legal-aid/eligibility.ts'
import { meansRoute, type MeansRoute } from '@fatong/law/legal-aid/means-route.ts'
import { terminationAllowed } from '@fatong/law/legal-aid/termination.ts'
import type { TerminationGround } from '../vocabulary.ts'
import type { Command } from './commands.ts'
import { happened, inStatus, refuse, said, type Context, type Decision } from './context.ts'
import { isOfRecipient, openReports } from './ending-reports.ts'
import { mustRecuse } from './recusal.ts'
import { replacing } from './replacing.ts'
import { IN_HAND, type CaseState, type TerminationReport } from './state.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

const accepted = (state: CaseState, statuses: readonly CaseState['status'][], then: () => Decision): Decision =>
  inStatus(state, statuses, () =>
    state.assignment?.acceptedAt === undefined ? refuse('wrongStatus', { needs: 'acceptAssignment' }) : then(),
  )
/** Nothing is begun by whoever may be gone tomorrow; what was begun goes on (AS-8). */
const staying = (state: CaseState, then: () => Decision): Decision =>
  replacing(state) ? refuse('wrongStatus', { needs: 'decideReplacement' }) : then()

/** T14, AS-5: an agreement, or the reason why there is none. */
export function recordEngagement(
  state: CaseState,
  { signedOn, materials, obstacle }: Of<'recordEngagement'>,
  { now }: Context,
): Decision {
  return accepted(state, ['assigned', 'provisional'], () =>
    staying(state, () => {
      if (state.engagement) return refuse('alreadyDone')
      if (signedOn > localDateOf(now)) return refuse('deadlineInvalid')
      return happened({
        type: 'engagementRecorded',
        data: { signedOn, materials, ...(said(obstacle) ? { obstacle } : {}) },
      })
    }),
  )
}
/** T15 */
export function startWork(state: CaseState, { meetingOn, note }: Of<'startWork'>, { now }: Context): Decision {
  return accepted(state, ['engaged', 'provisional'], () =>
    staying(state, () => {
      if (!state.engagement) return refuse('wrongStatus', { needs: 'recordEngagement' })
      if (state.work) return refuse('alreadyDone')
      if (meetingOn > localDateOf(now)) return refuse('deadlineInvalid')
      return happened({ type: 'workStarted', data: { meetingOn, note } })
    }),
  )
}
/** T16. Service does not stop while a replacement is being considered (AS-8). */
export const reportProgress = (state: CaseState, { note, materials }: Of<'reportProgress'>): Decision =>
  accepted(state, ['assigned', 'engaged', 'inProgress', 'reassigning', 'provisional'], () =>
    said(note) ? happened({ type: 'progressReported', data: { note, materials } }) : refuse('reasonMissing'),
  )

/** What the recipient may ask an end for: another lawyer of their own, or a good reason (法律援助法 48). */
const ASKED_BY_RECIPIENT: readonly TerminationGround[] = ['TM-6', 'TM-7']

/** I7: the handling lawyer reports, the recipient asks, only the agency ends the aid. */
export const reportTerminationGround = (
  state: CaseState,
  { ground, note }: Of<'reportTerminationGround'>,
  { actor }: Context,
): Decision =>
  inStatus(state, IN_HAND, () => {
    if (actor.kind === 'citizen' && !ASKED_BY_RECIPIENT.includes(ground)) return refuse('groundNotApplicable')
    return said(note)
      ? happened({ type: 'terminationGroundReported', data: { ground, note } })
      : refuse('reasonMissing')
  })

function reportedBy(state: CaseState, report: TerminationReport): 'recipient' | 'provider' | 'agency' {
  if (isOfRecipient(report)) return 'recipient'
  // Who reported may have been replaced since; he or she stands with those who stood down then.
  const providers = [state.assignment?.provider.staffId, ...state.declined.map(({ staffId }) => staffId)]
  return providers.includes(report.by.id) ? 'provider' : 'agency'
}

/** The other answer to a report or request: no ground of 法律援助法 48 is found, TM-7 wants a good reason, and the aid goes on. */
export function declineTermination(
  state: CaseState,
  { reason }: Of<'declineTermination'>,
  { actor }: Context,
): Decision {
  return inStatus(state, IN_HAND, () => {
    const open = openReports(state)
    const last = open.at(-1)
    if (!last) return refuse('noTerminationReport')
    if (mustRecuse(actor, state)) return refuse('recusalRequired')
    if (!said(reason)) return refuse('reasonMissing')
    // One reason answers all that waits; where the recipient asked, it is said to the recipient first of all.
    const answered = open.findLast(isOfRecipient) ?? last
    const also = [...new Set(open.map(({ ground }) => ground))].filter((ground) => ground !== answered.ground)
    return happened({
      type: 'terminationDeclined',
      data: {
        ground: answered.ground,
        reportedBy: reportedBy(state, answered),
        reason,
        ...(also.length > 0 ? { also } : {}),
      },
    })
  })
}

/** By which way the means condition was met, judged on the day of the application with that day's figures. */
function routeOf(state: CaseState, { parameters, calendar }: Context): MeansRoute {
  if (state.kind === 'notified' || !state.form) return 'notified'
  return meansRoute(assess(state.form.facts, localDateOf(state.openedAt), parameters, calendar).means)
}

/** T18: a ground of 法律援助法 48 and evidence (I7); a change of means ends nothing where means do not count (TM-4), and nobody wishes for an end but the recipient (TM-7). */
export function terminate(state: CaseState, command: Of<'terminateAid'>, context: Context): Decision {
  return inStatus(state, IN_HAND, () => {
    const { ground, evidence, explanation, documentNumber } = command
    if (mustRecuse(context.actor, state)) return refuse('recusalRequired')
    if (!evidence.some(said)) return refuse('evidenceMissing')
    if (!said(explanation)) return refuse('reasonMissing')
    const requestedByRecipient = openReports(state).some(isOfRecipient)
    const allowed = terminationAllowed({
      ground,
      evidence: evidence.length,
      decidedBy: 'agency',
      meansRoute: routeOf(state, context),
      requestedByRecipient,
    })
    if (allowed.verdict !== 'holds')
      return refuse(ground === 'TM-7' && !requestedByRecipient ? 'recipientRequestMissing' : 'groundNotApplicable', {
        reasons: allowed.reasons.map((reason) => reason.says),
      })
    return happened({ type: 'aidTerminated', data: { ground, evidence, explanation, documentNumber } })
  })
}
/** T19 */
export function conclude(state: CaseState, command: Of<'concludeCase'>, { now }: Context): Decision {
  return inStatus(state, ['inProgress'], () => {
    const { concludedOn, closedBy, basis, outcome, recoveredFen, materials } = command
    if (concludedOn > localDateOf(now) || concludedOn < localDateOf(state.openedAt)) return refuse('deadlineInvalid')
    if (!said(basis) || !said(outcome)) return refuse('reasonMissing')
    return happened({
      type: 'caseConcluded',
      data: {
        concludedOn,
        closedBy,
        basis,
        outcome,
        materials,
        ...(recoveredFen === undefined ? {} : { recoveredFen }),
      },
    })
  })
}
