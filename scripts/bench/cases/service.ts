import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { databaseName, ownerRole } from '../../../server/db/embedded/cluster.ts'
import { readPostmasterFile } from '../../../server/db/embedded/left-behind.ts'
import { postgresProcessesOn, signal } from '../../../server/db/embedded/processes.ts'
import { socketPort } from '../../../server/db/embedded/socket-folder.ts'

const root = join(import.meta.dirname, '../../..')
const startLimitMs = 60_000
/** As `start` in package.json has it. */
const MEMORY = '--max-semi-space-size=32'

/** The service as `npm start` runs it, in a process of its own with its own data folder and database. */
export class Service {
  private child: ChildProcess | undefined
  private said = ''
  port = 0

  constructor(
    readonly dataDir: string,
    private readonly nodeArguments: readonly string[] = [],
  ) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  }

  get pid(): number {
    if (this.child?.pid === undefined) throw new Error('the server is not running')
    return this.child.pid
  }
  get clusterFolder(): string {
    return join(this.dataDir, 'postgres')
  }
  get postmaster(): number {
    return readPostmasterFile(this.clusterFolder)?.pid ?? 0
  }

  /** A way in for measuring, as the owner of the tables. */
  get connection(): pg.ClientConfig {
    const host = readPostmasterFile(this.clusterFolder)?.socketFolder
    if (!host) throw new Error('the database is not running')
    return { host, port: socketPort, user: ownerRole, database: databaseName }
  }

  /** Starts it and waits for its word that it is ready. */
  async start(): Promise<void> {
    this.port ||= await freePort()
    this.said = ''
    const child = spawn(process.execPath, [MEMORY, ...this.nodeArguments, '--import', 'tsx', 'server/main.ts'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...cleanEnvironment(),
        DATA_DIR: this.dataDir,
        PORT: String(this.port),
        SAMPLE_DISTRICT: 'on',
        RATE_LIMIT_FACTOR: '0',
        LOG_LEVEL: 'silent',
      },
    })
    this.child = child
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (data: Buffer) => {
        this.said = (this.said + data.toString()).slice(-4000)
      })
    const until = performance.now() + startLimitMs
    while (!this.said.includes('is ready')) {
      if (child.exitCode !== null || child.signalCode !== null || performance.now() > until)
        throw new Error(`the server did not start:\n${this.said}`)
      await pause(20)
    }
  }

  /** kill -9, of the server alone or with its database and all processes of that. */
  async kill(withDatabase: boolean): Promise<void> {
    const { child } = this
    if (!child) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    const database = withDatabase ? postgresProcessesOn(this.clusterFolder) : []
    child.kill('SIGKILL')
    for (const pid of database) signal(pid, 'SIGKILL')
    await gone
    this.child = undefined
  }

  /** Orderly stop. */
  async stop(): Promise<void> {
    const { child } = this
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await gone
    this.child = undefined
  }

  sampleAccounts(): string {
    const file = join(this.dataDir, 'sample-accounts.txt')
    if (!existsSync(file)) throw new Error(`no ${file}: the sample district was not loaded`)
    return readFileSync(file, 'utf8')
  }
}

/** Settings of the person who measures must not change what is measured. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, LANG } = process.env
  return { PATH, HOME, TMPDIR, LANG }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const address = server.address()
        server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
      })
  })
}
