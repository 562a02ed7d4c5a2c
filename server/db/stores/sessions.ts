import { and, desc, eq, gt, isNull, lt, ne, sql } from 'drizzle-orm'
import type { Role } from '@fatong/casework/vocabulary.ts'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import { SYSTEM } from '../access.ts'
import { gatheredRead } from '../gathered.ts'
import { withAccess, type Connections } from '../postgres.ts'
import type { AuditEntry } from '../rows.ts'
import { session } from '../schema/people.ts'
import { addAudit } from './audit-entries.ts'

export interface NewSession {
  /** SHA-256 of the token in the cookie */
  id: Buffer
  staffId?: string
  personId?: string
  createdAt: Instant
  expiresAt: Instant
  secondFactorAt?: Instant
  userAgent: string
  ipHash: string
  /** the session this one replaces: it ends in the same moment */
  replaces?: Buffer
}
interface Seen {
  lastSeenAt: Instant
  expiresAt: Instant
}
export interface CitizenSession extends Seen {
  personId: string
  name: string
}
export interface StaffSession extends Seen {
  staffId: string
  login: string
  name: string
  orgId: string | null
  orgName: string | null
  roles: { role: Role; placeId: string; placeName: string; reach: string[] }[]
  secondFactorAt: Instant | null
  totpEnrolled: boolean
  totpRequired: boolean
  passwordChangedAt: Instant | null
}
export interface ListedSession {
  id: Buffer
  userAgent: string
  createdAt: Instant
  lastSeenAt: Instant
}

export interface SessionStore {
  create(session: NewSession, audit: readonly AuditEntry[]): Promise<void>
  /** A session that still holds; idle ones are told apart by the caller. */
  ofCitizen(id: Buffer, now: Instant): Promise<CitizenSession | undefined>
  ofStaff(id: Buffer, now: Instant): Promise<StaffSession | undefined>
  touch(id: Buffer, now: Instant): Promise<void>
  markSecondFactor(id: Buffer, now: Instant): Promise<void>
  revoke(id: Buffer, now: Instant, audit: readonly AuditEntry[]): Promise<void>
  /** The device list of one member of staff, newest first. */
  listOfStaff(staffId: string, now: Instant): Promise<ListedSession[]>
  /** Ended and long expired ones; answers how many. */
  sweep(before: Instant): Promise<number>
}

/** Roles that hold today, with each place's subtree (children, and what is managed from it). UNION ends a circle of places. */
const STAFF = `
  WITH RECURSIVE held AS (
    SELECT r.role, r.place_id FROM fatong.role_assignment r JOIN fatong.session s ON s.staff_id = r.staff_id
    WHERE s.id = $1 AND r.valid_from <= $3::date AND (r.valid_to IS NULL OR r.valid_to >= $3::date)
  ), reach AS (
    SELECT DISTINCT place_id AS root, place_id AS id FROM held
    UNION
    SELECT reach.root, p.id FROM reach JOIN fatong.place p ON p.parent_id = reach.id OR p.managed_by = reach.id
  )
  SELECT s.last_seen_at, s.expires_at, s.second_factor_at, t.id AS staff_id, t.login, t.name, t.org_id, o.name AS org_name,
    t.totp_secret_enc IS NOT NULL AS totp_enrolled, t.totp_required, t.password_changed_at,
    (SELECT coalesce(json_agg(json_build_object('role', h.role, 'placeId', h.place_id, 'placeName', p.name,
      'reach', (SELECT json_agg(reach.id) FROM reach WHERE reach.root = h.place_id)) ORDER BY h.role, p.name), '[]')
      FROM held h JOIN fatong.place p ON p.id = h.place_id) AS roles
  FROM fatong.session s JOIN fatong.staff t ON t.id = s.staff_id LEFT JOIN fatong.place o ON o.id = t.org_id
  WHERE s.id = $1 AND s.revoked_at IS NULL AND s.expires_at > $2 AND t.active`

interface StaffRow {
  last_seen_at: Date
  expires_at: Date
  second_factor_at: Date | null
  staff_id: string
  login: string
  name: string
  org_id: string | null
  org_name: string | null
  totp_enrolled: boolean
  totp_required: boolean
  password_changed_at: Date | null
  roles: StaffSession['roles']
}
const ms = (date: Date) => date.getTime() as Instant

