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

// One text whatever the number of rows, so that it is planned once.
const ADD = `INSERT INTO fatong.inbox_notice (id, person_id, staff_id, case_id, kind, title, text, at, read_at)
  SELECT DISTINCT ON (t.id) * FROM json_to_recordset($1) AS t (id uuid, person_id uuid, staff_id uuid, case_id uuid, kind text, title text, text text, at timestamptz, read_at timestamptz)
  ON CONFLICT (id) DO NOTHING`
const iso = (at: Instant) => new Date(at).toISOString()

export const noticeStore = (connections: Connections): NoticeStore => ({
  add: gatheredWrite<readonly (typeof inboxNotice.$inferInsert)[]>(connections, async ({ client }, several) => {
    const rows = several.flat().map(({ id, personId, staffId, caseId, kind, title, text, at, readAt }) => ({ id, person_id: personId, staff_id: staffId, case_id: caseId, kind, title, text, at: iso(at), read_at: readAt ? iso(readAt) : null }))
    if (rows.length > 0) await client.query({ name: 'add_notices', text: ADD, values: [JSON.stringify(rows)] })
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
