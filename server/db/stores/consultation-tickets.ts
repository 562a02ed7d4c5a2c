import { and, asc, desc, eq, gt, inArray, isNotNull, lt, or } from 'drizzle-orm'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import { SYSTEM, type AccessContext } from '../access.ts'
import { withAccess, type Connections, type Transaction } from '../postgres.ts'
import type { AuditEntry, OutboxMessage } from '../rows.ts'
import { questionTicket, questionTicketEvent } from '../schema/consultation.ts'
import { addAudit } from './audit-entries.ts'
import { addMessages } from './messages.ts'
import { once, type Once, type OnceKey } from './once.ts'

export type TicketState = 'open' | 'taken' | 'answered' | 'closed'
export type TicketEventType = 'opened' | 'taken' | 'released' | 'answered' | 'returned' | 'rated' | 'flagged' | 'closed'
export type StoredTicket = Omit<typeof questionTicket.$inferSelect, 'state'> & { state: TicketState }
export interface TicketEvent {
  type: TicketEventType
  actor: { kind: string; id: string; name: string }
  data: object
  at: Instant
}
export type StoredTicketEvent = typeof questionTicketEvent.$inferSelect
export type TicketChange = Partial<Omit<StoredTicket, 'id' | 'number' | 'version' | 'personId'>>
/** What is written together with a change, or not at all. */
export interface WithChange {
  event: TicketEvent
  audit?: AuditEntry
  messages: readonly OutboxMessage[]
}
export interface TicketsWish {
  show: 'waiting' | 'mine' | 'answered'
  topic?: string
  staffId: string
  after?: { at: Instant; id: string }
  most: number
}

/** A message in delivery is due again after its lease, which is no look to come. */
const LEASE = 3_600_000

/** Questions that people answer. Row level security shows the asker their own and those on duty all. */
export interface TicketStore {
  open(
    access: AccessContext,
    row: StoredTicket,
    also: WithChange,
    key: OnceKey | undefined,
    reply: unknown,
  ): Promise<Once>
  find(access: AccessContext, id: string): Promise<StoredTicket | undefined>
  events(access: AccessContext, id: string): Promise<StoredTicketEvent[]>
  ofPerson(access: AccessContext, personId: string): Promise<StoredTicket[]>
  list(access: AccessContext, wish: TicketsWish): Promise<StoredTicket[]>
  counts(access: AccessContext, staffId: string, now: Instant): Promise<{ waiting: number; late: number; mine: number }>
  /** False when the ticket moved on in between, or is somebody else's. */
  change(access: AccessContext, id: string, version: number, change: TicketChange, also: WithChange): Promise<boolean>
  /** Writes the next look at a late question, unless one is waiting: a reminder that is delivered twice leaves one. */
  remindAgain(look: { ticketId: string; now: Instant; message: OutboxMessage }): Promise<void>
  /** Sums without names, for those who look after the answers. */
  figures(
    since: Instant,
  ): Promise<{ opened: number; answered: number; inTime: number; waiting: number; rating: number | null }>
  sweep(before: Instant): Promise<number>
}

