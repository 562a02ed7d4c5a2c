import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytes, fatong, instant, localDate } from './columns.ts'

/** A citizen. Identity number, phone and address are ciphertext; the blind indexes find them again. */
export const person = fatong.table(
  'person',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    idNumberEnc: bytes('id_number_enc'),
    idNumberBidx: bytes('id_number_bidx'),
    phoneEnc: bytes('phone_enc'),
    phoneBidx: bytes('phone_bidx'),
    addressEnc: bytes('address_enc'),
    birthDate: localDate('birth_date'),
    gender: text('gender'),
    profile: jsonb('profile').notNull().default({}),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by').notNull().default('self'),
  },
  (t) => [
    index('person_phone').on(t.phoneBidx).where(sql`phone_bidx is not null`),
    index('person_id_number').on(t.idNumberBidx).where(sql`id_number_bidx is not null`),
  ],
)

/** A sign-in that still holds. `id` is the hash of the token in the cookie. */
export const session = fatong.table(
  'session',
  {
    id: bytes('id').primaryKey(),
    kind: text('kind').notNull(),
    staffId: uuid('staff_id'),
    personId: uuid('person_id'),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
    secondFactorAt: instant('second_factor_at'),
    userAgent: text('user_agent'),
    ipHash: text('ip_hash'),
    data: jsonb('data').notNull().default({}),
  },
  (t) => [
    index('session_staff').on(t.staffId).where(sql`staff_id is not null`),
    index('session_person').on(t.personId).where(sql`person_id is not null`),
    index('session_expires').on(t.expiresAt),
  ],
)

/** One-time codes sent to a phone. */
export const otp = fatong.table(
  'otp',
  {
    id: uuid('id').primaryKey(),
    phoneBidx: bytes('phone_bidx').notNull(),
    purpose: text('purpose').notNull(),
    codeHash: bytes('code_hash').notNull(),
    tries: integer('tries').notNull().default(0),
    used: boolean('used').notNull().default(false),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [index('otp_phone').on(t.phoneBidx, t.createdAt), index('otp_expires').on(t.expiresAt)],
)

/** An application being filled in; the answers are ciphertext and the browser holds the secret. */
export const draft = fatong.table(
  'draft',
  {
    id: uuid('id').primaryKey(),
    secretHash: bytes('secret_hash').notNull(),
    personId: uuid('person_id'),
    staffId: uuid('staff_id'),
    dataEnc: bytes('data_enc').notNull(),
    version: integer('version').notNull(),
    updatedAt: instant('updated_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [
    uniqueIndex('draft_secret').on(t.secretHash),
    index('draft_person').on(t.personId).where(sql`person_id is not null`),
    index('draft_staff').on(t.staffId).where(sql`staff_id is not null`),
    index('draft_expires').on(t.expiresAt),
  ],
)
