import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { WorkCalendar } from '@fatong/law/calendar/working-days.ts'
import { legalLimitEnd } from '@fatong/law/legal-aid/deadlines.ts'
import type { OutboxMessage } from '../../db/rows.ts'

/** A message of the outbox that waits until papers after provisional aid are long owed; the case is looked at again then (UR-4). */
export const PAPERS_OWED = 'papersOwed'
/** `since`: when the aid began */
export interface PapersOwed {
  since: Instant
}

export const papersOwed = (caseId: string, since: Instant, calendar: WorkCalendar): OutboxMessage => ({
  channel: PAPERS_OWED,
  caseId,
  at: since,
  notBefore: legalLimitEnd('provisionalEscalation', since, calendar).endsAt,
  payload: { since } satisfies PapersOwed,
})
