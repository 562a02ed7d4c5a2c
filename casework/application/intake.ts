import { localDateOf, type Instant } from '@fatong/law/calendar/dates.ts'
import { handOnEnd } from '@fatong/law/legal-aid/deadlines.ts'
import { matterGroup } from '@fatong/law/legal-aid/matters.ts'
import type { Command } from './commands.ts'
import { happened, inStatus, refuse, said, type Context, type Decision } from './context.ts'
import { whoMayBring } from './bringing.ts'
import { guardianMissing } from './guardian.ts'
import { mayIssue, whyNotAllowed } from './permissions.ts'
import { mustRecuse } from './recusal.ts'
import { examined } from './reviewing.ts'
import type { CaseState } from './state.ts'
import { supplementTerm, termFrom } from './supplement-term.ts'
import type { ApplicationForm } from './types.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

/** T1 */
export function submit({ form, born, number, placeId, agencyId }: Of<'submitApplication'>, context: Context): Decision {
  const { actor } = context
  if (!whoMayBring(form, actor)) return refuse('proxyNotEntitled')
  if (guardianMissing(form, born, context)) return refuse('guardianNeeded')
  if (!form.consents.notice || !form.consents.sensitive) return refuse('consentMissing')
  if (form.signatureMaterialId === undefined) return refuse('signatureMissing')
  const handOn = handedOn(form, context)
  return handOn.ok
    ? happened({ type: 'applicationSubmitted', data: { form, number, placeId, agencyId, ...handOn.due } })
    : handOn
}

/** AC-10, AC-11: late is late but the application is taken all the same, once somebody has said why it was late. */
function handedOn(
  { handOn, matter, facts }: ApplicationForm,
  { actor, now, calendar }: Context,
): { ok: true; due: { handOnDueAt?: Instant } } | Extract<Decision, { ok: false }> {
  if (!handOn) return { ok: true, due: {} }
  if (actor.kind === 'citizen' || handOn.askedAt > now) return { ok: false, refusal: 'handOnInvalid' }
  const { endsAt } = handOnEnd(handOn.through, handOn.askedAt, matterGroup(matter, facts) === 'criminal', calendar)
  if (now >= endsAt && !said(handOn.lateReason)) return { ok: false, refusal: 'handOnLate', data: { dueAt: endsAt } }
  return { ok: true, due: { handOnDueAt: endsAt } }
}

/** T12 */
export function register(
  { letter, number, placeId, agencyId, materials }: Of<'registerNotification'>,
  { now }: Context,
): Decision {
  if (localDateOf(letter.receivedAt) > localDateOf(now)) return refuse('deadlineInvalid')
  return happened({ type: 'notificationRegistered', data: { letter, number, placeId, agencyId, materials } })
}

/** T2, T4. With an opinion, who accepts is also the reviewer (T7, T10). */
export function accept(
  state: CaseState,
  { review, documentNumber }: Of<'acceptApplication'>,
  { actor }: Context,
): Decision {
  return examined(state, () =>
    inStatus(state, ['submitted', 'supplementing'], () => {
      if (mustRecuse(actor, state)) return refuse('recusalRequired')
      if (review && !mayIssue(actor, 'recordReview', state)) return refuse(whyNotAllowed(actor, 'recordReview'))
      if (review?.proposal === 'refuse' && !said(review.note)) return refuse('reasonMissing')
      return happened(
        { type: 'applicationAccepted', data: { documentNumber } },
        ...(review ? [{ type: 'reviewRecorded' as const, data: { review } }] : []),
      )
    }),
  )
}

/** T3: everything at once (AC-2); a second notice only for materials that contradict each other (I3). */
export function requestSupplement(
  state: CaseState,
  command: Of<'requestSupplement'>,
  { actor, now, calendar }: Context,
): Decision {
  return examined(state, () =>
    inStatus(state, ['submitted', 'accepted', 'supplementing'], () => {
      if (mustRecuse(actor, state)) return refuse('recusalRequired')
      const { items, deadline, documentNumber, contradiction } = command
      if (items.length === 0) return refuse('reasonMissing')
      if ((state.supplement?.count ?? 0) > 0 && !said(contradiction)) return refuse('alreadySupplemented')
      if (deadline <= localDateOf(now)) return refuse('deadlineInvalid')
      return happened({
        type: 'supplementRequested',
        data: {
          items,
          ...termFrom(deadline, calendar),
          documentNumber,
          ...(said(contradiction) ? { contradiction } : {}),
        },
      })
    }),
  )
}

export function supply(state: CaseState, { materials, note }: Of<'supplyMaterials'>): Decision {
  return inStatus(state, ['supplementing'], () =>
    materials.length === 0 && !said(note)
      ? refuse('materialsMissing')
      : happened({ type: 'materialsSupplied', data: { materials, note } }),
  )
}

/** T5: the term of the notice has passed with nothing supplied, and a person confirms. Not a refusal: one may apply again (AC-3). */
export function confirmDeemedWithdrawn(
  state: CaseState,
  { documentNumber }: Of<'confirmDeemedWithdrawn'>,
  { now, calendar }: Context,
): Decision {
  return inStatus(state, ['supplementing'], () => {
    const { supplement } = state
    const lastDay = supplement && supplementTerm(supplement, calendar).lastDay
    if (!supplement || !lastDay || supplement.suppliedAt !== undefined || localDateOf(now) <= lastDay)
      return refuse('supplementNotExpired', { deadline: lastDay })
    return happened({
      type: 'applicationWithdrawn',
      data: { deemed: true, reason: '没有在补正期限内补交材料或作出说明', documentNumber },
    })
  })
}

const BEFORE_DECISION = ['submitted', 'supplementing', 'accepted', 'verifying'] as const
const AID_GIVEN: readonly CaseState['status'][] = [
  'provisional',
  'granted',
  'assigned',
  'engaged',
  'inProgress',
  'reassigning',
]

/** Free until the decision; afterwards the agency ends the aid at the recipient's wish (TM-7). */
export function withdraw(state: CaseState, { reason }: Of<'withdrawApplication'>): Decision {
  if (AID_GIVEN.includes(state.status))
    return refuse('wrongStatus', {
      status: state.status,
      instead: { command: 'reportTerminationGround', ground: 'TM-7' },
    })
  return inStatus(state, BEFORE_DECISION, () =>
    said(reason)
      ? happened({ type: 'applicationWithdrawn', data: { deemed: false, reason } })
      : refuse('reasonMissing'),
  )
}

/** T6, JU-5 */
export function transfer(state: CaseState, { to, reason, documentNumber }: Of<'transferApplication'>): Decision {
  return inStatus(state, ['submitted', 'accepted'], () =>
    !said(to) || !said(reason)
      ? refuse('reasonMissing')
      : happened({ type: 'applicationTransferred', data: { to, reason, documentNumber } }),
  )
}
