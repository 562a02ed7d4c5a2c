import { boolean, index, integer, jsonb, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, fatong, instant, localDate } from './columns.ts'
import { place } from './places.ts'

/** Staff, lawyers and legal workers who sign in to the desk. */
export const staff = fatong.table(
  'staff',
  {
    id: uuid('id').primaryKey(),
    login: text('login').notNull().unique(),
    name: text('name').notNull(),
    passwordHash: text('password_hash').notNull(),
    passwordChangedAt: instant('password_changed_at'),
    totpSecretEnc: bytes('totp_secret_enc'),
    totpRequired: boolean('totp_required').notNull().default(false),
    /** last accepted time step of the second factor, so that a code works once */
    totpLastStep: integer('totp_last_step'),
    failedCount: integer('failed_count').notNull().default(0),
    lockedUntil: instant('locked_until'),
    phoneEnc: bytes('phone_enc'),
    phoneBidx: bytes('phone_bidx'),
    orgId: uuid('org_id')
      .notNull()
      .references(() => place.id),
    profile: jsonb('profile').notNull().default({}),
    active: boolean('active').notNull().default(true),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('staff_org').on(t.orgId)],
)

/** A role somebody holds at a place, for a time. */
export const roleAssignment = fatong.table(
  'role_assignment',
  {
    id: uuid('id').primaryKey(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    role: text('role').notNull(),
    placeId: uuid('place_id')
      .notNull()
      .references(() => place.id),
    validFrom: localDate('valid_from').notNull(),
    validTo: localDate('valid_to'),
    grantedBy: text('granted_by').notNull(),
  },
  (t) => [index('role_assignment_staff').on(t.staffId), index('role_assignment_place').on(t.placeId)],
)
