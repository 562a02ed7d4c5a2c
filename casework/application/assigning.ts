import { ageOn, localDateOf } from '@fatong/law/calendar/dates.ts'
import { qualifiedFor, type CaseToAssign, type ProviderFacts } from '@fatong/law/legal-aid/qualification.ts'
import type { LocalDate } from '@fatong/law/calendar/dates.ts'
import type { Command } from './commands.ts'
import { happened, inStatus, refuse, said, type Context, type Decision } from './context.ts'
import { reassignmentMissed, sameDayMissed } from './promises.ts'
import { mustRecuse } from './recusal.ts'
import { replacing } from './replacing.ts'
import { isDefence, serviceOfCase } from './service.ts'
import type { CaseState } from './state.ts'
import type { Provider } from './types.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

/** What the bans ask of the case. */
export function caseToAssign(state: CaseState, on: LocalDate): CaseToAssign {
  if (state.letter) {
    const { ground, defendant, stage } = state.letter
    const under18 = defendant.birthDate === undefined ? undefined : ageOn(defendant.birthDate, on) < 18
    return {
      service: 'criminalDefense',
      notifiedGround: ground,
      juvenile: ground === 'ND-1' || under18 === true,
      mayGetLifeOrDeath: ground === 'ND-4' || ground === 'ND-5' || stage === 'deathReview',
    }
  }
  // How grave the charge is and how old the defendant, an application may not tell: unknown keeps the stricter demand (10A-10).
  return {
    service: mayBeCriminalRetrial(state) ? 'criminalDefense' : serviceOfCase(state),
    juvenile: mayBeMinor(state, on),
    mayGetLifeOrDeath: isDefence(state),
  }
}

/** Nobody said of which kind the retrial is: a lawyer may take either (AS-6). */
const mayBeCriminalRetrial = ({ form }: CaseState): boolean =>
  form?.matter === 'retrial' && form.facts.retrialIsCriminal === undefined

function mayBeMinor({ form }: CaseState, on: LocalDate): boolean {
  const { birthDate, applicantRole, lacksCapacity } = form?.facts ?? {}
  if (applicantRole === 'self') return false
  if (birthDate !== undefined) return ageOn(birthDate, on) < 18
  return applicantRole === 'selfMinor' || lacksCapacity === true
}

/** Years of practice as the rule reads them: the first day of practice. */
export function providerFacts(provider: Provider, on: LocalDate): ProviderFacts {
  const since = (years: number): LocalDate =>
    `${String(Number(on.slice(0, 4)) - Math.floor(years)).padStart(4, '0')}${on.slice(4) === '-02-29' ? '-02-28' : on.slice(4)}` as LocalDate
  return {
    kind: provider.kind,
    practisingSince: since(provider.practiceYears),
    criminalDefenceSince: since(provider.criminalDefenseYears),
    juvenileExperience: provider.juvenileAware,
  }
}

