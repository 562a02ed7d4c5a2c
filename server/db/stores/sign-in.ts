import { and, eq, isNull, lt, or, sql } from 'drizzle-orm'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import { SYSTEM } from '../access.ts'
import { withAccess, type Connections } from '../postgres.ts'
import type { AuditEntry } from '../rows.ts'
import { session } from '../schema/people.ts'
import { staff } from '../schema/staff.ts'
import { addAudit } from './audit-entries.ts'
import { revokeSessionsOf } from './sessions.ts'

export interface SignInRecord {
  staffId: string
  name: string
  active: boolean
  passwordHash: string
  totpSecretEnc: Buffer | null
}

/** What signs a member of staff in. Used before anybody is signed in, so it asks as the service itself. */
export interface SignInStore {
  find(login: string): Promise<SignInRecord | undefined>
  /** False when this step, or a later one, was used before: a code works once. */
  useTotpStep(staffId: string, step: number): Promise<boolean>
  /** Ends all other sessions. `changedAt` null: the password must be changed at the next sign-in. */
  setPassword(
    staffId: string,
    hash: string,
    changedAt: Instant | null,
    now: Instant,
    keepSession: Buffer | undefined,
    audit: readonly AuditEntry[],
  ): Promise<void>
  /** A second factor being set up waits in the session until the first right code. */
  keepPendingTotp(sessionId: Buffer, sealed: Buffer): Promise<void>
  pendingTotp(sessionId: Buffer): Promise<Buffer | undefined>
  enrolTotp(staffId: string, sealed: Buffer, step: number, audit: readonly AuditEntry[]): Promise<void>
  audit(entries: readonly AuditEntry[]): Promise<void>
}

export const signInStore = (connections: Connections): SignInStore => ({
  find: (login) =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      const [row] = await orm
        .select({
          staffId: staff.id,
          name: staff.name,
          active: staff.active,
          passwordHash: staff.passwordHash,
          totpSecretEnc: staff.totpSecretEnc,
        })
        .from(staff)
        .where(eq(staff.login, login))
      return row
    }),
  useTotpStep: (staffId, step) =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      const rows = await orm
        .update(staff)
        .set({ totpLastStep: step })
        .where(and(eq(staff.id, staffId), or(isNull(staff.totpLastStep), lt(staff.totpLastStep, step))))
        .returning({ id: staff.id })
      return rows.length === 1
    }),
  setPassword: (staffId, hash, changedAt, now, keepSession, audit) =>
    withAccess(connections, SYSTEM, async (tx) => {
      await tx.orm.update(staff).set({ passwordHash: hash, passwordChangedAt: changedAt }).where(eq(staff.id, staffId))
      await revokeSessionsOf(tx, staffId, now, keepSession)
      await addAudit(tx, audit)
    }),
  keepPendingTotp: (sessionId, sealed) =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      await orm
        .update(session)
        .set({ data: { totp: sealed.toString('base64') } })
        .where(eq(session.id, sessionId))
    }),
  pendingTotp: (sessionId) =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      const [row] = await orm
        .select({ totp: sql<string | null>`${session.data} ->> 'totp'` })
        .from(session)
        .where(eq(session.id, sessionId))
      return row?.totp ? Buffer.from(row.totp, 'base64') : undefined
    }),
  enrolTotp: (staffId, sealed, step, audit) =>
    withAccess(connections, SYSTEM, async (tx) => {
      await tx.orm.update(staff).set({ totpSecretEnc: sealed, totpLastStep: step }).where(eq(staff.id, staffId))
      await addAudit(tx, audit)
    }),
  audit: (entries) => withAccess(connections, SYSTEM, (tx) => addAudit(tx, entries)),
})
