import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../embedded/launcher.ts'
import { livingOwner } from '../embedded/owner-lock.ts'
import { migrate } from '../migrate.ts'

/** The PostgreSQL of one test run, as handed to the test files: an address of its owner and a migrated database to copy. */
export interface TestServer {
  url: string
  template: string
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestServer
  }
}

interface Running {
  server: TestServer
  stop(): Promise<void>
}

/** The test projects of a run share one server, though each loads this file anew. */
const run = globalThis as typeof globalThis & { fatongTestServer?: { users: number; running: Promise<Running> } }

/** Vitest calls this once for every project that needs a database, and the function it returns at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  run.fatongTestServer ??= { users: 0, running: start() }
  const shared = run.fatongTestServer
  shared.users += 1
  const { server, stop } = await shared.running
  project.provide('postgres', server)
  return async () => {
    shared.users -= 1
    if (shared.users > 0) return
    delete run.fatongTestServer
    await stop()
  }
}

async function start(): Promise<Running> {
  const given = process.env.TEST_DATABASE_URL
  if (given) {
    console.log(`database tests use the PostgreSQL of TEST_DATABASE_URL (${new URL(given).host})`)
    const template = await makeTemplate(given)
    return {
      server: { url: given, template },
      stop: () => execute(given, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`),
    }
  }
  console.log('database tests use the built-in PostgreSQL (set TEST_DATABASE_URL to use another)')
  removeAbandoned()
  const dataDir = mkdtempSync(join(tmpdir(), 'fatong-test-'))
  // Thrown away at the end, so it need not survive a power cut.
  const database = await startEmbedded({
    dataDir,
    log: console.log,
    settings: { fsync: 'off', shared_buffers: '64MB', max_connections: '200' },
  })
  const template = await makeTemplate(database.url)
  const stop = async () => {
    await database.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { server: { url: database.url, template }, stop }
}

/** A migrated database that nobody connects to, so that copying it is all a test file's own database costs. */
async function makeTemplate(url: string): Promise<string> {
  const template = `fatong_template_${process.pid}_${Date.now()}`
  await execute(url, `CREATE DATABASE ${template} TEMPLATE template0`)
  await migrate({ connectionString: withDatabase(url, template) })
  return template
}

export async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** The same server's address with another database. */
export function withDatabase(url: string, database: string): string {
  return url.replace(/^(postgres(?:ql)?:\/\/[^/?]*)(\/[^?]*)?/, `$1/${database}`)
}

/** Folders of test runs that were killed and could not tidy up. */
function removeAbandoned(): void {
  const anHourAgo = Date.now() - 3_600_000
  for (const name of readdirSync(tmpdir()).filter((name) => name.startsWith('fatong-test-'))) {
    const folder = join(tmpdir(), name)
    const changed = statSync(folder, { throwIfNoEntry: false })?.mtimeMs
    if (changed !== undefined && changed < anHourAgo && livingOwner(folder) === undefined)
      rmSync(folder, { recursive: true, force: true })
  }
}
