import { and, eq } from 'drizzle-orm'
import { SYSTEM } from '../access.ts'
import { withAccess, type Connections } from '../postgres.ts'
import { idempotency } from '../schema/events.ts'

/** What a key was answered before, 'keyReused' when it stood for another request, undefined when it is new. */
export async function answeredBefore(connections: Connections, { scope, key, requestHash }: { scope: string; key: string; requestHash: string }): Promise<{ reply: unknown } | 'keyReused' | undefined> {
  const [row] = await withAccess(connections, SYSTEM, ({ orm }) =>
    orm.select({ requestHash: idempotency.requestHash, reply: idempotency.reply }).from(idempotency).where(and(eq(idempotency.scope, scope), eq(idempotency.key, key))))
  if (!row) return undefined
  return row.requestHash === requestHash ? { reply: row.reply } : 'keyReused'
}
