import pg from 'pg'
import { migrate } from './migrate.ts'

/** Says how far the loading came. */
export const SAMPLE_SETTING = 'sampleDistrict'
export type SampleProgress = { cases: 'loading' | 'loaded' }

/** Any fixed number: two processes that start at once take turns by it. */
const LOCK = 2_345_003

/**
 * Takes a turn at loading the sample district, and begins anew where an earlier loading was killed: half-played cases would stay
 * half-played, since histories are only added to. The sample is loaded into an empty database only, before the service opens its
 * door, so that all there is was invented; but where anybody has used it since (with the sample switched off), it stays as it is.
 * Answers how to end the turn.
 */
export async function beginSample(
  connection: pg.ClientConfig,
  say: (line: string) => void,
): Promise<() => Promise<void>> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    if (await wasKilled(client)) {
      if (await wasUsed(client))
        say('The sample district was not loaded to its end, and people have used it since: it stays so.')
      else {
        say('The sample district was not loaded to its end the last time: beginning anew.')
        await client.query('BEGIN; DROP SCHEMA fatong CASCADE; DROP TABLE public.fatong_migration; COMMIT')
        await migrate(connection)
      }
    }
  } catch (error) {
    await client.end()
    throw error
  }
  // The lock goes with the connection.
  return () => client.end()
}

async function wasKilled(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ value: SampleProgress }>('SELECT value FROM fatong.setting WHERE key = $1', [
    SAMPLE_SETTING,
  ])
  return rows[0]?.value.cases === 'loading'
}

/** Signed in or tried to, asked something, brought laws: none of it is done by the loading itself. */
async function wasUsed(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ used: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM fatong.audit WHERE action IN ('signIn', 'signInFailed'))
      OR EXISTS (SELECT 1 FROM fatong.consultation_session) OR EXISTS (SELECT 1 FROM fatong.consultation_turn)
      OR EXISTS (SELECT 1 FROM fatong.library_import) AS used`,
  )
  return rows[0]?.used === true
}
