import { and, count, desc, eq, isNull } from 'drizzle-orm'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { AccessContext } from '../access.ts'
import { gatheredWrite } from '../gathered.ts'
import { withAccess } from '../postgres.ts'
import type { Connections } from '../postgres.ts'
import { inboxNotice } from '../schema/messages.ts'

export type StoredNotice = typeof inboxNotice.$inferSelect

export interface NoticeStore {
  /** Puts notices into inboxes; one that is there already, by id, is left as it is. */
  add(notices: readonly (typeof inboxNotice.$inferInsert)[]): Promise<void>
  ofStaff(access: AccessContext, staffId: string, most?: number): Promise<StoredNotice[]>
  unreadOfStaff(access: AccessContext, staffId: string): Promise<number>
  markReadByStaff(access: AccessContext, staffId: string, now: Instant): Promise<void>
}

export const noticeStore = (connections: Connections): NoticeStore => ({
  add: gatheredWrite<readonly (typeof inboxNotice.$inferInsert)[]>(connections, async ({ orm }, several) => {
    const notices = several.flat()
    if (notices.length > 0) await orm.insert(inboxNotice).values(notices).onConflictDoNothing({ target: inboxNotice.id })
  }),
  ofStaff: (access, staffId, most = 100) => withAccess(connections, access, ({ orm }) =>
    orm.select().from(inboxNotice).where(eq(inboxNotice.staffId, staffId)).orderBy(desc(inboxNotice.at)).limit(most)),
  unreadOfStaff: (access, staffId) => withAccess(connections, access, async ({ orm }) => {
    const [row] = await orm.select({ n: count() }).from(inboxNotice).where(and(eq(inboxNotice.staffId, staffId), isNull(inboxNotice.readAt)))
    return row?.n ?? 0
  }),
  markReadByStaff: (access, staffId, now) => withAccess(connections, access, async ({ orm }) => {
    await orm.update(inboxNotice).set({ readAt: now }).where(and(eq(inboxNotice.staffId, staffId), isNull(inboxNotice.readAt)))
  }),
})
