import type { Command } from './commands.ts'
import { happened, inStatus, refuse, said, type Context, type Decision } from './context.ts'
import { isOwnWork } from './recusal.ts'
import type { CaseState } from './state.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

const byAnother = (
  state: CaseState,
  { actor }: Context,
  statuses: readonly CaseState['status'][],
  then: () => Decision,
): Decision => inStatus(state, statuses, () => (isOwnWork(actor, state) ? refuse('recusalRequired') : then()))

/** T20, T21: the file, first or mended. */
export const submitFile = (
  state: CaseState,
  { materials, report, propertyTaken, documentNumber }: Of<'submitFile'>,
): Decision =>
  inStatus(state, ['concluded', 'fileReturned'], () =>
    said(report)
      ? happened({ type: 'fileSubmitted', data: { materials, report, propertyTaken, documentNumber } })
      : refuse('reasonMissing'),
  )

export const returnFile = (state: CaseState, { reasons }: Of<'returnFile'>, context: Context): Decision =>
  byAnother(state, context, ['fileReview'], () =>
    reasons.some(said) ? happened({ type: 'fileReturned', data: { reasons } }) : refuse('reasonMissing'),
  )

/** T22. Paid by the state to the provider; never a fee of the recipient (I8). */
export const approveSubsidy = (state: CaseState, { amountFen }: Of<'approveSubsidy'>, context: Context): Decision =>
  byAnother(state, context, ['fileReview'], () => happened({ type: 'subsidyApproved', data: { amountFen } }))

/** T23: one return visit and record for every case. */
export const recordEvaluation = (
  state: CaseState,
  { satisfied, grade, note }: Of<'recordEvaluation'>,
  context: Context,
): Decision =>
  byAnother(state, context, ['subsidyApproved'], () =>
    happened({ type: 'evaluationRecorded', data: { satisfied, grade, note } }),
  )

/** T24 */
export const archive = (state: CaseState, { shelf }: Of<'archiveCase'>): Decision =>
  inStatus(state, ['evaluated'], () =>
    said(shelf) ? happened({ type: 'caseArchived', data: { shelf } }) : refuse('reasonMissing'),
  )
