import { instant, type Instant } from '@fatong/law/calendar/dates.ts'
import { sql } from 'drizzle-orm'
import type { Transaction } from '../postgres.ts'
import { LIGHTS } from '../writeset.ts'

/** Every process has let go of the calendar it held by then (law-in-force.ts holds it for five seconds). */
const AFTER_MS = 6_000

/** The walk over open cases goes on behind this one; from the beginning without it. */
export interface LightsFrom {
  after?: string
}

/** In the transaction of the change itself: a change that is kept is followed by new lights, whatever dies in between. */
export async function askForLights({ orm }: Transaction, now: Instant): Promise<void> {
  await orm.execute(
    sql`INSERT INTO fatong.outbox (channel, payload, created_at, next_at) VALUES (${LIGHTS}, '{}', ${new Date(now).toISOString()}, ${new Date(instant(now + AFTER_MS)).toISOString()})`,
  )
}
