import type { CasePage } from '@fatong/contract/desk/cases.ts'

type State = CasePage['state']
type Report = NonNullable<State['terminationReport']>

/** Every report or request of an end, in order. */
export const allReports = ({ earlierReports = [], terminationReport }: State): Report[] =>
  terminationReport ? [...earlierReports, terminationReport] : [...earlierReports]

/** Those that wait for an answer: not declined, and not from before an end that had to be revoked (T26). */
export const waitingReports = (state: State): Report[] =>
  allReports(state).filter(({ declined, at }) => !declined && at >= (state.correctedAt ?? at))
