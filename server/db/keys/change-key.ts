import pg from 'pg'
import { StartProblem } from '../embedded/start-problem.ts'
import { keyFound, lockKey, storedKey } from './installation-key.ts'
import { resealTables, type KeyChange, type Progress } from './reseal.ts'

/**
 * Moves a whole installation from one key to another: tables, then `files`, then the note that the change is finished.
 * Killed at any moment it is run again with the same two keys; until it has finished, no service starts. Answers how
 * many rows and files were sealed anew. Throws StartProblem when a service runs or a third key is in use.
 */
export async function changeKey(
  connection: pg.ClientConfig,
  change: KeyChange,
  files: () => Promise<number>,
  progress: Progress,
  batch?: number,
): Promise<{ rows: number; files: number }> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    if (!(await lockKey(client, 'alone')))
      throw new StartProblem(
        'A service runs on this database: stop every process of it, then run "npm run reencrypt" again.',
      )
    await begin(client, change)
    let rows = 0,
      resealed = 0
    // A service that had lost its connection may have written a last value under the old key before it heard.
    for (let found = 1; found > 0; rows += found) found = await resealTables(client, change, progress, batch)
    for (let found = 1; found > 0; resealed += found) found = await files()
    await client.query('UPDATE fatong.installation_key SET changing_from = NULL, since = now()')
    return { rows, files: resealed }
  } finally {
    await client.end()
  }
}

async function begin(client: pg.Client, { from, to }: KeyChange): Promise<void> {
  const stored = await storedKey(client)
  const now = stored?.keyId ?? (await keyFound(client)) ?? from.keys.id
  const resuming = stored?.changingFrom?.equals(from.keys.id) && now.equals(to.keys.id)
  const finished = !stored?.changingFrom && now.equals(to.keys.id)
  if (resuming || finished) return
  if (stored?.changingFrom || !now.equals(from.keys.id)) {
    throw new StartProblem(
      'Neither of the two keys is the one that this database stands under: SECRET_KEY_OLD has to be the key in use up to now, and a change that was begun has to end with the same two keys.',
    )
  }
  await client.query(
    `INSERT INTO fatong.installation_key (key_id, changing_from) VALUES ($1, $2)
    ON CONFLICT (only_one) DO UPDATE SET key_id = excluded.key_id, changing_from = excluded.changing_from, since = now()`,
    [to.keys.id, from.keys.id],
  )
}
