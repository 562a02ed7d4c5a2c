import { existsSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import type pg from 'pg'
import { copyDataFiles } from './data-files.ts'
import { dumpTables } from './dump.ts'
import { BackupProblem, type Manifest } from './manifest.ts'

/**
 * Writes a backup of the database and the data folder into the new folder `target`, while the service may go on.
 * The folder appears under its name only when it is complete and on the disk.
 */
export async function backUp(
  connection: pg.ClientConfig,
  dataDir: string,
  target: string,
  madeAt: Date,
): Promise<Manifest> {
  if (existsSync(target)) throw new BackupProblem(`The folder ${target} is there already; name a new one.`)
  const inside = relative(resolve(dataDir), resolve(target))
  if (inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside)) {
    throw new BackupProblem(
      `The folder ${target} lies in the data folder; a backup belongs elsewhere, best on another disk.`,
    )
  }
  const part = `${target}.part`
  await rm(part, { recursive: true, force: true })
  try {
    const manifest = await writeInto(part, connection, dataDir, madeAt)
    await rename(part, target)
    const parent = await open(dirname(target), 'r')
    await parent.sync()
    await parent.close()
    return manifest
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    throw error
  }
}

async function writeInto(part: string, connection: pg.ClientConfig, dataDir: string, madeAt: Date): Promise<Manifest> {
  await mkdir(join(part, 'tables'), { recursive: true, mode: 0o700 })
  await mkdir(join(part, 'files'), { mode: 0o700 })
  const contents = await dumpTables(connection, join(part, 'tables'))
  const files = await copyDataFiles(dataDir, join(part, 'files'))
  const manifest: Manifest = { format: 1, madeAt: madeAt.toISOString(), ...contents, files }
  const handle = await open(join(part, 'manifest.json'), 'wx', 0o600)
  await handle.writeFile(JSON.stringify(manifest, null, 1))
  await handle.sync()
  await handle.close()
  return manifest
}