/** T13, and the first half of provisional aid (I1: only these need no decision). */
export function assign(state: CaseState, command: Of<'assignLawyer'>, context: Context): Decision {
  return inStatus(state, ['granted', 'notified', 'provisional', 'reassigning'], () => {
    const { provider, conflictCheck, documentNumber, reasons, advice, override, authority, delayReason } = command
    if (state.assignment) return refuse('alreadyDone')
    if (replacing(state) === 'toDecide') return refuse('decisionMissing')
    if (state.kind === 'application' && !state.decision && !state.provisional) return refuse('decisionMissing')
    if (mustRecuse(context.actor, state)) return refuse('recusalRequired')
    if (!conflictCheck) return refuse('conflictCheckMissing')
    const bans = conflictCheck.findings.filter((f) => f.severity === 'ban')
    if (bans.length > 0) return refuse('conflictOfInterest', { findings: bans })
    if (conflictCheck.findings.length > 0 && !said(conflictCheck.explanation))
      return refuse('conflictOfInterest', { findings: conflictCheck.findings })
    const today = localDateOf(context.now)
    const answer = qualifiedFor(caseToAssign(state, today), providerFacts(provider, today), today)
    if (answer.verdict !== 'holds' && answer.verdict !== 'notApplicable')
      return refuse('lawyerNotQualified', { reasons: answer.reasons.map((r) => r.says) })
    const before = state.declined.find((one) => one.staffId === provider.staffId)
    if (before?.reason === 'conflict') return refuse('conflictOfInterest', { declined: before })
    if (before && !said(override))
      return refuse('lawyerNotQualified', {
        declined: before,
        reasons: ['这位人员已经不接受本案指派或被更换过，仍要派请写明另选的理由。'],
      })
    // 个保法 24: a recommendation only advises; whoever decides otherwise says why, and both stay on record.
    if (advice && advice.first.staffId !== provider.staffId && !said(override))
      return refuse('overrideMissing', { advised: advice.first.name })
    const missed =
      replacing(state) === 'toAssign' ? reassignmentMissed(state, context) : sameDayMissed(state, 'assign', context)
    if (missed && !said(delayReason)) return refuse('delayReasonMissing', { step: 'assign' })
    return happened({
      type: 'lawyerAssigned',
      data: {
        provider,
        conflictCheck,
        reasons,
        documentNumber,
        ...(advice ? { advice } : {}),
        ...(said(override) ? { override } : {}),
        ...(said(authority) ? { authority } : {}),
        ...(said(delayReason) ? { delayReason } : {}),
      },
    })
  })
}

const offered = (state: CaseState, then: () => Decision): Decision =>
  inStatus(state, ['assigned', 'provisional'], () => {
    if (!state.assignment) return refuse('decisionMissing')
    if (replacing(state)) return refuse('wrongStatus', { needs: 'decideReplacement' })
    return state.assignment.acceptedAt === undefined ? then() : refuse('alreadyDone')
  })

export const acceptAssignment = (state: CaseState, { documentNumber }: Of<'acceptAssignment'>): Decision =>
  offered(state, () =>
    happened({ type: 'assignmentAccepted', data: documentNumber === undefined ? {} : { documentNumber } }),
  )

/** AS-8: only with a proper reason. */
export const declineAssignment = (state: CaseState, { reason, explanation }: Of<'declineAssignment'>): Decision =>
  offered(state, () =>
    said(explanation)
      ? happened({
          type: 'assignmentDeclined',
          data: { reason, explanation, staffId: state.assignment?.provider.staffId ?? '' },
        })
      : refuse('reasonMissing'),
  )

/** T17, first half: CF-5 the recipient, CF-8 the provider, or the agency itself asks. */
export function requestReplacement(
  state: CaseState,
  { reason }: Of<'requestReplacement'>,
  { actor }: Context,
): Decision {
  return inStatus(state, ['assigned', 'engaged', 'inProgress', 'provisional'], () => {
    if (!state.assignment) return refuse('wrongStatus', { needs: 'assignLawyer' })
    if (replacing(state)) return refuse('alreadyDone')
    if (!said(reason)) return refuse('reasonMissing')
    const by =
      actor.kind === 'citizen' ? 'recipient' : actor.id === state.assignment?.provider.staffId ? 'provider' : 'agency'
    return happened({ type: 'replacementRequested', data: { reason, by } })
  })
}
export function decideReplacement(
  state: CaseState,
  { approve, reason, documentNumber }: Of<'decideReplacement'>,
  { actor }: Context,
): Decision {
  return inStatus(state, ['reassigning', 'provisional'], () => {
    if (replacing(state) !== 'toDecide') return refuse(state.status === 'reassigning' ? 'alreadyDone' : 'wrongStatus')
    if (mustRecuse(actor, state)) return refuse('recusalRequired')
    if (!said(reason)) return refuse('reasonMissing')
    return happened({
      type: 'replacementDecided',
      data: { approved: approve, reason, ...(approve && documentNumber ? { documentNumber } : {}) },
    })
  })
}
