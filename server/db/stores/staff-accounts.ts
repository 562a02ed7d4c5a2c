import { and, asc, eq, gt, ilike, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Role } from '@fatong/casework/vocabulary.ts'
import type { Instant, LocalDate } from '@fatong/law/calendar/dates.ts'
import { SYSTEM, type AccessContext } from '../access.ts'
import { withAccess, type Connections, type Orm } from '../postgres.ts'
import type { AuditEntry } from '../rows.ts'
import { place } from '../schema/places.ts'
import { roleAssignment, staff } from '../schema/staff.ts'
import { addAudit } from './audit-entries.ts'
import { once, type Once, type OnceKey } from './once.ts'
import { revokeSessionsOf } from './sessions.ts'

export interface StaffAccount {
  id: string
  login: string
  name: string
  active: boolean
  phoneEnc: Buffer | null
  orgId: string
  orgName: string
  totpEnrolled: boolean
  roles: { role: Role; placeId: string; placeName: string }[]
  profile: Record<string, unknown>
}
export interface NewStaff {
  id: string
  login: string
  name: string
  passwordHash: string
  phoneEnc: Buffer | null
  phoneBidx: Buffer | null
  orgId: string
  createdAt: Instant
}
export interface StaffChange {
  id: string
  name: string
  /** absent: the phone stays */
  phoneEnc?: Buffer
  phoneBidx?: Buffer
  active: boolean
  orgId: string
  roles: { role: Role; placeId: string }[]
  profile: Record<string, unknown>
}

export interface StaffStore {
  find(
    access: AccessContext,
    id: string,
    today: LocalDate,
    /** what goes into the access log for what was read; absent where nothing sealed is opened */
    logged?: (read: readonly StaffAccount[]) => AuditEntry[],
  ): Promise<StaffAccount | undefined>
  /** In order of login; `after` is the last login of the page before. */
  list(
    access: AccessContext,
    query: string | undefined,
    after: string | undefined,
    size: number,
    today: LocalDate,
    /** what goes into the access log for what was read; absent where no person reads */
    logged?: (read: readonly StaffAccount[]) => AuditEntry[],
  ): Promise<StaffAccount[]>
  add(
    access: AccessContext,
    row: NewStaff,
    key: OnceKey | undefined,
    reply: unknown,
    audit: AuditEntry,
  ): Promise<Once | 'loginTaken'>
  /** Roles no longer named end with yesterday; who is deactivated is signed out. */
  save(
    access: AccessContext,
    change: StaffChange,
    today: LocalDate,
    yesterday: LocalDate,
    by: string,
    now: Instant,
    audit: AuditEntry,
  ): Promise<void>
  /** Profiles of an earlier version, in which near relatives stand as a list of names. */
  relativesInClear(): Promise<{ id: string; profile: Record<string, unknown> }[]>
  /** Puts another profile in the place of this one; nothing when somebody changed it meanwhile. */
  keepProfile(id: string, before: Record<string, unknown>, profile: Record<string, unknown>): Promise<void>
  /** A new first password; the second factor is taken off, because whoever lost the one has often lost the other. */
  resetPassword(
    access: AccessContext,
    id: string,
    hash: string,
    now: Instant,
    key: OnceKey | undefined,
    reply: unknown,
    audit: AuditEntry,
  ): Promise<Once>
}

const columns = {
  id: staff.id,
  login: staff.login,
  name: staff.name,
  active: staff.active,
  phoneEnc: staff.phoneEnc,
  orgId: staff.orgId,
  orgName: place.name,
  totpEnrolled: sql<boolean>`${staff.totpSecretEnc} IS NOT NULL`,
  profile: sql<Record<string, unknown>>`${staff.profile}`,
}
const holds = (today: LocalDate) =>
  and(
    sql`${roleAssignment.validFrom} <= ${today}::date`,
    or(isNull(roleAssignment.validTo), sql`${roleAssignment.validTo} >= ${today}::date`),
  )

async function withRoles(orm: Orm, rows: Omit<StaffAccount, 'roles'>[], today: LocalDate): Promise<StaffAccount[]> {
  if (rows.length === 0) return []
  const roles = await orm
    .select({
      staffId: roleAssignment.staffId,
      role: sql<Role>`${roleAssignment.role}`,
      placeId: roleAssignment.placeId,
      placeName: place.name,
    })
    .from(roleAssignment)
    .innerJoin(place, eq(place.id, roleAssignment.placeId))
    .where(
      and(
        inArray(
          roleAssignment.staffId,
          rows.map(({ id }) => id),
        ),
        holds(today),
      ),
    )
    .orderBy(asc(roleAssignment.role))
  return rows.map((row) => ({
    ...row,
    roles: roles
      .filter(({ staffId }) => staffId === row.id)
      .map(({ role, placeId, placeName }) => ({ role, placeId, placeName })),
  }))
}

