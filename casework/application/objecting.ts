import type { Command } from './commands.ts'
import { happened, inStatus, refuse, said, type Context, type Decision } from './context.ts'
import { mustRecuse } from './recusal.ts'
import type { CaseState } from './state.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>
const CONTESTED = ['refused', 'terminated'] as const

/** T25, OB-1: the law sets no time limit for objecting, so neither do we. */
export function fileObjection(state: CaseState, { statement, materials = [] }: Of<'fileObjection'>): Decision {
  return inStatus(state, CONTESTED, () => {
    if (state.objection) return refuse(state.objection.outcome === undefined ? 'objectionPending' : 'alreadyDone')
    return said(statement)
      ? happened({ type: 'objectionFiled', data: { statement, ...(materials.length > 0 ? { materials } : {}) } })
      : refuse('reasonMissing')
  })
}

/** Whoever took the contested decision does not judge the objection to it. */
const deciderOf = (state: CaseState): string | undefined =>
  state.status === 'terminated' ? state.termination?.by?.id : state.decision?.by.id

/** OB-2: the bureau upholds, or orders the agency to correct. */
export function decideObjection(
  state: CaseState,
  { outcome, explanation, documentNumber }: Of<'decideObjection'>,
  { actor }: Context,
): Decision {
  return inStatus(state, CONTESTED, () => {
    if (!state.objection) return refuse('noObjection')
    if (mustRecuse(actor, state) || actor.id === deciderOf(state)) return refuse('recusalRequired')
    if (state.objection.outcome !== undefined) return refuse('alreadyDone')
    return said(explanation)
      ? happened({ type: 'objectionDecided', data: { outcome, explanation, documentNumber } })
      : refuse('reasonMissing')
  })
}

/** T26 */
export const carryOutCorrection = (state: CaseState, { note }: Of<'carryOutCorrection'>): Decision =>
  inStatus(state, CONTESTED, () =>
    state.objection?.outcome === 'orderCorrection'
      ? happened({ type: 'correctionCarriedOut', data: { note } })
      : refuse('noObjection'),
  )
