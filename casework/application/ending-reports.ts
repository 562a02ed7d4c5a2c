import type { TerminationGround } from '../vocabulary.ts'
import { IN_HAND, type CaseState, type TerminationReport } from './state.ts'

type Reported = Pick<CaseState, 'terminationReport' | 'earlierReports'>

/** Every report or request of an end, in order. */
export const reportsOf = ({ earlierReports = [], terminationReport }: Reported): TerminationReport[] =>
  terminationReport ? [...earlierReports, terminationReport] : [...earlierReports]

/** Not answered; what came before an end that had to be revoked is over (T26). */
const waits = ({ declined, at }: TerminationReport, { correctedAt }: Pick<CaseState, 'correctedAt'>): boolean =>
  !declined && at >= (correctedAt ?? at)

/** The reports and requests of an end that wait for an answer: the agency's one answer is an answer to each. */
export const openReports = (state: CaseState): TerminationReport[] =>
  IN_HAND.includes(state.status) ? reportsOf(state).filter((report) => waits(report, state)) : []

/** TM-7 is the wish of the recipient, also where it was spoken at the counter and somebody typed it for them. */
export const isOfRecipient = ({ ground, by }: { ground: TerminationGround; by: { kind: string } }): boolean =>
  by.kind === 'citizen' || ground === 'TM-7'

/** A later report stands beside the earlier ones and takes no answer from them. */
export function withReport(state: CaseState, report: TerminationReport): CaseState {
  const earlierReports = reportsOf(state)
  return { ...state, terminationReport: report, ...(earlierReports.length > 0 ? { earlierReports } : {}) }
}

/** The answer that the aid goes on, set to every report that waited for one. */
export function withReportsDeclined(state: CaseState, declined: NonNullable<TerminationReport['declined']>): CaseState {
  const answered = (report: TerminationReport) => (waits(report, state) ? { ...report, declined } : report)
  const { earlierReports, terminationReport } = state
  return {
    ...state,
    ...(earlierReports && { earlierReports: earlierReports.map(answered) }),
    ...(terminationReport && { terminationReport: answered(terminationReport) }),
  }
}
