import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import { SYSTEM, type AccessContext } from '../access.ts'
import { withAccess, type Connections } from '../postgres.ts'
import type { AuditEntry, OutboxMessage } from '../rows.ts'
import { callback, teamMember } from '../schema/network.ts'
import { addAudit } from './audit-entries.ts'
import { addMessages } from './messages.ts'
import type { Visitor } from './network.ts'

export type CallbackState = 'open' | 'done' | 'withdrawn'
export type StoredCallback = Omit<typeof callback.$inferSelect, 'state'> & { state: CallbackState }
/** How somebody of the team can be told: an account, a sealed phone, or neither. */
export interface Reached {
  id: string
  staffId: string | null
  phoneEnc: Buffer | null
}

export interface CallbackStore {
  /** False where the person asked the same place already and waits. */
  ask(
    access: AccessContext,
    row: StoredCallback,
    also: { audit: AuditEntry; messages: readonly OutboxMessage[] },
  ): Promise<boolean>
  ofPerson(access: AccessContext, personId: string): Promise<StoredCallback[]>
  /** Of places in reach, and what the caller was asked in person. */
  list(access: AccessContext, open: boolean): Promise<StoredCallback[]>
  find(access: AccessContext, id: string): Promise<StoredCallback | undefined>
  callers(access: AccessContext, personIds: readonly string[]): Promise<Visitor[]>
  /** False when it is no longer open, or out of reach. */
  settle(
    access: AccessContext,
    id: string,
    change: { state: 'done' | 'withdrawn'; note: string | null; doneBy: string | null; at: Instant },
    also: { audit: AuditEntry; messages: readonly OutboxMessage[] },
  ): Promise<boolean>
  /** Somebody of the team, for delivery alone. */
  member(id: string): Promise<Reached | undefined>
}

export const callbackStore = (connections: Connections): CallbackStore => ({
  ask: (access, row, { audit, messages }) =>
    withAccess(connections, access, async (tx) => {
      const added = await tx.orm.insert(callback).values(row).onConflictDoNothing().returning({ id: callback.id })
      if (added.length === 0) return false
      await addAudit(tx, [audit])
      await addMessages(tx, messages)
      return true
    }),
  ofPerson: (access, personId) =>
    withAccess(
      connections,
      access,
      async ({ orm }) =>
        (await orm
          .select()
          .from(callback)
          .where(eq(callback.personId, personId))
          .orderBy(desc(callback.askedAt))
          .limit(50)) as StoredCallback[],
    ),
  list: (access, open) =>
    withAccess(
      connections,
      access,
      async ({ orm }) =>
        (await orm
          .select()
          .from(callback)
          .where(open ? eq(callback.state, 'open') : ne(callback.state, 'open'))
          .orderBy(open ? asc(callback.askedAt) : desc(callback.changedAt))
          .limit(200)) as StoredCallback[],
    ),
  find: (access, id) =>
    withAccess(
      connections,
      access,
      async ({ orm }) =>
        (await orm.select().from(callback).where(eq(callback.id, id)))[0] as StoredCallback | undefined,
    ),
  callers: (access, personIds) =>
    personIds.length === 0
      ? Promise.resolve([])
      : withAccess(
          connections,
          access,
          async ({ client }) =>
            (
              await client.query<Visitor>('SELECT id, name, phone_enc AS "phoneEnc" FROM fatong.callers($1)', [
                personIds,
              ])
            ).rows,
        ),
  settle: (access, id, { state, note, doneBy, at }, { audit, messages }) =>
    withAccess(connections, access, async (tx) => {
      const changed = await tx.orm
        .update(callback)
        .set({ state, note, doneBy, changedAt: at })
        .where(and(eq(callback.id, id), eq(callback.state, 'open')))
        .returning({ id: callback.id })
      if (changed.length === 0) return false
      await addAudit(tx, [audit])
      await addMessages(tx, messages)
      return true
    }),
  member: (id) =>
    withAccess(
      connections,
      SYSTEM,
      async ({ orm }) =>
        (
          await orm
            .select({ id: teamMember.id, staffId: teamMember.staffId, phoneEnc: teamMember.phoneEnc })
            .from(teamMember)
            .where(inArray(teamMember.id, [id]))
        )[0],
    ),
})
