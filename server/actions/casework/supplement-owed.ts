import { reviewEnd } from '@fatong/casework/application/clocks.ts'
import type { CaseState } from '@fatong/casework/application/state.ts'
import { supplementTerm } from '@fatong/casework/application/supplement-term.ts'
import { instantAt, type Instant, type LocalDate } from '@fatong/law/calendar/dates.ts'
import type { WorkCalendar } from '@fatong/law/calendar/working-days.ts'
import type { OutboxMessage } from '../../db/rows.ts'

/** A message of the outbox that waits until the term of a correction is about to end; the case is looked at again then. */
export const SUPPLEMENT_OWED = 'supplementOwed'
/** `deadline`: of the term that was meant; an extended one has a message of its own */
export interface SupplementOwed {
  deadline: LocalDate
}

/**
 * Whoever owes papers is reminded when the light of the case turns. It does not turn where the review was late already
 * (I9 keeps it red): there the reminder is put down with the notice.
 */
export function supplementOwed(
  caseId: string,
  state: CaseState,
  now: Instant,
  calendar: WorkCalendar,
): OutboxMessage[] {
  const { supplement, pauses } = state
  const stopped = pauses.find(({ until }) => until === undefined)
  if (!supplement || !stopped || stopped.from < reviewEnd(state, calendar).endsAt) return []
  return [
    {
      channel: SUPPLEMENT_OWED,
      caseId,
      at: now,
      notBefore: instantAt(supplementTerm(supplement, calendar).unrolledDay, 0),
      payload: { deadline: supplement.deadline } satisfies SupplementOwed,
    },
  ]
}
