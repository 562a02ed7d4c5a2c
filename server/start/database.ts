import pg from 'pg'
import type { Settings } from '../config.ts'
import { startEmbedded } from '../db/embedded/launcher.ts'
import { StartProblem } from '../db/embedded/start-problem.ts'

/** A PostgreSQL to work with: the built-in one, started for us, or somebody's own. */
export interface ServedDatabase {
  connection: pg.ClientConfig
  /** Resolves when the built-in server ends, wanted or not; never for somebody's own. */
  ended: Promise<void>
  stop(): Promise<void>
}

/** Starts or finds the database of the settings. Throws StartProblem when that is for the operator to mend. */
export async function serveDatabase(settings: Settings, log: (line: string) => void): Promise<ServedDatabase> {
  if (settings.databaseUrl === undefined) return startEmbedded({ dataDir: settings.dataDir, log })
  const connection = { connectionString: settings.databaseUrl }
  await checkServer(connection)
  return { connection, ended: new Promise<void>(() => undefined), stop: () => Promise.resolve() }
}

const oldestVersion = 150_000

async function checkServer(connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string; encoding: string }>(
      "SELECT current_setting('server_version_num') AS version, current_setting('server_encoding') AS encoding",
    )
    const [found] = rows
    if (Number(found?.version) < oldestVersion) throw new Error('it is older than PostgreSQL 15')
    if (found?.encoding !== 'UTF8') throw new Error(`its encoding is ${found?.encoding ?? 'unknown'}, not UTF8`)
  } catch (error) {
    const reason =
      error instanceof AggregateError
        ? error.errors.map(String).join(', ')
        : error instanceof Error
          ? error.message
          : String(error)
    throw new StartProblem(`The database of DATABASE_URL cannot be used: ${reason}.`)
  } finally {
    await client.end().catch(() => undefined)
  }
}
