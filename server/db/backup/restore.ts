import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../embedded/launcher.ts'
import { migrate } from '../migrate.ts'
import { verifyHistory } from '../verify-history.ts'
import { copyDigested, digestOf } from './digest.ts'
import { loadTables } from './load.ts'
import { BackupProblem, Manifest } from './manifest.ts'

/** Reads what a backup says about itself and checks every file in it. Throws BackupProblem. */
export async function checkBackup(source: string): Promise<Manifest> {
  const text = await readFile(join(source, 'manifest.json'), 'utf8').catch(() => undefined)
  if (text === undefined)
    throw new BackupProblem(`The folder ${source} is not a complete backup: it has no manifest.json.`)
  const parsed = Manifest.safeParse(asJson(text))
  if (!parsed.success)
    throw new BackupProblem(`The file ${join(source, 'manifest.json')} is damaged or of a newer release.`)
  const parts = [
    ...parsed.data.tables.map(({ file, sha256 }) => ({ path: join(source, 'tables', file), sha256 })),
    ...parsed.data.files.map(({ path, sha256 }) => ({ path: join(source, 'files', path), sha256 })),
  ]
  for (const { path, sha256 } of parts) {
    const found = await digestOf(path).catch(() => 'nothing')
    if (found !== sha256)
      throw new BackupProblem(
        `The backup is damaged: ${path} is ${found === 'nothing' ? 'missing' : 'not what was written'}.`,
      )
  }
  return parsed.data
}

/** A backup of a newer release knows migrations that we do not have. */
async function checkSchema(connection: pg.ClientConfig, manifest: Manifest): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  const { rows } = await client
    .query<{ name: string; sha256: string }>('SELECT name, sha256 FROM public.fatong_migration ORDER BY name')
    .finally(() => client.end())
  const ours = new Map(rows.map(({ name, sha256 }) => [name, sha256]))
  const unknown = manifest.migrations.find(({ name, sha256 }) => ours.get(name) !== sha256)
  if (unknown)
    throw new BackupProblem(`The backup is of another release: this one does not have its migration ${unknown.name}.`)
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Makes the new data folder `dataDir` out of a backup. It is built beside its place and moved there when complete and
 * when every case's history has proved to be as it was written. Throws BackupProblem.
 */
export async function restore(source: string, dataDir: string, log: (line: string) => void): Promise<Manifest> {
  const manifest = await checkBackup(source)
  if (existsSync(dataDir) && (await readdir(dataDir)).length > 0) {
    throw new BackupProblem(`The data folder ${dataDir} is not empty; move it away, or set DATA_DIR to a new one.`)
  }
  const part = `${dataDir}.restoring`
  await rm(part, { recursive: true, force: true })
  try {
    await fillDatabase(source, part, manifest, log)
    for (const { path, sha256 } of manifest.files) {
      await mkdir(dirname(join(part, path)), { recursive: true, mode: 0o700 })
      const copied = await copyDigested(join(source, 'files', path), join(part, path))
      if (copied.sha256 !== sha256) throw new BackupProblem(`The file ${path} changed while it was copied.`)
    }
    if (existsSync(dataDir)) await rmdir(dataDir)
    await rename(part, dataDir)
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    throw error
  }
  return manifest
}

async function fillDatabase(
  source: string,
  dataDir: string,
  manifest: Manifest,
  log: (line: string) => void,
): Promise<void> {
  const database = await startEmbedded({ dataDir, log })
  try {
    await migrate(
      database.connection,
      manifest.migrations.map(({ name }) => name),
    )
    await checkSchema(database.connection, manifest)
    await loadTables(database.connection, join(source, 'tables'), manifest)
    const { broken } = await verifyHistory(database.connection)
    if (broken.length > 0)
      throw new BackupProblem(
        `${broken.length} histories are not as they were written, first that of case ${broken[0]?.caseId}.`,
      )
  } finally {
    await database.stop()
  }
}