/** `today` gives the district's day of an instant, for roles that begin and end by the day. */
export const sessionStore = (connections: Connections, today: (now: Instant) => string): SessionStore => ({
  create: ({ replaces, ...row }, audit) =>
    withAccess(connections, SYSTEM, async (tx) => {
      if (replaces)
        await tx.orm
          .update(session)
          .set({ revokedAt: row.createdAt })
          .where(and(eq(session.id, replaces), isNull(session.revokedAt)))
      await tx.orm
        .insert(session)
        .values({ ...row, kind: row.staffId ? 'staff' : 'citizen', lastSeenAt: row.createdAt })
      await addAudit(tx, audit)
    }),
  ofCitizen: citizenSessions(connections),
  ofStaff: (id, now) =>
    withAccess(connections, SYSTEM, async ({ client }) => {
      const {
        rows: [row],
      } = await client.query<StaffRow>(STAFF, [id, new Date(now), today(now)])
      if (!row) return undefined
      return {
        staffId: row.staff_id,
        login: row.login,
        name: row.name,
        orgId: row.org_id,
        orgName: row.org_name,
        roles: row.roles,
        lastSeenAt: ms(row.last_seen_at),
        expiresAt: ms(row.expires_at),
        secondFactorAt: row.second_factor_at && ms(row.second_factor_at),
        totpEnrolled: row.totp_enrolled,
        totpRequired: row.totp_required,
        passwordChangedAt: row.password_changed_at && ms(row.password_changed_at),
      }
    }),
  touch: (id, now) =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      await orm
        .update(session)
        .set({ lastSeenAt: now })
        .where(and(eq(session.id, id), lt(session.lastSeenAt, now)))
    }),
  markSecondFactor: (id, now) =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      await orm.update(session).set({ secondFactorAt: now, data: {} }).where(eq(session.id, id))
    }),
  revoke: (id, now, audit) =>
    withAccess(connections, SYSTEM, async (tx) => {
      await tx.orm
        .update(session)
        .set({ revokedAt: now })
        .where(and(eq(session.id, id), isNull(session.revokedAt)))
      await addAudit(tx, audit)
    }),
  listOfStaff: (staffId, now) =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      const rows = await orm
        .select()
        .from(session)
        .where(and(eq(session.staffId, staffId), isNull(session.revokedAt), gt(session.expiresAt, now)))
        .orderBy(desc(session.lastSeenAt))
        .limit(100)
      return rows.map((row) => ({
        id: row.id,
        userAgent: row.userAgent ?? '',
        createdAt: row.createdAt,
        lastSeenAt: row.lastSeenAt,
      }))
    }),
  sweep: (before) =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      const gone = await orm
        .delete(session)
        .where(sql`${session.expiresAt} < ${new Date(before)} OR ${session.revokedAt} < ${new Date(before)}`)
        .returning({ kind: session.kind })
      return gone.length
    }),
})

interface CitizenRow {
  id: string
  personId: string
  name: string
  lastSeenAt: Date
  expiresAt: Date
}

function citizenSessions(connections: Connections): SessionStore['ofCitizen'] {
  const ofCitizen = gatheredRead<Buffer, CitizenRow, CitizenRow | undefined>(connections, {
    name: 'sessions_of_citizens',
    text: `SELECT encode(s.id, 'hex') AS id, p.id AS "personId", p.name, s.last_seen_at AS "lastSeenAt", s.expires_at AS "expiresAt"
      FROM fatong.session s JOIN fatong.person p ON p.id = s.person_id WHERE s.id = ANY ($1) AND s.revoked_at IS NULL`,
    values: (ids) => [ids],
    pick: (rows, id) => rows.find((row) => row.id === id.toString('hex')),
  })
  return async (id, now) => {
    const found = await ofCitizen(id)
    if (!found || ms(found.expiresAt) <= now) return undefined
    return {
      personId: found.personId,
      name: found.name,
      lastSeenAt: ms(found.lastSeenAt),
      expiresAt: ms(found.expiresAt),
    }
  }
}

/** Ends every session of a member of staff but one, within somebody's transaction. */
export async function revokeSessionsOf(
  { orm }: { orm: Parameters<typeof addAudit>[0]['orm'] },
  staffId: string,
  now: Instant,
  except?: Buffer,
): Promise<void> {
  await orm
    .update(session)
    .set({ revokedAt: now })
    .where(and(eq(session.staffId, staffId), isNull(session.revokedAt), ...(except ? [ne(session.id, except)] : [])))
}
