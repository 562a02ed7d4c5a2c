import { sql } from 'drizzle-orm'
import { bigserial, index, integer, json, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytes, fatong, instant } from './columns.ts'

/**
 * The history of every case; only ever added to. `data` and `meta` are json, not jsonb: the text is kept as it was
 * hashed, byte for byte.
 */
export const event = fatong.table(
  'event',
  {
    position: bigserial('position', { mode: 'number' }).notNull(),
    streamId: uuid('stream_id').notNull(),
    version: integer('version').notNull(),
    type: text('type').notNull(),
    data: json('data').notNull(),
    meta: json('meta').notNull(),
    at: instant('at').notNull(),
    prevHash: bytes('prev_hash').notNull(),
    hash: bytes('hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.streamId, t.version] }), uniqueIndex('event_position').on(t.position)],
)

/** Replies already given, by caller and key, so that a repeated request changes nothing. */
export const idempotency = fatong.table(
  'idempotency',
  {
    scope: text('scope').notNull(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    reply: json('reply').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.scope, t.key] })],
)

/** Who read or changed which personal data, and why; only ever added to. */
export const audit = fatong.table(
  'audit',
  {
    position: bigserial('position', { mode: 'number' }).primaryKey(),
    at: instant('at').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    actorRole: text('actor_role'),
    placeId: uuid('place_id'),
    action: text('action').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    caseId: uuid('case_id'),
    fields: text('fields').array(),
    why: text('why'),
    channel: text('channel'),
    ipHash: text('ip_hash'),
  },
  (t) => [
    index('audit_case').on(t.caseId).where(sql`case_id is not null`),
    index('audit_person').on(t.subjectId).where(sql`subject_kind = 'person'`),
  ],
)
