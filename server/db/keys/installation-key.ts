import pg from 'pg'
import { StartProblem } from '../embedded/start-problem.ts'
import { SEALED_TABLES } from './sealed-columns.ts'

/** Any fixed number. Services hold it together; a change of keys needs it alone. */
const LOCK = 2_345_002

/** What the database says about its key. */
export interface InstallationKey {
  keyId: Buffer
  changingFrom: Buffer | null
}

export async function storedKey(client: pg.ClientBase): Promise<InstallationKey | undefined> {
  const {
    rows: [row],
  } = await client.query<InstallationKey>(
    'SELECT key_id AS "keyId", changing_from AS "changingFrom" FROM fatong.installation_key',
  )
  return row
}

/** The key id that stands in sealed values, of a database that has not noted one yet; undefined when nothing is sealed. */
export async function keyFound(client: pg.ClientBase): Promise<Buffer | undefined> {
  for (const { table, columns } of SEALED_TABLES) {
    for (const { name } of columns) {
      const {
        rows: [row],
      } = await client.query<{ id: Buffer }>(
        `SELECT substring(${name} FROM 2 FOR 4) AS id FROM fatong.${table} WHERE ${name} IS NOT NULL LIMIT 1`,
      )
      if (row) return row.id
    }
  }
  return undefined
}

/** Takes the lock on this connection for as long as it lives: shared with other services, or alone. Answers whether it was free. */
export async function lockKey(client: pg.ClientBase, how: 'shared' | 'alone'): Promise<boolean> {
  const {
    rows: [row],
  } = await client.query<{ got: boolean }>(
    `SELECT ${how === 'alone' ? 'pg_try_advisory_lock' : 'pg_try_advisory_lock_shared'}($1) AS got`,
    [LOCK],
  )
  return row?.got === true
}

const UNFINISHED = 'The change of the secret key is not finished: run "npm run reencrypt" again, then start.'
const OTHER_KEY =
  'SECRET_KEY (or DATA_DIR/secret.key) is not the key that the personal data in this database was sealed with: put back the right one, or change over with "npm run reencrypt".'

/** Whether a service with this key may serve this database. Notes the key of a new one. Throws StartProblem. */
async function admit(client: pg.ClientBase, keyId: Buffer): Promise<void> {
  if (!(await lockKey(client, 'shared')))
    throw new StartProblem(
      'The secret key is being changed by "npm run reencrypt" at this moment: start when it has ended.',
    )
  let stored = await storedKey(client)
  if (!stored) {
    const found = (await keyFound(client)) ?? keyId
    await client.query('INSERT INTO fatong.installation_key (key_id) VALUES ($1) ON CONFLICT DO NOTHING', [found])
    stored = await storedKey(client)
  }
  if (stored?.changingFrom) throw new StartProblem(UNFINISHED)
  if (!stored?.keyId.equals(keyId)) throw new StartProblem(OTHER_KEY)
}

const AGAIN_MS = 1_000

/**
 * Keeps the key of this database from being changed while a service serves it. Throws StartProblem when it has another
 * key already. A lost connection is made again; `lost` hears when the key was changed meanwhile.
 */
export async function holdKey(
  connection: pg.ClientConfig,
  keyId: Buffer,
  lost: (error: Error) => void,
): Promise<{ release(): Promise<void> }> {
  let client: pg.Client | undefined
  let again: NodeJS.Timeout | undefined
  let released = false
  const open = async () => {
    const fresh = new pg.Client({ ...connection, keepAlive: true, application_name: 'fatong-key' })
    let admitted = false
    fresh.on('error', () => undefined)
    fresh.on('end', () => {
      if (admitted && !released) retry()
    })
    try {
      await fresh.connect()
      await admit(fresh, keyId)
      admitted = true
      client = fresh
    } catch (error) {
      await fresh.end().catch(() => undefined)
      throw error
    }
  }
  const retry = () => {
    again = setTimeout(() => {
      open().catch((error: unknown) => {
        if (error instanceof StartProblem) lost(error)
        else if (!released) retry()
      })
    }, AGAIN_MS)
  }
  await open()
  return {
    async release() {
      released = true
      clearTimeout(again)
      await client?.end().catch(() => undefined)
    },
  }
}
