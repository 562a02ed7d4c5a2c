import { and, asc, desc, eq, inArray, isNull, lt, not, or, sql, type SQL } from 'drizzle-orm'
import type { PlaceKind, Role } from '@fatong/casework/vocabulary.ts'
import type { Instant, LocalDate } from '@fatong/law/calendar/dates.ts'
import { SYSTEM, type AccessContext } from '../access.ts'
import { withAccess, type Connections } from '../postgres.ts'
import type { AuditEntry, OutboxMessage } from '../rows.ts'
import { handover } from '../schema/network.ts'
import { addAudit } from './audit-entries.ts'
import { addMessages } from './messages.ts'
import { once, type Once, type OnceKey } from './once.ts'

export type HandoverState = 'sent' | 'taken' | 'done' | 'returned'
export type StoredHandover = Omit<typeof handover.$inferSelect, 'state'> & { state: HandoverState }
export type HandoverShow = 'in' | 'out' | 'below' | 'done'
export interface HandoverReader {
  own: readonly string[]
  reach: readonly string[]
}
export interface HandoverCounts {
  in: number
  late: number
  below: number
  belowLate: number
}
interface Also {
  audit: AuditEntry
  messages: readonly OutboxMessage[]
}
export interface PlaceMonth {
  placeId: string
  applications: number
  helped: number
  booked: number
  came: number
  missed: number
  served: number
  servedPeople: number
  answered: number
  calledBack: number
  notCalledBack: number
  handedIn: number
  handedOut: number
  lateHandovers: number
}

export interface HandoverStore {
  /** `own`: where the reader works; `reach`: those places and all below them. */
  list(access: AccessContext, show: HandoverShow, where: HandoverReader): Promise<StoredHandover[]>
  counts(access: AccessContext, where: HandoverReader, now: Instant): Promise<HandoverCounts>
  find(access: AccessContext, id: string): Promise<StoredHandover | undefined>
  send(access: AccessContext, row: StoredHandover, also: Also, key: OnceKey | undefined, reply: unknown): Promise<Once>
  /** False when it was changed meanwhile, or is out of reach. */
  change(
    access: AccessContext,
    id: string,
    version: number,
    change: Partial<
      Pick<StoredHandover, 'state' | 'steps' | 'finishBy' | 'escalateAt' | 'escalatedTo' | 'escalatedAt'>
    >,
    at: Instant,
    also: Also,
  ): Promise<boolean>
  /** Open matters whose next tier up is to be told, the oldest first. */
  overdue(now: Instant, most: number): Promise<StoredHandover[]>
  /** Who is told at a place. */
  staffAt(placeId: string, roles: readonly Role[]): Promise<string[]>
  /** Of places of these kinds. */
  month(first: LocalDate, last: LocalDate, kinds: readonly PlaceKind[]): Promise<PlaceMonth[]>
}

/**
 * Struck lines of the service log do not count, nor wishes for a call that were taken back or came from colleagues. A question counts where
 * whoever answered it works; a matter is late that went to the tier above for want of an answer in the month.
 */
const MONTH = `WITH d AS (SELECT $1::date::timestamp AT TIME ZONE 'Asia/Shanghai' AS first, ($2::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai' AS next),
  answered AS (SELECT r.place_id, count(*)::int AS n FROM d JOIN fatong.question_ticket q ON q.answered_at >= d.first AND q.answered_at < d.next, LATERAL (
    SELECT r.place_id FROM fatong.role_assignment r WHERE r.staff_id = q.taken_by AND r.role IN ('lawyer', 'grassrootsLegalWorker', 'clerk', 'director')
      AND r.valid_from <= $2::date AND (r.valid_to IS NULL OR r.valid_to >= $1::date) ORDER BY r.valid_from DESC, r.place_id LIMIT 1) r GROUP BY r.place_id)
  SELECT p.id AS "placeId",
  (SELECT count(*)::int FROM fatong.case_file c WHERE c.place_id = p.id AND c.kind = 'application' AND c.submitted_at >= d.first AND c.submitted_at < d.next) AS applications,
  (SELECT count(*)::int FROM fatong.case_file c WHERE c.place_id = p.id AND c.helper_staff_id IS NOT NULL AND c.submitted_at >= d.first AND c.submitted_at < d.next) AS helped,
  (SELECT count(*)::int FROM fatong.appointment a WHERE a.place_id = p.id AND a.state <> 'cancelled' AND a.day BETWEEN $1 AND $2) AS booked,
  (SELECT count(*)::int FROM fatong.appointment a WHERE a.place_id = p.id AND a.state = 'came' AND a.day BETWEEN $1 AND $2) AS came,
  (SELECT count(*)::int FROM fatong.appointment a WHERE a.place_id = p.id AND a.state = 'missed' AND a.day BETWEEN $1 AND $2) AS missed,
  (SELECT count(*)::int FROM fatong.service_entry s WHERE s.place_id = p.id AND s.struck_at IS NULL AND s.day BETWEEN $1 AND $2) AS served,
  (SELECT coalesce(sum(s.people), 0)::int FROM fatong.service_entry s WHERE s.place_id = p.id AND s.struck_at IS NULL AND s.day BETWEEN $1 AND $2) AS "servedPeople",
  coalesce((SELECT n FROM answered a WHERE a.place_id = p.id), 0) AS answered,
  (SELECT count(*)::int FROM fatong.callback k WHERE k.place_id = p.id AND k.person_id IS NOT NULL AND k.state = 'done' AND k.asked_at >= d.first AND k.asked_at < d.next) AS "calledBack",
  (SELECT count(*)::int FROM fatong.callback k WHERE k.place_id = p.id AND k.person_id IS NOT NULL AND k.state = 'open' AND k.asked_at >= d.first AND k.asked_at < d.next) AS "notCalledBack",
  (SELECT count(*)::int FROM fatong.handover h WHERE h.to_place = p.id AND h.created_at >= d.first AND h.created_at < d.next) AS "handedIn",
  (SELECT count(*)::int FROM fatong.handover h WHERE h.from_place = p.id AND h.created_at >= d.first AND h.created_at < d.next) AS "handedOut",
  (SELECT count(*)::int FROM fatong.handover h WHERE h.to_place = p.id AND EXISTS (SELECT 1 FROM jsonb_to_recordset(h.steps) AS t (at float8, what text)
    WHERE t.what = 'escalated' AND t.at >= extract(epoch FROM d.first) * 1000 AND t.at < extract(epoch FROM d.next) * 1000)) AS "lateHandovers"
  FROM fatong.place p, d WHERE p.kind = ANY ($3)`

