import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { invocation, type RunAs } from './run-as.ts'
import { StartProblem } from './start-problem.ts'

/** The one database and its owner inside the cluster. */
export const databaseName = 'fatong'
export const ownerRole = 'fatong'

/** The major version whose files the programs of the installed package read. */
const majorVersion = 18

/** Programs of PostgreSQL get no settings of ours by accident: PGDATA, PGUSER and their like stay out. */
export const cleanEnvironment: NodeJS.ProcessEnv = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }

/**
 * The server besides: its processes keep some memory at hand between two statements. glibc would give it back and fetch
 * it anew each time, and those page faults were a third of what a batch of commits cost. Other C libraries look past it.
 */
export const serverEnvironment: NodeJS.ProcessEnv = {
  ...cleanEnvironment,
  MALLOC_TOP_PAD_: '1048576',
  MALLOC_TRIM_THRESHOLD_: '8388608',
  MALLOC_MMAP_THRESHOLD_: '8388608',
}

function run(program: string, args: string[], how: RunAs, input?: string): void {
  const { command, args: all, identity } = invocation(program, args, { ...how, dieWithUs: false })
  const done = spawnSync(command, all, {
    ...identity,
    cwd: '/',
    env: cleanEnvironment,
    encoding: 'utf8',
    ...(input === undefined ? {} : { input }),
  })
  if (done.error) throw new StartProblem(`PostgreSQL's program ${program} cannot run here: ${done.error.message}`)
  if (done.status !== 0) {
    const reason = done.stderr.trim().split('\n').filter(Boolean).at(-1) ?? `exit code ${done.status}`
    throw new StartProblem(`The database could not be set up: ${reason}`)
  }
}

/**
 * Makes the cluster when there is none. It is built beside its place and moved there when complete, so a kill in the
 * middle leaves nothing that looks like a database.
 */
export function ensureCluster(dataDir: string, clusterFolder: string, binaries: Binaries, how: RunAs): void {
  for (const name of readdirSync(dataDir)) {
    if (name.startsWith('postgres.new-')) rmSync(join(dataDir, name), { recursive: true, force: true })
  }
  if (existsSync(clusterFolder)) return checkVersion(clusterFolder)
  const workshop = join(dataDir, `postgres.new-${process.pid}`)
  const fresh = join(workshop, 'cluster')
  mkdirSync(workshop, { mode: 0o700 })
  if (how.account.uid !== how.own.uid) chownSync(workshop, how.account.uid, how.account.gid)
  run(
    binaries.initdb,
    [
      '-D',
      fresh,
      `--username=${ownerRole}`,
      '--auth=reject',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ],
    how,
  )
  run(binaries.postgres, ['--single', '-D', fresh, 'postgres'], how, `CREATE DATABASE ${databaseName};\n`)
  renameSync(fresh, clusterFolder)
  rmSync(workshop, { recursive: true })
}

function checkVersion(clusterFolder: string): void {
  const file = join(clusterFolder, 'PG_VERSION')
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : 'none'
  if (found === String(majorVersion)) return
  throw new StartProblem(
    `The folder ${clusterFolder} holds a database of version ${found}, this release reads ${majorVersion}: make a backup with the release that wrote it and restore it here.`,
  )
}

/** Lets our own account in as the owner, by asking the kernel who is at the other end of the socket; nobody else. */
export function writeAccessFiles(clusterFolder: string, how: RunAs): void {
  writeFileSync(join(clusterFolder, 'pg_hba.conf'), `local all ${ownerRole} peer map=service\n`)
  writeFileSync(join(clusterFolder, 'pg_ident.conf'), `service "${how.own.name}" ${ownerRole}\n`)
}
