/** `npm run restore -- FOLDER`: makes a new data folder (DATA_DIR, which must be empty or absent) out of a backup. */
import { resolve } from 'node:path'
import { readSettings } from '../server/config.ts'
import { BackupProblem } from '../server/db/backup/manifest.ts'
import { restore } from '../server/db/backup/restore.ts'
import { StartProblem } from '../server/db/embedded/start-problem.ts'

async function main(): Promise<void> {
  const read = readSettings(process.env)
  if (!read.ok) throw new StartProblem(read.problem)
  const [, , source] = process.argv
  if (!source) throw new BackupProblem('Name the backup: npm run restore -- FOLDER')
  if (read.settings.databaseUrl)
    throw new StartProblem('DATABASE_URL is set: restore that database with its own tool (pg_restore).')
  const dataDir = resolve(read.settings.dataDir)
  const { madeAt, tables, files } = await restore(resolve(source), dataDir, console.log)
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  console.log(
    `Restored the backup of ${madeAt} into ${dataDir}: ${rows} rows, ${files.length} files; every history is as it was written.`,
  )
}

await main().catch((error: unknown) => {
  console.error(error instanceof StartProblem || error instanceof BackupProblem ? error.message : error)
  process.exitCode = 1
})