const STAFF_AT = `SELECT DISTINCT r.staff_id AS id FROM fatong.role_assignment r JOIN fatong.staff s ON s.id = r.staff_id AND s.active
  WHERE r.place_id = $1 AND r.role = ANY ($2) AND r.valid_from <= current_date + 1 AND (r.valid_to IS NULL OR r.valid_to >= current_date)`

const OPEN = ['sent', 'taken'] as const
/** Red when past: to be taken up, and once it is, to be done. */
const LIMIT = sql`coalesce(${handover.finishBy}, ${handover.dueAt})`
function shown(show: HandoverShow, { own, reach }: HandoverReader): { which: SQL | undefined; order: SQL } {
  const open = inArray(handover.state, OPEN)
  const touches = (places: readonly string[]) =>
    or(inArray(handover.toPlace, [...places]), inArray(handover.escalatedTo, [...places]))
  switch (show) {
    case 'in':
      return { which: and(open, touches(own)), order: asc(LIMIT) }
    case 'out':
      return { which: and(open, inArray(handover.fromPlace, [...own])), order: asc(LIMIT) }
    // What comes to oneself or from oneself stands in the other lists.
    case 'below':
      return {
        which: and(
          open,
          or(inArray(handover.fromPlace, [...reach]), touches(reach)),
          not(or(inArray(handover.fromPlace, [...own]), inArray(handover.toPlace, [...own]))!),
          or(isNull(handover.escalatedTo), not(inArray(handover.escalatedTo, [...own]))),
        ),
        order: asc(LIMIT),
      }
    case 'done':
      return { which: inArray(handover.state, ['done', 'returned']), order: desc(handover.updatedAt) }
    default:
      return show satisfies never
  }
}
const COUNTS = `SELECT count(*) FILTER (WHERE mine)::int AS "in", count(*) FILTER (WHERE mine AND late)::int AS late,
  count(*) FILTER (WHERE NOT mine AND NOT sent AND lower)::int AS below, count(*) FILTER (WHERE NOT mine AND NOT sent AND lower AND late)::int AS "belowLate"
  FROM (SELECT h.to_place = ANY ($1) OR coalesce(h.escalated_to = ANY ($1), false) AS mine, h.from_place = ANY ($1) AS sent, coalesce(h.finish_by, h.due_at) < $3 AS late,
    h.from_place = ANY ($2) OR h.to_place = ANY ($2) OR coalesce(h.escalated_to = ANY ($2), false) AS lower FROM fatong.handover h WHERE h.state IN ('sent', 'taken')) h`

export const handoverStore = (connections: Connections): HandoverStore => ({
  list: (access, show, where) =>
    withAccess(connections, access, async ({ orm }) => {
      const { which, order } = shown(show, where)
      return (await orm.select().from(handover).where(which).orderBy(order).limit(200)) as StoredHandover[]
    }),
  counts: (access, { own, reach }, now) =>
    withAccess(
      connections,
      access,
      async ({ client }) => (await client.query<HandoverCounts>(COUNTS, [own, reach, new Date(now)])).rows[0]!,
    ),
  find: (access, id) =>
    withAccess(
      connections,
      access,
      async ({ orm }) =>
        (await orm.select().from(handover).where(eq(handover.id, id)))[0] as StoredHandover | undefined,
    ),
  send: (access, row, { audit, messages }, key, reply) =>
    withAccess(connections, access, (tx) =>
      once(tx, key, reply, async () => {
        await tx.orm.insert(handover).values(row)
        await addAudit(tx, [audit])
        await addMessages(tx, messages)
      }),
    ),
  change: (access, id, version, change, at, { audit, messages }) =>
    withAccess(connections, access, async (tx) => {
      const changed = await tx.orm
        .update(handover)
        .set({ ...change, version: version + 1, updatedAt: at })
        .where(and(eq(handover.id, id), eq(handover.version, version)))
        .returning({ id: handover.id })
      if (changed.length === 0) return false
      await addAudit(tx, [audit])
      await addMessages(tx, messages)
      return true
    }),
  overdue: (now, most) =>
    withAccess(
      connections,
      SYSTEM,
      async ({ orm }) =>
        (await orm
          .select()
          .from(handover)
          .where(and(inArray(handover.state, OPEN), lt(handover.escalateAt, now)))
          .orderBy(asc(handover.escalateAt))
          .limit(most)) as StoredHandover[],
    ),
  staffAt: (placeId, roles) =>
    withAccess(connections, SYSTEM, async ({ client }) =>
      (await client.query<{ id: string }>(STAFF_AT, [placeId, roles])).rows.map(({ id }) => id),
    ),
  month: (first, last, kinds) =>
    withAccess(
      connections,
      SYSTEM,
      async ({ client }) => (await client.query<PlaceMonth>(MONTH, [first, last, kinds])).rows,
    ),
})
