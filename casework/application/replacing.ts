import type { CaseState } from './state.ts'

/**
 * Another lawyer is wanted (T17): somebody has to decide on it, or somebody has to be found. Under provisional aid the case
 * keeps that status meanwhile, as there is no decision yet that the aid could rest on (I1), and the decision need not wait.
 */
export function replacing({
  status,
  replacement,
  assignment,
  reassignment,
}: Pick<CaseState, 'status' | 'replacement' | 'assignment' | 'reassignment'>): 'toDecide' | 'toAssign' | null {
  if (status === 'reassigning') return replacement?.decided === true ? 'toAssign' : 'toDecide'
  if (status !== 'provisional' || !replacement) return null
  if (replacement.decided === undefined) return 'toDecide'
  return replacement.decided && !assignment && reassignment?.doneAt === undefined ? 'toAssign' : null
}
