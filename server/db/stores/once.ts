import { and, eq, sql } from 'drizzle-orm'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { Transaction } from '../postgres.ts'
import { idempotency } from '../schema/events.ts'

/** A request that may come twice. `reply` is what the second one is answered; sealed by the caller where it is secret. */
export interface OnceKey {
  scope: string
  key: string
  requestHash: string
  at: Instant
}
export type Once = { done: 'now' } | { done: 'before'; reply: unknown } | { done: 'never'; reason: 'keyReused' }

/** Runs `work` unless the key was used before, in the caller's transaction. Two of the same at once wait for each other. What did not work may be tried again. */
export async function once(
  { orm }: Transaction,
  given: OnceKey | undefined,
  reply: unknown,
  work: () => Promise<void>,
  worked = () => true,
): Promise<Once> {
  if (given) {
    await orm.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${given.scope} ${given.key}`}, 0))`)
    const [row] = await orm
      .select()
      .from(idempotency)
      .where(and(eq(idempotency.scope, given.scope), eq(idempotency.key, given.key)))
    if (row)
      return row.requestHash === given.requestHash
        ? { done: 'before', reply: row.reply }
        : { done: 'never', reason: 'keyReused' }
  }
  await work()
  if (given && worked()) await orm.insert(idempotency).values({ ...given, reply: reply ?? null })
  return { done: 'now' }
}
