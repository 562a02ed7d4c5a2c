import { sql } from 'drizzle-orm'
import { bigint, index, integer, json, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, fatong, instant } from './columns.ts'

/** What must reach the outside world, written with the change it tells of and delivered at least once. */
export const outbox = fatong.table(
  'outbox',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    channel: text('channel').notNull(),
    recipientEnc: bytes('recipient_enc'),
    recipientKind: text('recipient_kind'),
    recipientId: uuid('recipient_id'),
    payload: json('payload').notNull(),
    caseId: uuid('case_id'),
    status: text('status').notNull().default('pending'),
    attempts: integer('attempts').notNull().default(0),
    createdAt: instant('created_at').notNull(),
    nextAt: instant('next_at').notNull(),
    sentAt: instant('sent_at'),
    lastError: text('last_error'),
  },
  (t) => [
    index('outbox_pending').on(t.nextAt).where(sql`status = 'pending'`),
    index('outbox_dead').on(t.id).where(sql`status = 'dead'`),
  ],
)

/** A notice in the inbox of a citizen or a member of staff. */
export const inboxNotice = fatong.table(
  'inbox_notice',
  {
    id: uuid('id').primaryKey(),
    personId: uuid('person_id'),
    staffId: uuid('staff_id'),
    caseId: uuid('case_id'),
    kind: text('kind').notNull(),
    title: text('title').notNull(),
    text: text('text').notNull(),
    at: instant('at').notNull(),
    readAt: instant('read_at'),
  },
  (t) => [
    index('inbox_notice_person').on(t.personId, t.at).where(sql`person_id is not null`),
    index('inbox_notice_staff').on(t.staffId, t.at).where(sql`staff_id is not null`),
  ],
)

/** Text messages that were not really sent: sample mode shows them on the desk. */
export const smsSimulated = fatong.table('sms_simulated', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  at: instant('at').notNull(),
  phoneMasked: text('phone_masked').notNull(),
  phoneBidx: bytes('phone_bidx'),
  purpose: text('purpose').notNull(),
  text: text('text').notNull(),
})
