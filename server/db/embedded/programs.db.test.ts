import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packagedFolder } from './binaries.ts'
import { ask, started, temporaryFolder } from './testing/folder.ts'

const asRoot = process.getuid?.() === 0

/** The installed package as npm leaves it with --ignore-scripts: no library links. */
function withoutLinks(): string {
  const folder = join(temporaryFolder(), 'package')
  cpSync(dirname(packagedFolder()), folder, { recursive: true, verbatimSymlinks: true })
  for (const name of readdirSync(join(folder, 'native', 'lib'))) {
    const path = join(folder, 'native', 'lib', name)
    if (lstatSync(path).isSymbolicLink()) rmSync(path)
  }
  chmodSync(dirname(folder), 0o755)
  return join(folder, 'native')
}

describe('the programs of the npm package', () => {
  it('are mended when install scripts were switched off', async () => {
    const programs = withoutLinks()
    chmodSync(join(programs, 'bin', 'postgres'), 0o644)
    expect(existsSync(join(programs, 'lib', 'libpq.so.5'))).toBe(false)
    const database = await started(temporaryFolder(), { programs })
    expect(await ask(database, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    expect(existsSync(join(programs, 'lib', 'libpq.so.5'))).toBe(true)
  })

  it.runIf(asRoot)('are copied once when they lie where the database account cannot go', async () => {
    const programs = withoutLinks()
    chmodSync(dirname(dirname(programs)), 0o700)
    const dataDir = temporaryFolder()
    await (await started(dataDir, { programs })).stop()
    const copies = readdirSync(dataDir).filter((name) => name.startsWith('postgres-programs-'))
    expect(copies).toHaveLength(1)
    const made = lstatSync(join(dataDir, copies[0] ?? '')).ino
    expect(await ask(await started(dataDir, { programs }), 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    expect(lstatSync(join(dataDir, copies[0] ?? '')).ino).toBe(made)
  })

  it.runIf(asRoot)(
    'run on data that lies where the database account cannot go, such as a clone under /root',
    async () => {
      const home = temporaryFolder()
      chmodSync(home, 0o700)
      chownSync(home, 0, 0)
      mkdirSync(join(home, 'clone'))
      const database = await started(join(home, 'clone', 'data'), { programs: packagedFolder() })
      expect(await ask(database, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
      await database.stop()
      expect(lstatSync(home).mode & 0o777).toBe(0o700)
    },
  )
})
