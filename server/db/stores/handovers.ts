import { and, asc, desc, eq, inArray, isNull, lt, or } from 'drizzle-orm'
import type { Role } from '@fatong/casework/vocabulary.ts'
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
interface Also { audit: AuditEntry; messages: readonly OutboxMessage[] }
export interface PlaceMonth { placeId: string; applications: number; helped: number; booked: number; came: number; missed: number; handedIn: number; handedOut: number; lateHandovers: number }

export interface HandoverStore {
  list(access: AccessContext, wish: { show: 'in' | 'out' | 'done'; placeIds: readonly string[] }): Promise<StoredHandover[]>
  find(access: AccessContext, id: string): Promise<StoredHandover | undefined>
  send(access: AccessContext, row: StoredHandover, also: Also, key: OnceKey | undefined, reply: unknown): Promise<Once>
  /** False when it was changed meanwhile, or is out of reach. */
  change(access: AccessContext, id: string, version: number, change: Partial<Pick<StoredHandover, 'state' | 'steps' | 'escalatedTo' | 'escalatedAt'>>, at: Instant, also: Also): Promise<boolean>
  overdue(now: Instant, most: number): Promise<StoredHandover[]>
  /** Who is told at a place. */
  staffAt(placeId: string, roles: readonly Role[]): Promise<string[]>
  month(first: LocalDate, last: LocalDate): Promise<PlaceMonth[]>
}

const MONTH = `SELECT p.id AS "placeId",
  (SELECT count(*)::int FROM fatong.case_file c WHERE c.place_id = p.id AND c.kind = 'application' AND c.submitted_at >= d.first AND c.submitted_at < d.next) AS applications,
  (SELECT count(*)::int FROM fatong.case_file c WHERE c.place_id = p.id AND c.helper_staff_id IS NOT NULL AND c.submitted_at >= d.first AND c.submitted_at < d.next) AS helped,
  (SELECT count(*)::int FROM fatong.appointment a WHERE a.place_id = p.id AND a.state <> 'cancelled' AND a.day BETWEEN $1 AND $2) AS booked,
  (SELECT count(*)::int FROM fatong.appointment a WHERE a.place_id = p.id AND a.state = 'came' AND a.day BETWEEN $1 AND $2) AS came,
  (SELECT count(*)::int FROM fatong.appointment a WHERE a.place_id = p.id AND a.state = 'missed' AND a.day BETWEEN $1 AND $2) AS missed,
  (SELECT count(*)::int FROM fatong.handover h WHERE h.to_place = p.id AND h.created_at >= d.first AND h.created_at < d.next) AS "handedIn",
  (SELECT count(*)::int FROM fatong.handover h WHERE h.from_place = p.id AND h.created_at >= d.first AND h.created_at < d.next) AS "handedOut",
  (SELECT count(*)::int FROM fatong.handover h WHERE h.to_place = p.id AND h.escalated_at >= d.first AND h.escalated_at < d.next) AS "lateHandovers"
  FROM fatong.place p, (SELECT $1::date::timestamp AT TIME ZONE 'Asia/Shanghai' AS first, ($2::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai' AS next) d
  WHERE p.kind IN ('center', 'station', 'office', 'procuratorate', 'detentionCenter', 'prison')`

const STAFF_AT = `SELECT DISTINCT r.staff_id AS id FROM fatong.role_assignment r JOIN fatong.staff s ON s.id = r.staff_id AND s.active
  WHERE r.place_id = $1 AND r.role = ANY ($2) AND r.valid_from <= current_date + 1 AND (r.valid_to IS NULL OR r.valid_to >= current_date)`

export const handoverStore = (connections: Connections): HandoverStore => ({
  list: (access, { show, placeIds }) => withAccess(connections, access, async ({ orm }) => {
    if (placeIds.length === 0) return []
    const [mine, open] = [[...placeIds], inArray(handover.state, ['sent', 'taken'])]
    const reached = or(inArray(handover.toPlace, mine), inArray(handover.escalatedTo, mine))
    const where = show === 'in' ? and(open, reached) : show === 'out' ? and(open, inArray(handover.fromPlace, mine)) : inArray(handover.state, ['done', 'returned'])
    return (await orm.select().from(handover).where(where).orderBy(show === 'done' ? desc(handover.updatedAt) : asc(handover.dueAt)).limit(200)) as StoredHandover[]
  }),
  find: (access, id) => withAccess(connections, access, async ({ orm }) => (await orm.select().from(handover).where(eq(handover.id, id)))[0] as StoredHandover | undefined),
  send: (access, row, { audit, messages }, key, reply) => withAccess(connections, access, (tx) => once(tx, key, reply, async () => {
    await tx.orm.insert(handover).values(row)
    await addAudit(tx, [audit])
    await addMessages(tx, messages)
  })),
  change: (access, id, version, change, at, { audit, messages }) => withAccess(connections, access, async (tx) => {
    const changed = await tx.orm.update(handover).set({ ...change, version: version + 1, updatedAt: at }).where(and(eq(handover.id, id), eq(handover.version, version))).returning({ id: handover.id })
    if (changed.length === 0) return false
    await addAudit(tx, [audit])
    await addMessages(tx, messages)
    return true
  }),
  overdue: (now, most) => withAccess(connections, SYSTEM, async ({ orm }) =>
    (await orm.select().from(handover).where(and(eq(handover.state, 'sent'), isNull(handover.escalatedAt), lt(handover.dueAt, now))).orderBy(asc(handover.dueAt)).limit(most)) as StoredHandover[]),
  staffAt: (placeId, roles) => withAccess(connections, SYSTEM, async ({ client }) => (await client.query<{ id: string }>(STAFF_AT, [placeId, roles])).rows.map(({ id }) => id)),
  month: (first, last) => withAccess(connections, SYSTEM, async ({ client }) => (await client.query<PlaceMonth>(MONTH, [first, last])).rows),
})
