import type { Instant } from '@fatong/law/calendar/dates.ts'
import { SYSTEM } from '../access.ts'
import { withAccess } from '../postgres.ts'
import type { OutboxMessage } from '../rows.ts'
import { addMessages } from './messages.ts'
import type { Connections } from '../postgres.ts'

/** A message to be delivered. It may come more than once: `id` stays the same. */
export interface PendingMessage {
  id: number
  channel: string
  recipientEnc: Buffer | null
  recipientKind: 'person' | 'staff' | null
  recipientId: string | null
  payload: unknown
  caseId: string | null
  /** this one included */
  attempts: number
}
export interface DeliveryFailure {
  id: number
  error: string /** null: no more attempts, a dead letter */
  nextAt: Instant | null
}

export interface OutboxStore {
  /** Takes messages that are due. Whoever takes them has until `leaseUntil`; then they are due again. */
  claim(now: Instant, leaseUntil: Instant, most: number): Promise<PendingMessage[]>
  settle(sent: readonly number[], failed: readonly DeliveryFailure[], now: Instant): Promise<void>
  /** One message becomes one to each reader, so that a telephone that fails does not make the others ring again. Nothing, when it was split before. */
  split(id: number, into: readonly OutboxMessage[], now: Instant): Promise<void>
  /** Delivered long ago; answers how many were removed. */
  sweep(sentBefore: Instant, most: number): Promise<number>
}

const CLAIM = `UPDATE fatong.outbox o SET attempts = o.attempts + 1, next_at = $2 FROM (
    SELECT id FROM fatong.outbox WHERE status = 'pending' AND next_at <= $1 ORDER BY next_at LIMIT $3 FOR UPDATE SKIP LOCKED) due
  WHERE o.id = due.id RETURNING o.id::float8 AS id, o.channel, o.recipient_enc AS "recipientEnc", o.recipient_kind AS "recipientKind",
    o.recipient_id AS "recipientId", o.payload, o.case_id AS "caseId", o.attempts`

const iso = (at: Instant) => new Date(at).toISOString()

export const outboxStore = (connections: Connections): OutboxStore => ({
  claim: (now, leaseUntil, most) =>
    withAccess(connections, SYSTEM, async ({ client }) =>
      (
        await client.query<PendingMessage>({
          name: 'outbox_claim',
          text: CLAIM,
          values: [iso(now), iso(leaseUntil), most],
        })
      ).rows.sort((a, b) => a.id - b.id),
    ),
  settle: (sent, failed, now) =>
    withAccess(connections, SYSTEM, async ({ client }) => {
      if (sent.length > 0)
        await client.query({
          name: 'outbox_sent',
          text: "UPDATE fatong.outbox SET status = 'sent', sent_at = $2, last_error = NULL WHERE id = ANY ($1::bigint[])",
          values: [sent, iso(now)],
        })
      for (const { id, error, nextAt } of failed) {
        await client.query(
          `UPDATE fatong.outbox SET status = CASE WHEN $2::timestamptz IS NULL THEN 'dead' ELSE 'pending' END,
        next_at = coalesce($2, next_at), last_error = $3 WHERE id = $1`,
          [id, nextAt === null ? null : iso(nextAt), error.slice(0, 2000)],
        )
      }
    }),
  split: (id, into, now) =>
    withAccess(connections, SYSTEM, async (tx) => {
      const { rowCount } = await tx.client.query(
        "UPDATE fatong.outbox SET status = 'sent', sent_at = $2 WHERE id = $1 AND status = 'pending'",
        [id, iso(now)],
      )
      if (rowCount === 1) await addMessages(tx, into)
    }),
  sweep: (sentBefore, most) =>
    withAccess(
      connections,
      SYSTEM,
      async ({ client }) =>
        (
          await client.query(
            `DELETE FROM fatong.outbox WHERE id IN (SELECT id FROM fatong.outbox WHERE status = 'sent' AND sent_at < $1 LIMIT $2)`,
            [iso(sentBefore), most],
          )
        ).rowCount ?? 0,
    ),
})
