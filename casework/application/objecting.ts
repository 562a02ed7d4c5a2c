import type { Command } from './commands.ts'
import { happened, inStatus, refuse, type Decision } from './context.ts'
import type { CaseState } from './state.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>
const CONTESTED = ['refused', 'terminated'] as const

/** T25, OB-1: the law sets no time limit for objecting, so neither do we. */
export function fileObjection(state: CaseState, { statement }: Of<'fileObjection'>): Decision {
  return inStatus(state, CONTESTED, () => {
    if (state.objection) return refuse(state.objection.outcome === undefined ? 'objectionPending' : 'alreadyDone')
    return statement ? happened({ type: 'objectionFiled', data: { statement } }) : refuse('reasonMissing')
  })
}

/** OB-2: the bureau upholds, or orders the agency to correct. */
export function decideObjection(state: CaseState, { outcome, explanation, documentNumber }: Of<'decideObjection'>): Decision {
  return inStatus(state, CONTESTED, () => {
    if (!state.objection) return refuse('noObjection')
    if (state.objection.outcome !== undefined) return refuse('alreadyDone')
    return explanation ? happened({ type: 'objectionDecided', data: { outcome, explanation, documentNumber } }) : refuse('reasonMissing')
  })
}

/** T26 */
export const carryOutCorrection = (state: CaseState, { note }: Of<'carryOutCorrection'>): Decision =>
  inStatus(state, CONTESTED, () => (state.objection?.outcome === 'orderCorrection' ? happened({ type: 'correctionCarriedOut', data: { note } }) : refuse('noObjection')))
