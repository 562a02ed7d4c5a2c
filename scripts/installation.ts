import { readSettings } from '../server/config.ts'
import { openDatabase, type Database } from '../server/db/database.ts'
import { StartProblem } from '../server/db/embedded/start-problem.ts'
import { visitDatabase } from '../server/db/embedded/visit.ts'
import { migrate } from '../server/db/migrate.ts'

type Connection = Parameters<typeof openDatabase>[0]

/** Looks at the database of this installation as it is, while the service runs and while it does not. Throws StartProblem with one clear line when a setting is wrong. */
export async function visitInstallation<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
  const read = readSettings(process.env)
  if (!read.ok) throw new StartProblem(read.problem)
  const { databaseUrl, dataDir } = read.settings
  return databaseUrl ? work({ connectionString: databaseUrl }) : visitDatabase(dataDir, work)
}

/** The same with the database opened, and closed at the end. */
export const readInstallation = <T>(work: (database: Database) => Promise<T>): Promise<T> =>
  visitInstallation((connection) => opened(connection, 2, work))

/** Work on the database of this installation, brought to the state of this version first. */
export const withInstallation = <T>(work: (database: Database) => Promise<T>): Promise<T> =>
  visitInstallation(async (connection) => {
    await migrate(connection)
    return opened(connection, 4, work)
  })

async function opened<T>(connection: Connection, max: number, work: (database: Database) => Promise<T>): Promise<T> {
  const database = openDatabase(connection, { max })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

/** Says what stopped a command and gives its exit code: one line when the operator can mend it. */
export function stopped(error: unknown): number {
  console.error(error instanceof StartProblem ? error.message : error)
  return 2
}
