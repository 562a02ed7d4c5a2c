import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { databaseAccount, ownAccount } from './account.ts'
import { binariesFor } from './binaries.ts'
import { cleanEnvironment } from './cluster.ts'
import { postgresProcessesOn, signal } from './processes.ts'
import { startEmbedded } from './launcher.ts'
import { invocation } from './run-as.ts'
import { asArguments, serverSettings } from './server-settings.ts'
import { socketFolder } from './socket-folder.ts'
import { goneWithin, holdOpen, killHard, watchdogsOf } from './testing/holder.ts'
import { ask, started, temporaryFolder } from './testing/folder.ts'

/** A data folder with one stored word and a cleanly stopped database; made once and copied, owners and all. */
async function stoppedFolder(): Promise<string> {
  pattern ??= makePattern()
  const dataDir = temporaryFolder()
  rmSync(dataDir, { recursive: true })
  const { status, stderr } = spawnSync('cp', ['-a', await pattern, dataDir], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return dataDir
}
let pattern: Promise<string> | undefined
async function makePattern(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'fatong-pattern-'))
  const database = await startEmbedded({ dataDir, log: () => undefined })
  await ask(database, "CREATE TABLE word (w text); INSERT INTO word VALUES ('kept')")
  await database.stop()
  return dataDir
}
afterAll(async () => {
  if (pattern) rmSync(await pattern, { recursive: true, force: true })
})

async function expectWord(dataDir: string): Promise<void> {
  expect(await ask(await started(dataDir), 'SELECT w FROM word')).toEqual([{ w: 'kept' }])
}

