import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { Status } from '@fatong/casework/vocabulary.ts'
import type { AccessContext } from '../access.ts'
import { normaliseName } from '../names.ts'
import { read } from '../postgres.ts'
import type { Connections } from '../postgres.ts'
import type { PartySide } from '../rows.ts'

/** Somebody of this case who is named in another one. Who else is in that case stays hidden. */
export interface PartyRecord {
  caseId: string
  caseNumber: string
  caseStatus: Status
  /** on which side of that case */
  side: PartySide
  matched: 'idNumber' | 'creditCode' | 'name'
  /** the name asked for, normalised, when the name matched */
  name: string | null
  /** everybody who ever acted for the applicant of that case, and their firms */
  lawyerIds: string[]
  firmIds: string[]
  /** when the last provider stood down, or the case was put away; null while it is open */
  endedAt: Instant | null
}
export interface PartiesWanted {
  names: readonly string[]
  idBidxs?: readonly Buffer[]
  creditCodes?: readonly string[]
  /** only cases in which this member of staff or their firm ever acted */
  beside?: string
}

export interface ConflictStore {
  /** Records of these people in all known cases, whatever the caller's reach; for assigners, approvers and directors. */
  records(access: AccessContext, wanted: PartiesWanted): Promise<PartyRecord[]>
}

export const conflictStore = (connections: Connections): ConflictStore => ({
  records: (access, { names, idBidxs = [], creditCodes = [], beside }) =>
    read<PartyRecord>(connections, access, {
      name: 'party_records',
      values: [names.map(normaliseName), idBidxs, creditCodes, beside ?? null],
      text: `SELECT case_id AS "caseId", case_number AS "caseNumber", case_status AS "caseStatus", side, matched, matched_name AS name,
      lawyer_ids AS "lawyerIds", firm_ids AS "firmIds", (extract(epoch FROM ended_at) * 1000)::float8 AS "endedAt"
     FROM fatong.party_records($1, $2, $3, $4)`,
    }),
})