export const staffStore = (connections: Connections): StaffStore => ({
  find: (access, id, today, logged) =>
    withAccess(connections, access, async (tx) => {
      const { orm } = tx
      const rows = await orm
        .select(columns)
        .from(staff)
        .innerJoin(place, eq(place.id, staff.orgId))
        .where(eq(staff.id, id))
      const accounts = await withRoles(orm, rows, today)
      await addAudit(tx, logged?.(accounts) ?? [])
      return accounts[0]
    }),
  list: (access, query, after, size, today, logged) =>
    withAccess(connections, access, async (tx) => {
      const { orm } = tx
      const pattern = query && `%${query.replace(/[\\%_]/g, '\\$&')}%`
      const rows = await orm
        .select(columns)
        .from(staff)
        .innerJoin(place, eq(place.id, staff.orgId))
        .where(
          and(
            after === undefined ? undefined : gt(staff.login, after),
            pattern ? or(ilike(staff.login, pattern), ilike(staff.name, pattern)) : undefined,
          ),
        )
        .orderBy(asc(staff.login))
        .limit(size)
      const accounts = await withRoles(orm, rows, today)
      await addAudit(tx, logged?.(accounts) ?? [])
      return accounts
    }),
  add: (access, row, key, reply, audit) =>
    withAccess(connections, access, async (tx) => {
      let taken = false
      const result = await once(
        tx,
        key,
        reply,
        async () => {
          const added = await tx.orm
            .insert(staff)
            .values(row)
            .onConflictDoNothing({ target: staff.login })
            .returning({ id: staff.id })
          taken = added.length === 0
          if (!taken) await addAudit(tx, [audit])
        },
        () => !taken,
      )
      return taken ? 'loginTaken' : result
    }),
  save: (access, change, today, yesterday, by, now, audit) =>
    withAccess(connections, access, async (tx) => {
      const { orm } = tx
      await orm
        .update(staff)
        .set({
          name: change.name,
          active: change.active,
          orgId: change.orgId,
          profile: change.profile,
          ...(change.phoneEnc ? { phoneEnc: change.phoneEnc, phoneBidx: change.phoneBidx ?? null } : {}),
        })
        .where(eq(staff.id, change.id))
      const held = await orm
        .select({
          id: roleAssignment.id,
          role: roleAssignment.role,
          placeId: roleAssignment.placeId,
          validFrom: roleAssignment.validFrom,
        })
        .from(roleAssignment)
        .where(and(eq(roleAssignment.staffId, change.id), holds(today)))
      const same = (a: { role: string; placeId: string }, b: { role: string; placeId: string }) =>
        a.role === b.role && a.placeId === b.placeId
      for (const ended of held.filter((one) => !change.roles.some((wanted) => same(one, wanted)))) {
        if (ended.validFrom === today) await orm.delete(roleAssignment).where(eq(roleAssignment.id, ended.id))
        else await orm.update(roleAssignment).set({ validTo: yesterday }).where(eq(roleAssignment.id, ended.id))
      }
      const begun = change.roles.filter(
        (wanted, i) =>
          !held.some((one) => same(one, wanted)) && change.roles.findIndex((other) => same(other, wanted)) === i,
      )
      if (begun.length > 0)
        await orm.insert(roleAssignment).values(
          begun.map((one) => ({
            id: crypto.randomUUID(),
            staffId: change.id,
            ...one,
            validFrom: today,
            grantedBy: by,
          })),
        )
      if (!change.active) await revokeSessionsOf(tx, change.id, now)
      await addAudit(tx, [audit])
    }),
  relativesInClear: () =>
    withAccess(connections, SYSTEM, async ({ orm }) =>
      orm
        .select({ id: staff.id, profile: columns.profile })
        .from(staff)
        .where(sql`jsonb_typeof(${staff.profile} -> 'relatives') = 'array'`),
    ),
  keepProfile: (id, before, profile) =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      await orm
        .update(staff)
        .set({ profile })
        .where(and(eq(staff.id, id), sql`${staff.profile} = ${JSON.stringify(before)}::jsonb`))
    }),
  resetPassword: (access, id, hash, now, key, reply, audit) =>
    withAccess(connections, access, (tx) =>
      once(tx, key, reply, async () => {
        await tx.orm
          .update(staff)
          .set({ passwordHash: hash, passwordChangedAt: null, totpSecretEnc: null })
          .where(eq(staff.id, id))
        await revokeSessionsOf(tx, id, now)
        await addAudit(tx, [audit])
      }),
    ),
})
