import { and, count, desc, eq, isNull, lt, lte, or } from 'drizzle-orm'
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
  /** Newest first, those before the one named. */
  ofStaff(
    access: AccessContext,
    staffId: string,
    page: { most: number; before?: { at: Instant; id: string } },
  ): Promise<StoredNotice[]>
  unreadOfStaff(access: AccessContext, staffId: string): Promise<number>
  /** Marks one, or that one and all older; what was read before keeps its time. False when the person has no such notice. */
  markReadByStaff(access: AccessContext, staffId: string, id: string, older: boolean, now: Instant): Promise<boolean>
}

// One text whatever the number of rows, so that it is planned once.
const ADD = `INSERT INTO fatong.inbox_notice (id, person_id, staff_id, case_id, kind, title, text, at, read_at)
  SELECT DISTINCT ON (t.id) * FROM json_to_recordset($1) AS t (id uuid, person_id uuid, staff_id uuid, case_id uuid, kind text, title text, text text, at timestamptz, read_at timestamptz)
  ON CONFLICT (id) DO NOTHING`
const iso = (at: Instant) => new Date(at).toISOString()

export const noticeStore = (connections: Connections): NoticeStore => ({
  add: gatheredWrite<readonly (typeof inboxNotice.$inferInsert)[]>(connections, async ({ client }, several) => {
    const rows = several.flat().map(({ id, personId, staffId, caseId, kind, title, text, at, readAt }) => ({
      id,
      person_id: personId,
      staff_id: staffId,
      case_id: caseId,
      kind,
      title,
      text,
      at: iso(at),
      read_at: readAt ? iso(readAt) : null,
    }))
    if (rows.length > 0) await client.query({ name: 'add_notices', text: ADD, values: [JSON.stringify(rows)] })
  }),
  ofStaff: (access, staffId, { most, before }) =>
    withAccess(connections, access, ({ orm }) => {
      const { id, at } = inboxNotice
      const older = before && or(lt(at, before.at), and(eq(at, before.at), lt(id, before.id)))
      return orm
        .select()
        .from(inboxNotice)
        .where(and(eq(inboxNotice.staffId, staffId), older))
        .orderBy(desc(at), desc(id))
        .limit(most)
    }),
  unreadOfStaff: (access, staffId) =>
    withAccess(connections, access, async ({ orm }) => {
      const [row] = await orm
        .select({ n: count() })
        .from(inboxNotice)
        .where(and(eq(inboxNotice.staffId, staffId), isNull(inboxNotice.readAt)))
      return row?.n ?? 0
    }),
  markReadByStaff: (access, staffId, id, older, now) =>
    withAccess(connections, access, async ({ orm }) => {
      const mine = eq(inboxNotice.staffId, staffId)
      const [one] = await orm
        .select({ at: inboxNotice.at })
        .from(inboxNotice)
        .where(and(mine, eq(inboxNotice.id, id)))
      if (!one) return false
      const meant = older ? lte(inboxNotice.at, one.at) : eq(inboxNotice.id, id)
      await orm
        .update(inboxNotice)
        .set({ readAt: now })
        .where(and(mine, isNull(inboxNotice.readAt), meant))
      return true
    }),
})
