import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

const FOLDER = new URL('./migrations/', import.meta.url)
/** Any fixed number: two processes that start at once take turns by it. */
const LOCK = 2_345_001
const ATTEMPTS = 5

/**
 * Brings a database to the newest schema. Each file of `migrations/` runs once, in order of its name, in a transaction
 * of its own. Throws when a file already run was edited, or when PostgreSQL refuses. With `only`, files of other names
 * wait: a backup is put back under the schema it was made under, and moves on from there.
 */
export async function migrate(connection: pg.ClientConfig, only?: readonly string[]): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await migrateOnce(connection, only)
    } catch (error) {
      // Roles belong to the whole cluster: two databases migrated at once may touch the same row of its catalogue.
      const transient = error instanceof Error && error.message.includes('tuple concurrently updated')
      if (!transient || attempt === ATTEMPTS) throw error
      await wait(50 * attempt)
    }
  }
}

async function migrateOnce(connection: pg.ClientConfig, only?: readonly string[]): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    await client.query(`CREATE TABLE IF NOT EXISTS public.fatong_migration
      (name text PRIMARY KEY, sha256 text NOT NULL, at timestamptz NOT NULL DEFAULT now())`)
    const { rows } = await client.query<{ name: string; sha256: string }>(
      'SELECT name, sha256 FROM public.fatong_migration',
    )
    const done = new Map(rows.map((row) => [row.name, row.sha256]))
    for (const file of await files())
      if (!only || only.includes(file.name)) await runFile(client, file, done.get(file.name))
  } finally {
    await client.end()
  }
}

interface MigrationFile {
  name: string
  sql: string
  sha256: string
}

async function files(): Promise<MigrationFile[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      // A checkout may have changed the line ends.
      const sql = (await readFile(new URL(name, FOLDER), 'utf8')).replaceAll('\r\n', '\n')
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function runFile(client: pg.Client, file: MigrationFile, doneAs: string | undefined): Promise<void> {
  if (doneAs === file.sha256) return
  if (doneAs !== undefined)
    throw new Error(`migration ${file.name} was changed after it had run; add a new one instead`)
  await client.query('BEGIN')
  try {
    await client.query(file.sql)
    await client.query('INSERT INTO public.fatong_migration (name, sha256) VALUES ($1, $2)', [file.name, file.sha256])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new Error(`migration ${file.name}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}