describe('starting after something was killed', () => {
  it.each(['setpriv', 'watchdog'] as const)(
    'node dies alone: the server stops too (%s), and the next start works',
    async (guard) => {
      const dataDir = await stoppedFolder()
      const holder = await holdOpen(dataDir, guard)
      await killHard(holder)
      expect(await goneWithin(holder.word.pid, 20_000)).toBe(true)
      await expectWord(dataDir)
    },
  )

  it('starts at once after node was killed, without waiting for the old server', async () => {
    const dataDir = await stoppedFolder()
    await killHard(await holdOpen(dataDir))
    await expectWord(dataDir)
  })

  it('the watchdog is killed, then node: another watchdog has taken over', async () => {
    const dataDir = await stoppedFolder()
    const holder = await holdOpen(dataDir, 'watchdog')
    signal(holder.word.watchdogPid ?? 0, 'SIGKILL')
    expect(await goneWithin(holder.word.watchdogPid ?? 0, 20_000)).toBe(true)
    await expect.poll(() => watchdogsOf(holder.word.pid)).toHaveLength(1)
    await killHard(holder)
    expect(await goneWithin(holder.word.pid, 20_000)).toBe(true)
    await expectWord(dataDir)
  })

  it('the main server process is killed', async () => {
    const dataDir = await stoppedFolder()
    const holder = await holdOpen(dataDir)
    onTestFinished(() => killHard(holder))
    signal(holder.word.pid, 'SIGKILL')
    await goneWithin(holder.word.pid, 20_000)
    await killHard(holder)
    await expectWord(dataDir)
  })

  it('node and every server process are killed while commits go on; none that was acknowledged is lost', async () => {
    const dataDir = await stoppedFolder()
    const holder = await holdOpen(dataDir)
    await ask(holder.word, 'CREATE TABLE counted (n int)')
    let acknowledged = 0
    const writing = (async () => {
      for (;;) {
        await ask(holder.word, `INSERT INTO counted VALUES (${acknowledged})`)
        acknowledged += 1
        if (acknowledged === 20)
          for (const pid of [holder.process.pid ?? 0, ...postgresProcessesOn(join(dataDir, 'postgres'))])
            signal(pid, 'SIGKILL')
      }
    })()
    await expect(writing).rejects.toThrow()
    expect(acknowledged).toBeGreaterThanOrEqual(20)
    const [row] = await ask(
      await started(dataDir),
      `SELECT count(*)::int AS kept FROM counted WHERE n < ${acknowledged}`,
    )
    expect(row).toEqual({ kept: acknowledged })
  })

  it('one connection process is killed: the server recovers by itself', async () => {
    const database = await started(await stoppedFolder())
    const client = new pg.Client({ connectionString: database.url })
    client.on('error', () => undefined)
    await client.connect()
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    signal(rows[0]?.pid ?? 0, 'SIGKILL')
    await expect(client.query('SELECT 1')).rejects.toThrow()
    const again = () => ask(database, 'SELECT w FROM word')
    await expect.poll(() => again().catch(() => 'recovering')).toEqual([{ w: 'kept' }])
  })

  it('an orphaned server still runs: it is stopped and replaced', async () => {
    const dataDir = await stoppedFolder()
    const clusterFolder = join(dataDir, 'postgres')
    const own = ownAccount()
    const how = { own, account: databaseAccount(own, clusterFolder), passThrough: false, dieWithUs: false }
    const { postgres } = binariesFor(how.account, dataDir)
    const settings = { ...serverSettings, unix_socket_directories: socketFolder(dataDir, how.account).path }
    const { command, args, identity } = invocation(postgres, ['-D', clusterFolder, ...asArguments(settings)], how)
    const orphan = spawn(command, args, { ...identity, cwd: '/', env: cleanEnvironment, stdio: 'ignore' })
    onTestFinished(() => void orphan.kill('SIGQUIT'))
    while (postgresProcessesOn(clusterFolder).length < 3) await new Promise((resolve) => setTimeout(resolve, 20))
    const told: string[] = []
    const database = await started(dataDir, { log: (line) => told.push(line) })
    expect(told).toEqual([`stopping the database server that an earlier run left behind (process ${orphan.pid})`])
    expect(await ask(database, 'SELECT w FROM word')).toEqual([{ w: 'kept' }])
  })

  it('postmaster.pid names a dead process', async () => {
    const dataDir = await stoppedFolder()
    writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), `4194000\n${dataDir}/postgres\n0\n5432\n\n\n\nready\n`)
    await expectWord(dataDir)
  })

  it.each(['postgres/postmaster.pid', 'postgres-socket/.s.PGSQL.5432.lock'])(
    '%s names a living stranger of the same account',
    async (file) => {
      const dataDir = await stoppedFolder()
      const { uid, gid } = databaseAccount(ownAccount(), join(dataDir, 'postgres'))
      const stranger = spawn('sleep', ['300'], {
        ...(process.getuid?.() === 0 ? { uid, gid } : {}),
        cwd: '/',
        stdio: 'ignore',
      })
      onTestFinished(() => void stranger.kill())
      mkdirSync(dirname(join(dataDir, file)), { recursive: true })
      writeFileSync(join(dataDir, file), `${stranger.pid}\n${dataDir}/postgres\n0\n5432\n\n\n\nready\n`)
      await expectWord(dataDir)
      expect(stranger.exitCode).toBeNull()
    },
  )

  it('setting up the cluster was cut short', async () => {
    const dataDir = temporaryFolder()
    mkdirSync(join(dataDir, 'postgres.new-123', 'cluster', 'base'), { recursive: true })
    expect(await ask(await started(dataDir), 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  it('the owner file is half written, or names a process number that somebody else has now', async () => {
    const dataDir = await stoppedFolder()
    for (const leftover of ['{"pid":', JSON.stringify({ pid: process.ppid, identity: 'another boot:1' })]) {
      writeFileSync(join(dataDir, 'server.pid'), leftover)
      await (await started(dataDir)).stop()
    }
  })
})

describe('a second start on the same data folder', () => {
  it('ends with one clear line, and the first goes on', async () => {
    const dataDir = temporaryFolder()
    const first = await started(dataDir)
    const second = await holdOpen(dataDir)
    expect(second.word.problem).toMatch(
      new RegExp(`^This data folder is already in use by process ${process.pid}: [^\\n]+$`),
    )
    expect(await ask(first, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    expect(readFileSync(join(dataDir, 'server.pid'), 'utf8')).toContain(`"pid":${process.pid}`)
  })
})
