import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { Status } from '@fatong/casework/vocabulary.ts'
import { SYSTEM } from '../access.ts'
import { withAccess } from '../postgres.ts'
import type { Connections } from '../postgres.ts'
import type { CaseRow, Light } from '../rows.ts'
import { LIGHTS } from '../writeset.ts'
import type { LightsFrom } from './ask-for-lights.ts'

export interface AgeingCase {
  id: string
  number: string
  version: number
  status: Status
  agencyId: string
  lawyerId: string | null
  light: Light
  state: unknown
}
export interface Rejudged extends Relit, Pick<CaseRow, 'dueTarget' | 'dueStatutory' | 'nextDue'> {}
export interface Relit {
  id: string
  version: number
  light: Light
}

/** What timed work asks of the database. */
export interface UpkeepStore {
  /**
   * Open cases whose light may have changed although nobody touched them: something is due after `from` and not after `until`.
   * A window walks the queue's index by what is due; without `from` it is everything due before. By id.
   */
  ageing(
    window: { from?: Instant; until: Instant; light?: Light },
    after: string | undefined,
    most: number,
  ): Promise<AgeingCase[]>
  /** Every open case behind `after`, by id, whatever is due. */
  open(after: string | undefined, most: number): Promise<AgeingCase[]>
  /** Sets what is due and the light of cases still at the version they were judged at; answers which were changed. */
  rejudge(cases: readonly Rejudged[]): Promise<string[]>
  /** Goes on with the lights behind `after` in another message. */
  goOn(from: LightsFrom, now: Instant): Promise<void>
  /** Sets lights of cases that are still at the version they were judged at; answers which were changed. */
  relight(cases: readonly Relit[]): Promise<string[]>
  tell(messages: readonly { channel: string; payload: unknown; caseId: string }[], now: Instant): Promise<void>
  /** Replies kept for repeated requests; answers how many were removed. */
  sweepReplies(before: Instant): Promise<number>
  sweepSimulatedSms(before: Instant): Promise<number>
  sweepNotices(readBefore: Instant): Promise<number>
  /** The access log; the database keeps half a year whatever is asked. */
  sweepAudit(before: Instant, most: number): Promise<number>
}

const OPEN: readonly Status[] = [
  'submitted',
  'supplementing',
  'accepted',
  'verifying',
  'provisional',
  'granted',
  'notified',
  'assigned',
  'engaged',
  'inProgress',
  'reassigning',
  'concluded',
  'fileReview',
  'fileReturned',
  'refused',
  'terminated',
]

// Agencies are places: one short walk of the queue's index for each of them and each status.
const AGEING = `SELECT c.id, c.number, c.version, c.status, c.agency_id AS "agencyId", c.lawyer_id AS "lawyerId", c.light, c.state
  FROM fatong.place p CROSS JOIN unnest($1::text[]) s(status), LATERAL (SELECT * FROM fatong.case_file f
    WHERE f.agency_id = p.id AND f.status = s.status AND f.next_due > $2 AND f.next_due <= $3 AND f.light <> 'red' AND ($4::text IS NULL OR f.light = $4) AND f.id > $5) c
  ORDER BY c.id LIMIT $6`

const ALL_OPEN = `SELECT id, number, version, status, agency_id AS "agencyId", lawyer_id AS "lawyerId", light, state FROM fatong.case_file
  WHERE id > $1 AND status = ANY ($2::text[]) ORDER BY id LIMIT $3`
const FIRST = '00000000-0000-0000-0000-000000000000'

const iso = (at: Instant) => new Date(at).toISOString()

export const upkeepStore = (connections: Connections): UpkeepStore => {
  const remove = (sql: string, before: Instant) =>
    withAccess(connections, SYSTEM, async ({ client }) => (await client.query(sql, [iso(before)])).rowCount ?? 0)
  return {
    ageing: ({ from, until, light }, after, most) =>
      withAccess(
        connections,
        SYSTEM,
        async ({ client }) =>
          (
            await client.query<AgeingCase>(AGEING, [
              OPEN,
              from === undefined ? '-infinity' : iso(from),
              iso(until),
              light ?? null,
              after ?? FIRST,
              most,
            ])
          ).rows,
      ),
    open: (after, most) =>
      withAccess(
        connections,
        SYSTEM,
        async ({ client }) => (await client.query<AgeingCase>(ALL_OPEN, [after ?? FIRST, OPEN, most])).rows,
      ),
    rejudge: (cases) =>
      withAccess(connections, SYSTEM, async ({ client }) => {
        const rows = cases.map(({ id, version, light, dueTarget, dueStatutory, nextDue }) => ({
          id,
          version,
          light,
          due_target: dueTarget == null ? null : iso(dueTarget),
          due_statutory: dueStatutory ?? null,
          next_due: iso(nextDue),
        }))
        return (await client.query<{ id: string }>('SELECT fatong.rejudge($1) AS id', [JSON.stringify(rows)])).rows.map(
          ({ id }) => id,
        )
      }),
    goOn: (from, now) =>
      withAccess(connections, SYSTEM, async ({ client }) => {
        await client.query(
          'INSERT INTO fatong.outbox (channel, payload, created_at, next_at) VALUES ($1, $2, $3, $3)',
          [LIGHTS, JSON.stringify(from), iso(now)],
        )
      }),
    relight: (cases) =>
      withAccess(connections, SYSTEM, async ({ client }) =>
        (await client.query<{ id: string }>('SELECT fatong.relight($1) AS id', [JSON.stringify(cases)])).rows.map(
          ({ id }) => id,
        ),
      ),
    tell: (messages, now) =>
      withAccess(connections, SYSTEM, async ({ client }) => {
        await client.query(
          `INSERT INTO fatong.outbox (channel, payload, case_id, created_at, next_at)
        SELECT m.channel, m.payload, m."caseId", $2, $2 FROM json_to_recordset($1) AS m (channel text, payload json, "caseId" uuid)`,
          [JSON.stringify(messages), iso(now)],
        )
      }),
    sweepReplies: (before) => remove('DELETE FROM fatong.idempotency WHERE at < $1', before),
    sweepSimulatedSms: (before) => remove('DELETE FROM fatong.sms_simulated WHERE at < $1', before),
    sweepNotices: (before) => remove('DELETE FROM fatong.inbox_notice WHERE read_at < $1', before),
    sweepAudit: (before, most) =>
      withAccess(
        connections,
        SYSTEM,
        async ({ client }) =>
          (await client.query<{ n: number }>('SELECT fatong.expire_audit($1, $2) AS n', [iso(before), most])).rows[0]!
            .n,
      ),
  }
}