export const ticketStore = (connections: Connections): TicketStore => ({
  open: (access, row, { event, audit, messages }, key, reply) =>
    withAccess(connections, access, (tx) =>
      once(tx, key, reply, async () => {
        await tx.orm.insert(questionTicket).values(row)
        await addEvent(tx, row.id, row.version, event)
        if (audit) await addAudit(tx, [audit])
        await addMessages(tx, messages)
      }),
    ),
  find: (access, id) =>
    withAccess(connections, access, async ({ orm }) => {
      const [row] = await orm.select().from(questionTicket).where(eq(questionTicket.id, id))
      return row as StoredTicket | undefined
    }),
  events: (access, id) =>
    withAccess(connections, access, ({ orm }) =>
      orm
        .select()
        .from(questionTicketEvent)
        .where(eq(questionTicketEvent.ticketId, id))
        .orderBy(asc(questionTicketEvent.version)),
    ),
  ofPerson: (access, personId) =>
    withAccess(
      connections,
      access,
      async ({ orm }) =>
        (await orm
          .select()
          .from(questionTicket)
          .where(eq(questionTicket.personId, personId))
          .orderBy(desc(questionTicket.openedAt))
          .limit(100)) as StoredTicket[],
    ),
  list: (access, { show, topic, staffId, after, most }) =>
    withAccess(connections, access, async ({ orm }) => {
      const answered = show === 'answered'
      const time = answered ? questionTicket.answeredAt : questionTicket.pledgeAt
      return (await orm
        .select()
        .from(questionTicket)
        .where(
          and(
            answered
              ? and(inArray(questionTicket.state, ['answered', 'closed']), isNotNull(questionTicket.answeredAt))
              : inArray(questionTicket.state, ['open', 'taken']),
            show === 'mine' ? eq(questionTicket.takenBy, staffId) : undefined,
            topic === undefined ? undefined : eq(questionTicket.topic, topic),
            after === undefined
              ? undefined
              : or(
                  answered ? lt(time, after.at) : gt(time, after.at),
                  and(eq(time, after.at), gt(questionTicket.id, after.id)),
                ),
          ),
        )
        .orderBy(answered ? desc(time) : asc(time), asc(questionTicket.id))
        .limit(most)) as StoredTicket[]
    }),
  counts: (access, staffId, now) =>
    withAccess(connections, access, async ({ client }) => {
      const {
        rows: [row],
      } = await client.query<{ waiting: number; late: number; mine: number }>(
        `SELECT count(*)::int AS waiting, count(*) FILTER (WHERE pledge_at < $1)::int AS late,
      count(*) FILTER (WHERE taken_by = $2)::int AS mine FROM fatong.question_ticket WHERE state IN ('open', 'taken')`,
        [new Date(now), staffId],
      )
      return row ?? { waiting: 0, late: 0, mine: 0 }
    }),
  change: (access, id, version, change, { event, audit, messages }) =>
    withAccess(connections, access, async (tx) => {
      const changed = await tx.orm
        .update(questionTicket)
        .set({ ...change, version: version + 1, updatedAt: event.at })
        .where(and(eq(questionTicket.id, id), eq(questionTicket.version, version)))
        .returning({ id: questionTicket.id })
      if (changed.length === 0) return false
      await addEvent(tx, id, version + 1, event)
      if (audit) await addAudit(tx, [audit])
      await addMessages(tx, messages)
      return true
    }),
  remindAgain: ({ ticketId, now, message }) =>
    withAccess(connections, SYSTEM, async (tx) => {
      await tx.client.query('SELECT 1 FROM fatong.question_ticket WHERE id = $1 FOR UPDATE', [ticketId])
      const { rowCount } = await tx.client.query(
        `SELECT 1 FROM fatong.outbox WHERE status = 'pending' AND channel = $1 AND payload->>'ticketId' = $2
          AND payload->>'passed' = 'true' AND next_at > $3 LIMIT 1`,
        [message.channel, ticketId, new Date(now + LEASE)],
      )
      if (rowCount === 0) await addMessages(tx, [message])
    }),
  figures: (since) =>
    withAccess(connections, SYSTEM, async ({ client }) => {
      const {
        rows: [row],
      } = await client.query<{
        opened: number
        answered: number
        inTime: number
        waiting: number
        rating: number | null
      }>(
        `SELECT count(*) FILTER (WHERE opened_at >= $1)::int AS opened,
      count(*) FILTER (WHERE answered_at >= $1)::int AS answered, count(*) FILTER (WHERE answered_at >= $1 AND answered_at <= pledge_at)::int AS "inTime",
      count(*) FILTER (WHERE state IN ('open', 'taken'))::int AS waiting, avg(rating) FILTER (WHERE answered_at >= $1)::float8 AS rating FROM fatong.question_ticket`,
        [new Date(since)],
      )
      return row ?? { opened: 0, answered: 0, inTime: 0, waiting: 0, rating: null }
    }),
  sweep: (before) =>
    withAccess(
      connections,
      SYSTEM,
      async ({ orm }) =>
        (
          await orm
            .delete(questionTicket)
            .where(and(inArray(questionTicket.state, ['answered', 'closed']), lt(questionTicket.updatedAt, before)))
            .returning({ id: questionTicket.id })
        ).length,
    ),
})

async function addEvent(
  { orm }: Transaction,
  ticketId: string,
  version: number,
  { type, actor, data, at }: TicketEvent,
): Promise<void> {
  await orm
    .insert(questionTicketEvent)
    .values({ ticketId, version, type, actorKind: actor.kind, actorId: actor.id, actorName: actor.name, data, at })
}
