import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { AccessContext } from '../../access.ts'
import { withAccess } from '../../postgres.ts'
import type { Connections } from '../../postgres.ts'

/** For whom a message is at the desk. */
export type MessageSide = 'agency' | 'lawyer'

/** Messages to a side (a parameter of the statement) of the case `c` that came after anybody there last opened them. */
export const unreadOf = (side: string): string => `(SELECT count(*)::int FROM fatong.event e
    WHERE e.stream_id = c.id AND e.type = 'messageLeft' AND e.data ->> 'to' = ${side}
      AND e.version > coalesce((SELECT s.version FROM fatong.message_seen s WHERE s.case_id = c.id AND s.side = ${side}), 0))`

/** How many messages to this side of a case in reach nobody there has opened. */
export async function unreadMessages(
  connections: Connections,
  access: AccessContext,
  caseId: string,
  side: MessageSide,
): Promise<number> {
  return withAccess(connections, access, async ({ client }) => {
    const { rows } = await client.query<{ unread: number }>(
      `SELECT ${unreadOf('$2::text')} AS unread FROM fatong.case_file c WHERE c.id = $1`,
      [caseId, side],
    )
    return rows[0]?.unread ?? 0
  })
}

/** Notes that the messages up to a step were opened; never further than the case has come, and never back. */
export async function noteMessagesSeen(
  connections: Connections,
  access: AccessContext,
  seen: { caseId: string; side: MessageSide; version: number; by: string },
  now: Instant,
): Promise<void> {
  await withAccess(connections, access, ({ client }) =>
    client.query(
      `INSERT INTO fatong.message_seen AS s (case_id, side, version, seen_by, seen_at)
       SELECT c.id, $2, least($3::int, c.version), $4, $5 FROM fatong.case_file c WHERE c.id = $1
       ON CONFLICT (case_id, side) DO UPDATE SET version = excluded.version, seen_by = excluded.seen_by, seen_at = excluded.seen_at
         WHERE s.version < excluded.version`,
      [seen.caseId, seen.side, seen.version, seen.by, new Date(now).toISOString()],
    ),
  )
}
