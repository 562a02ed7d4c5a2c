/** The door to the termination rule for casework. */
export { TERMINATION_GROUNDS, terminationAllowed } from './termination/rule.ts'
export type { TerminationGround } from './termination/rule.ts'
