import { and, asc, desc, eq, gte, inArray, isNull, lte } from 'drizzle-orm'
import type { Instant, LocalDate } from '@fatong/law/calendar/dates.ts'
import type { AccessContext } from '../access.ts'
import { withAccess, type Connections } from '../postgres.ts'
import type { AuditEntry } from '../rows.ts'
import { serviceEntry } from '../schema/network.ts'
import { addAudit } from './audit-entries.ts'

export type StoredService = typeof serviceEntry.$inferSelect

/** Who helped whom, by kind; what is out of the caller's reach is not found. */
export interface ServiceLogStore {
  /** Of some days, struck lines among them, the newest first. */
  between(
    access: AccessContext,
    from: LocalDate,
    to: LocalDate,
    memberIds: readonly string[] | undefined,
  ): Promise<StoredService[]>
  /** All of them or none; a line that is there already stays as it is. Answers how many are new. */
  add(access: AccessContext, rows: readonly StoredService[], audit: AuditEntry): Promise<number>
  /** False where it is out of reach or struck before. */
  strike(access: AccessContext, id: string, reason: string, at: Instant, audit: AuditEntry): Promise<boolean>
}

const MOST = 5_000

export const serviceLogStore = (connections: Connections): ServiceLogStore => ({
  between: (access, from, to, memberIds) =>
    withAccess(connections, access, ({ orm }) =>
      orm
        .select()
        .from(serviceEntry)
        .where(
          and(
            gte(serviceEntry.day, from),
            lte(serviceEntry.day, to),
            ...(memberIds ? [inArray(serviceEntry.memberId, [...memberIds])] : []),
          ),
        )
        .orderBy(desc(serviceEntry.day), asc(serviceEntry.enteredAt), asc(serviceEntry.id))
        .limit(MOST),
    ),
  add: (access, rows, audit) =>
    withAccess(connections, access, async (tx) => {
      const added = await tx.orm
        .insert(serviceEntry)
        .values([...rows])
        .onConflictDoNothing({ target: serviceEntry.id })
        .returning({ id: serviceEntry.id })
      if (added.length > 0) await addAudit(tx, [audit])
      return added.length
    }),
  strike: (access, id, reason, at, audit) =>
    withAccess(connections, access, async (tx) => {
      const struck = await tx.orm
        .update(serviceEntry)
        .set({ struckAt: at, struckReason: reason })
        .where(and(eq(serviceEntry.id, id), isNull(serviceEntry.struckAt)))
        .returning({ id: serviceEntry.id })
      if (struck.length > 0) await addAudit(tx, [audit])
      return struck.length > 0
    }),
})
