/**
 * `npm run backup -- [folder]`: writes the database and all files of the data folder into a new folder, whether the
 * service runs or not. Without a folder: backups/ and the time.
 */
import { join, resolve } from 'node:path'
import { readSettings } from '../server/config.ts'
import { backUp } from '../server/db/backup/backup.ts'
import { BackupProblem } from '../server/db/backup/manifest.ts'
import { StartProblem } from '../server/db/embedded/start-problem.ts'
import { visitDatabase } from '../server/db/embedded/visit.ts'

async function main(): Promise<void> {
  const read = readSettings(process.env)
  if (!read.ok) throw new StartProblem(read.problem)
  const { dataDir, databaseUrl } = read.settings
  if (databaseUrl)
    throw new StartProblem(
      'DATABASE_URL is set: back that database up with its own tool (pg_dump), and the folder DATA_DIR beside it.',
    )
  const now = new Date()
  const target = resolve(process.argv[2] ?? join('backups', now.toISOString().slice(0, 19).replaceAll(':', '-')))
  const { tables, files } = await visitDatabase(dataDir, (connection) => backUp(connection, dataDir, target, now))
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  console.log(`Backup written to ${target}: ${rows} rows of ${tables.length} tables, ${files.length} files.`)
  if (files.some(({ path }) => path === 'secret.key'))
    console.log('It contains the key to the personal data in it: keep it locked away.')
}

await main().catch((error: unknown) => {
  console.error(error instanceof StartProblem || error instanceof BackupProblem ? error.message : error)
  process.exitCode = 1
})
