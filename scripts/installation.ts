import { readSettings } from '../server/config.ts'
import { openDatabase, type Database } from '../server/db/database.ts'
import { visitDatabase } from '../server/db/embedded/visit.ts'
import { migrate } from '../server/db/migrate.ts'

/** Work on the database of this installation, while the service runs and while it does not. Throws with one clear line when a setting is wrong. */
export async function withInstallation<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const read = readSettings(process.env)
  if (!read.ok) throw new Error(read.problem)
  const { databaseUrl, dataDir } = read.settings
  const open = async (connection: Parameters<typeof openDatabase>[0]): Promise<T> => {
    await migrate(connection)
    const database = openDatabase(connection, { max: 4 })
    try {
      return await work(database)
    } finally {
      await database.close()
    }
  }
  return databaseUrl ? open({ connectionString: databaseUrl }) : visitDatabase(dataDir, open)
}
