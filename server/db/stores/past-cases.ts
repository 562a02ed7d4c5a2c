import type { Status } from '@fatong/casework/vocabulary.ts'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import { SYSTEM } from '../access.ts'
import { read, type Connections } from '../postgres.ts'

/** A case as it stands, with who was the first to have it, from when, and until when it was with a lawyer. */
export interface PastCaseRow {
  id: string
  state: unknown
  status: Status
  lawyerId: string
  since: Instant
  until: Instant | null
}
export interface HeldBefore {
  lawyerId: string
  until: Instant | null
}

/** Cases that were given to somebody in a span of time; for looking back, of agencies that the caller answers for. */
export interface PastCaseStore {
  /** The newest first. */
  assigned(agencyIds: readonly string[], from: Instant, to: Instant, most: number): Promise<PastCaseRow[]>
  /** What lawyers had in hand when the span began. */
  heldAt(agencyIds: readonly string[], at: Instant): Promise<HeldBefore[]>
}

const ENDED = `ARRAY['concluded', 'fileReview', 'fileReturned', 'subsidyApproved', 'evaluated', 'archived', 'terminated', 'withdrawn', 'transferred']`
/** When the case left the lawyer's hands: it was given to another, or came to its end. */
const UNTIL = `(extract(epoch FROM coalesce(r.until, (to_timestamp((c.state -> 'conclusion' ->> 'at')::float8 / 1000)), CASE WHEN c.status = ANY (${ENDED}) THEN c.updated_at END)) * 1000)::float8`
const ms = (instant: Instant): string => new Date(instant).toISOString()

export const pastCaseStore = (connections: Connections): PastCaseStore => ({
  assigned: (agencyIds, from, to, most) =>
    read<PastCaseRow>(connections, SYSTEM, {
      text: `SELECT * FROM (SELECT DISTINCT ON (c.id) c.id, c.state, c.status, r.lawyer_id AS "lawyerId", (extract(epoch FROM r.since) * 1000)::float8 AS since, ${UNTIL} AS until
      FROM fatong.representation r JOIN fatong.case_file c ON c.id = r.case_id WHERE c.agency_id = ANY ($1::uuid[]) AND r.since >= $2 AND r.since < $3 ORDER BY c.id, r.since) x ORDER BY since DESC LIMIT $4`,
      values: [agencyIds, ms(from), ms(to), most],
    }),
  heldAt: (agencyIds, at) =>
    read<HeldBefore>(connections, SYSTEM, {
      text: `SELECT * FROM (SELECT r.lawyer_id AS "lawyerId", ${UNTIL} AS until FROM fatong.representation r JOIN fatong.case_file c ON c.id = r.case_id
      WHERE c.agency_id = ANY ($1::uuid[]) AND r.since < $2) x WHERE until IS NULL OR until > $3`,
      values: [agencyIds, ms(at), at],
    }),
})
