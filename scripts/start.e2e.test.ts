import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goneWithin } from '../server/db/embedded/testing/holder.ts'

const root = resolve(import.meta.dirname, '..')
let folder: string
let port: number
const running: Npm[] = []

interface Npm {
  process: ChildProcess
  said: () => string
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fatong-start-'))
  port = await freePort()
})
afterAll(async () => {
  for (const npm of running) await interrupt(npm)
  if (existsSync(join(folder, 'data', 'server.pid'))) process.kill(nodePid(), 'SIGINT')
  rmSync(folder, { recursive: true, force: true })
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port: free } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return free
}

/** `npm start` as from a terminal: in a process group of its own, which Ctrl-C reaches as a whole. */
function npmStart(environment: Record<string, string> = {}, args: string[] = []): Npm {
  const env = {
    ...process.env,
    DATABASE_URL: '',
    PORT: String(port),
    DATA_DIR: join(folder, 'data'),
    SAMPLE_DISTRICT: 'off',
    ...environment,
  }
  const child = spawn('npm', ['start', '--silent', ...args], {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (text += part.toString()))
  const npm = { process: child, said: () => text.replace(/^npm warn .*\n/gm, '') }
  running.push(npm)
  return npm
}

const isOver = ({ process: child }: Npm) => child.exitCode !== null || child.signalCode !== null

async function ready(npm: Npm): Promise<Npm> {
  await expect.poll(() => npm.said().includes('Ctrl-C') || isOver(npm), { timeout: 100_000, interval: 50 }).toBe(true)
  expect(npm.said()).toContain('is ready')
  return npm
}

async function ended(npm: Npm): Promise<void> {
  if (!isOver(npm)) await once(npm.process, 'exit')
}

/** Ctrl-C. */
async function interrupt(npm: Npm): Promise<void> {
  if (!isOver(npm)) process.kill(-(npm.process.pid ?? 0), 'SIGINT')
  await ended(npm)
}

const nodePid = () => (JSON.parse(readFileSync(join(folder, 'data', 'server.pid'), 'utf8')) as { pid: number }).pid
const databasePid = () =>
  Number(readFileSync(join(folder, 'data', 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
const statusOf = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status

describe('npm start', () => {
  it('names the addresses, serves both faces, and stops with everything it started', async () => {
    const npm = await ready(npmStart())
    expect(npm.said()).toContain(`http://127.0.0.1:${port}/\n`)
    expect(npm.said()).toContain(`http://127.0.0.1:${port}/desk/\n`)
    expect([await statusOf('/'), await statusOf('/desk/')]).toEqual([200, 200])
    const pids = [nodePid(), databasePid()]
    await interrupt(npm)
    for (const pid of pids) expect(await goneWithin(pid, 15_000)).toBe(true)
    expect(npm.said()).toContain('Stopping ...')
    expect(existsSync(join(folder, 'data', 'server.pid'))).toBe(false)
    expect(existsSync(join(folder, 'data', 'postgres', 'postmaster.pid'))).toBe(false)
  })

  it.each([
    ['npm', (npm: Npm) => npm.process.pid ?? 0],
    ['node', nodePid],
    ['the database', databasePid],
  ])('just works after kill -9 of %s', async (_who, pidOf) => {
    const first = await ready(npmStart())
    process.kill(pidOf(first), 'SIGKILL')
    // At once, as an impatient person would.
    const second = await ready(npmStart())
    expect(await statusOf('/')).toBe(200)
    await interrupt(second)
  })

  it('says in one line that the data folder or the port is taken, and leaves the first alone', async () => {
    const first = await ready(npmStart())
    const sameData = npmStart({ PORT: '0' })
    await ended(sameData)
    expect(sameData.said()).toMatch(
      new RegExp(`^This data folder is already in use by process ${nodePid()}: [^\\n]+\\n$`),
    )
    const samePort = npmStart({ DATA_DIR: join(folder, 'other') })
    await ended(samePort)
    expect(samePort.said()).toMatch(new RegExp(`^Port ${port} is in use by another program[^\\n]+\\n$`))
    expect([sameData.process.exitCode, samePort.process.exitCode]).toEqual([1, 1])
    expect(await statusOf('/')).toBe(200)
    await interrupt(first)
  })

  it.each([
    [{ PORT: 'eighty' }, /^Settings: PORT must be a whole number[^\n]+\n$/],
    [
      { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', SECRET_KEY: 'ab'.repeat(32) },
      /^The database of DATABASE_URL cannot be used: [^\n]*ECONNREFUSED[^\n]*\n$/,
    ],
    [{ HOST: '203.0.113.7' }, /^HOST 203\.0\.113\.7 is not an address of this machine\.\n$/],
  ])('stops with one line for %o', async (environment, line) => {
    const npm = npmStart(environment)
    await ended(npm)
    expect(npm.said()).toMatch(line)
    expect(npm.process.exitCode).toBe(1)
  })

  it('has its key changed while it is stopped, and does not start with another one', async () => {
    const file = join(folder, 'data', 'secret.key')
    const change = () =>
      spawnSync('npm', ['run', 'reencrypt', '--silent'], {
        cwd: root,
        env: { ...process.env, DATABASE_URL: '', DATA_DIR: join(folder, 'data') },
        encoding: 'utf8',
      })
    const first = await ready(npmStart())
    expect(change().stderr).toMatch(/^A service runs on this database[^\n]+\n$/)
    await interrupt(first)
    const old = readFileSync(file, 'utf8')
    expect(change().stdout).toMatch(/are sealed with the new key now/)
    const fresh = readFileSync(file, 'utf8')
    expect(fresh).not.toBe(old)
    writeFileSync(file, old)
    const wrong = npmStart()
    await ended(wrong)
    expect(wrong.said()).toMatch(/^SECRET_KEY \(or DATA_DIR\/secret\.key\) is not the key [^\n]+\n$/)
    writeFileSync(file, fresh)
    await interrupt(await ready(npmStart()))
  })

  it('lists the settings', async () => {
    const npm = npmStart({}, ['--', '--settings'])
    await ended(npm)
    expect(npm.said()).toMatch(/^PORT +8080 +TCP port/m)
    expect(npm.process.exitCode).toBe(0)
  })
})
