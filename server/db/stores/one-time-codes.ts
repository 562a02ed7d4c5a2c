import { and, eq, lt, sql } from 'drizzle-orm'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import { SYSTEM } from '../access.ts'
import { withAccess, type Connections } from '../postgres.ts'
import { otp } from '../schema/people.ts'

export interface NewCode {
  id: string
  phoneBidx: Buffer
  purpose: string
  codeHash: Buffer
  createdAt: Instant
  expiresAt: Instant
}

export interface CodeStore {
  /** Earlier codes of the phone stop working. */
  issue(code: NewCode): Promise<void>
  /** The code that may be tried, with this try already counted; undefined when there is none, or it was tried too often. */
  try(
    phoneBidx: Buffer,
    purpose: string,
    most: number,
    now: Instant,
  ): Promise<{ id: string; codeHash: Buffer } | undefined>
  /** False when somebody else used it first. */
  use(id: string): Promise<boolean>
  sweep(before: Instant): Promise<number>
}

export const codeStore = (connections: Connections): CodeStore => ({
  issue: (code) =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      await orm
        .update(otp)
        .set({ used: true })
        .where(and(eq(otp.phoneBidx, code.phoneBidx), eq(otp.purpose, code.purpose), eq(otp.used, false)))
      await orm.insert(otp).values(code)
    }),
  try: (phoneBidx, purpose, most, now) =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      const [row] = await orm
        .update(otp)
        .set({ tries: sql`${otp.tries} + 1` })
        .where(
          and(
            eq(otp.phoneBidx, phoneBidx),
            eq(otp.purpose, purpose),
            eq(otp.used, false),
            lt(otp.tries, most),
            sql`${otp.expiresAt} > ${new Date(now)}`,
          ),
        )
        .returning({ id: otp.id, codeHash: otp.codeHash })
      return row
    }),
  use: (id) =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      const rows = await orm
        .update(otp)
        .set({ used: true })
        .where(and(eq(otp.id, id), eq(otp.used, false)))
        .returning({ id: otp.id })
      return rows.length === 1
    }),
  sweep: (before) =>
    withAccess(
      connections,
      SYSTEM,
      async ({ orm }) => (await orm.delete(otp).where(lt(otp.expiresAt, before)).returning({ id: otp.id })).length,
    ),
})
