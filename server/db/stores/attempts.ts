import type { Instant } from '@fatong/law/calendar/dates.ts'
import { SYSTEM } from '../access.ts'
import { withAccess, type Connections } from '../postgres.ts'

/** When an attempt shuts the door; see server/identity/attempts. Seconds. */
export interface AttemptLimit {
  limit: number
  shutSeconds: number
  longestSeconds: number
  forgetSeconds: number
}
export type Admission = { ok: true; tried: number } | { ok: false; until: Instant }

export interface AttemptStore {
  /**
   * Counts an attempt before it is judged, in one statement: of a hundred at once no more get through than the limit
   * allows. Shut doors do not count.
   */
  take(key: Buffer, limit: AttemptLimit, now: Instant): Promise<Admission>
  /** Forgets: the attempt was right. */
  clear(keys: readonly Buffer[]): Promise<void>
  /** Takes one attempt back: it was right, but earlier ones stay counted. */
  giveBack(key: Buffer): Promise<void>
  /** Doors shut at this moment, by key in hex. */
  shut(keys: readonly Buffer[], now: Instant): Promise<Map<string, Instant>>
  /** Removes what is long past; answers how many. */
  sweep(before: Instant): Promise<number>
}

const TAKE = `
  INSERT INTO fatong.attempt AS a (key, tried, shut_until, last_at)
    VALUES ($1, 1, CASE WHEN $3::int <= 1 THEN $2::timestamptz + make_interval(secs => $4) END, $2)
  ON CONFLICT (key) DO UPDATE SET
    tried = CASE WHEN greatest(a.last_at, a.shut_until) + make_interval(secs => $6) <= $2 THEN 1 ELSE a.tried + 1 END,
    shut_until = CASE
      WHEN greatest(a.last_at, a.shut_until) + make_interval(secs => $6) <= $2 THEN CASE WHEN $3::int <= 1 THEN $2::timestamptz + make_interval(secs => $4) END
      WHEN a.tried + 1 >= $3::int THEN $2::timestamptz + make_interval(secs => least($4 * power(2, least(a.tried + 1 - $3::int, 30)), $5)) END,
    last_at = $2
  WHERE a.shut_until IS NULL OR a.shut_until <= $2
  RETURNING tried`

export const attemptStore = (connections: Connections): AttemptStore => ({
  take: (key, { limit, shutSeconds, longestSeconds, forgetSeconds }, now) =>
    withAccess(connections, SYSTEM, async ({ client }) => {
      const at = new Date(now)
      const { rows } = await client.query<{ tried: number }>(TAKE, [
        key,
        at,
        limit,
        shutSeconds,
        longestSeconds,
        forgetSeconds,
      ])
      if (rows[0]) return { ok: true, tried: rows[0].tried }
      const shut = await client.query<{ shut_until: Date | null }>(
        'SELECT shut_until FROM fatong.attempt WHERE key = $1',
        [key],
      )
      return { ok: false, until: (shut.rows[0]?.shut_until ?? at).getTime() as Instant }
    }),
  clear: (keys) =>
    withAccess(connections, SYSTEM, async ({ client }) => {
      await client.query('DELETE FROM fatong.attempt WHERE key = ANY ($1::bytea[])', [keys])
    }),
  giveBack: (key) =>
    withAccess(connections, SYSTEM, async ({ client }) => {
      await client.query('UPDATE fatong.attempt SET tried = greatest(tried - 1, 0), shut_until = NULL WHERE key = $1', [
        key,
      ])
    }),
  shut: (keys, now) =>
    withAccess(connections, SYSTEM, async ({ client }) => {
      const { rows } = await client.query<{ key: Buffer; shut_until: Date }>(
        'SELECT key, shut_until FROM fatong.attempt WHERE key = ANY ($1::bytea[]) AND shut_until > $2',
        [keys, new Date(now)],
      )
      return new Map(rows.map((row) => [row.key.toString('hex'), row.shut_until.getTime() as Instant]))
    }),
  sweep: (before) =>
    withAccess(connections, SYSTEM, async ({ client }) => {
      const { rowCount } = await client.query('DELETE FROM fatong.attempt WHERE greatest(last_at, shut_until) < $1', [
        new Date(before),
      ])
      return rowCount ?? 0
    }),
})
