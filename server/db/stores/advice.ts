import { and, desc, eq, gte, isNotNull, isNull } from 'drizzle-orm'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { AccessContext } from '../access.ts'
import { withAccess, type Connections } from '../postgres.ts'
import { assignmentAdvice } from '../schema/network.ts'

export type StoredAdvice = typeof assignmentAdvice.$inferSelect
export type NewAdvice = Omit<StoredAdvice, 'chosen' | 'followed' | 'place' | 'reason' | 'settledAt'>
export interface AdviceChoice {
  chosen: string
  followed: boolean
  place: number
  reason: string | null
  settledAt: Instant
}

/** Recommendations of who should take a case, whole, and what was done with them. Nothing is changed once somebody was chosen. */
export interface AdviceStore {
  /** Answers the id under which it is kept: an equal list that the same person was shown and has not used stays the same one. */
  keep(access: AccessContext, row: NewAdvice): Promise<string>
  find(access: AccessContext, id: string): Promise<StoredAdvice | undefined>
  /** Does nothing where it was settled before. */
  settle(access: AccessContext, id: string, choice: AdviceChoice): Promise<void>
  ofCase(access: AccessContext, caseId: string): Promise<StoredAdvice[]>
  /** Those by which somebody was chosen, the newest first. */
  settledSince(access: AccessContext, since: Instant): Promise<StoredAdvice[]>
}

export const adviceStore = (connections: Connections): AdviceStore => ({
  keep: (access, row) =>
    withAccess(connections, access, async ({ orm }) => {
      const [same] = await orm
        .select({ id: assignmentAdvice.id })
        .from(assignmentAdvice)
        .where(
          and(
            eq(assignmentAdvice.caseId, row.caseId),
            eq(assignmentAdvice.byStaff, row.byStaff),
            eq(assignmentAdvice.digest, row.digest),
            isNull(assignmentAdvice.settledAt),
          ),
        )
        .limit(1)
      if (same) return same.id
      await orm.insert(assignmentAdvice).values(row)
      return row.id
    }),
  find: (access, id) =>
    withAccess(
      connections,
      access,
      async ({ orm }) => (await orm.select().from(assignmentAdvice).where(eq(assignmentAdvice.id, id)))[0],
    ),
  settle: (access, id, choice) =>
    withAccess(connections, access, async ({ orm }) => {
      await orm
        .update(assignmentAdvice)
        .set(choice)
        .where(and(eq(assignmentAdvice.id, id), isNull(assignmentAdvice.settledAt)))
    }),
  ofCase: (access, caseId) =>
    withAccess(connections, access, ({ orm }) =>
      orm
        .select()
        .from(assignmentAdvice)
        .where(eq(assignmentAdvice.caseId, caseId))
        .orderBy(desc(assignmentAdvice.at))
        .limit(50),
    ),
  settledSince: (access, since) =>
    withAccess(connections, access, ({ orm }) =>
      orm
        .select()
        .from(assignmentAdvice)
        .where(and(gte(assignmentAdvice.at, since), isNotNull(assignmentAdvice.settledAt)))
        .orderBy(desc(assignmentAdvice.at))
        .limit(500),
    ),
})
