import { localDateOf } from '@fatong/law/calendar/dates.ts'
import { formatCitation } from '@fatong/law/citation.ts'
import { refusalForMeans } from '@fatong/law/legal-aid/refusal.ts'
import type { RefusalReason } from '../vocabulary.ts'
import type { Command } from './commands.ts'
import { happened, inStatus, refuse, said, type Context, type Decision } from './context.ts'
import type { CaseState } from './state.ts'
import { mustRecuse } from './recusal.ts'
import { sameDayMissed } from './promises.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

/** I2: a notified case is never looked into for means. */
export const examined = (state: CaseState, then: () => Decision): Decision =>
  state.kind === 'notified' ? refuse('notifiedSkipsMeans') : then()

/** T7 */
export function startVerification(
  state: CaseState,
  { agency, question, documentNumber }: Of<'startRemoteVerification'>,
): Decision {
  return examined(state, () =>
    inStatus(state, ['accepted'], () =>
      happened({ type: 'remoteVerificationStarted', data: { agency, question, documentNumber } }),
    ),
  )
}
export function finishVerification(state: CaseState, { result }: Of<'finishRemoteVerification'>): Decision {
  return inStatus(state, ['verifying'], () => happened({ type: 'remoteVerificationFinished', data: { result } }))
}

export function recordReview(state: CaseState, { review }: Of<'recordReview'>, { actor }: Context): Decision {
  return examined(state, () =>
    inStatus(state, ['accepted', 'provisional'], () => {
      if (mustRecuse(actor, state)) return refuse('recusalRequired')
      if (review.proposal === 'refuse' && !said(review.note)) return refuse('reasonMissing')
      return happened({ type: 'reviewRecorded', data: { review } })
    }),
  )
}

/** T8: aid first, papers later (法律援助法 44). */
export function grantProvisional(
  state: CaseState,
  { ground, reason, documentNumber }: Of<'grantProvisionalAid'>,
  { actor }: Context,
): Decision {
  return examined(state, () =>
    inStatus(state, ['submitted', 'accepted'], () => {
      if (mustRecuse(actor, state)) return refuse('recusalRequired')
      return said(reason)
        ? happened({ type: 'provisionalAidGranted', data: { ground, reason, documentNumber } })
        : refuse('reasonMissing')
    }),
  )
}
export function completeFormalities(state: CaseState, { materials }: Of<'completeFormalities'>): Decision {
  return inStatus(state, ['provisional'], () =>
    state.provisional?.formalitiesAt === undefined
      ? happened({ type: 'formalitiesCompleted', data: { materials } })
      : refuse('alreadyDone'),
  )
}

/** I4: reviewer and approver are two people; under provisional aid the papers come first (T9). */
function ready(state: CaseState, { actor }: Context, then: () => Decision): Decision {
  return examined(state, () =>
    inStatus(state, ['accepted', 'provisional'], () => {
      if (mustRecuse(actor, state)) return refuse('recusalRequired')
      if (state.status === 'provisional' && state.provisional?.formalitiesAt === undefined)
        return refuse('materialsMissing')
      if (!state.review) return refuse('reviewMissing')
      return state.review.by.id === actor.id ? refuse('sameReviewerAndApprover') : then()
    }),
  )
}

/** T10 */
export function grant(
  state: CaseState,
  { note, documentNumber, delayReason }: Of<'grantAid'>,
  context: Context,
): Decision {
  return ready(state, context, () => {
    if (sameDayMissed(state, 'decide', context) && !said(delayReason))
      return refuse('delayReasonMissing', { step: 'decide' })
    return happened({
      type: 'aidGranted',
      data: { note, documentNumber, ...(said(delayReason) ? { delayReason } : {}) },
    })
  })
}

/** Reasons by which this case cannot be refused, and why, with the article: judged on the day of the application with that day's figures. */
export function closedRefusals(
  { form, openedAt }: CaseState,
  { parameters, calendar }: Pick<Context, 'parameters' | 'calendar'>,
): { reason: RefusalReason; why: string }[] {
  if (!form) return []
  const answer = refusalForMeans({ facts: form.facts, asOf: localDateOf(openedAt), parameters, calendar })
  if (answer.verdict !== 'doesNotHold') return []
  const why = answer.reasons.map(({ says, citations }) => `${says}${citations.map(formatCitation).join('、')}`)
  return [{ reason: 'meansExceeded', why: why.join('') }]
}

/** T11. Means are no reason where nobody asks what a person earns (法律援助法 32). */
export function refuseAid(
  state: CaseState,
  { reasons, explanation, documentNumber }: Of<'refuseAid'>,
  context: Context,
): Decision {
  return ready(state, context, () => {
    if (reasons.length === 0 || !said(explanation)) return refuse('reasonMissing')
    const closed = closedRefusals(state, context).filter(({ reason }) => reasons.includes(reason))
    return closed.length > 0
      ? refuse('groundNotApplicable', { reasons: closed.map(({ why }) => why) })
      : happened({ type: 'aidRefused', data: { reasons, explanation, documentNumber } })
  })
}
