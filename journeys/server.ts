import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Secret, TOTP } from 'otpauth'

const root = fileURLToPath(new URL('..', import.meta.url))
const READY_MS = 180_000

/** The password of every sample account in a journey. */
export const PASSWORD = 'Journey-2026'

/** A real service in a process of its own, with its own data folder and port, which can be killed and started again. */
export class JourneyServer {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'fatong-journey-'))
  readonly url: string
  private child: ChildProcess | undefined
  private said = ''

  private constructor(
    private readonly port: number,
    private readonly begins: number | undefined,
  ) {
    this.url = `http://127.0.0.1:${port}`
  }

  /** `begins`: the moment (ISO) at which the service's clock stands when it starts; its own clock when absent. */
  static async open({ begins }: { begins?: string } = {}): Promise<JourneyServer> {
    const server = new JourneyServer(
      await freePort(),
      begins === undefined ? undefined : Date.parse(begins) - Date.now(),
    )
    try {
      await server.start()
      return server
    } catch (error) {
      await server.close()
      throw error
    }
  }

  /** Starts the service on what the data folder holds; done when it says that it is ready. */
  async start(): Promise<void> {
    this.said = ''
    const clock = this.begins === undefined ? [] : ['--import', './journeys/other-clock.mjs']
    const child = spawn(process.execPath, [...clock, '--import', 'tsx', 'server/main.ts'], {
      cwd: root,
      env: { ...this.environment(), JOURNEY_NOW: new Date(this.now()).toISOString() },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.child = child
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => {
        this.said += part.toString()
      })
    const until = Date.now() + READY_MS
    while (!this.said.includes('is ready.')) {
      if (child.exitCode !== null || Date.now() > until) throw new Error(`The service did not start:\n${this.said}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  /** Milliseconds on the service's clock. */
  now(): number {
    return Date.now() + (this.begins ?? 0)
  }

  /** The power cut: kill -9, nothing is said good-bye to. */
  async kill(): Promise<void> {
    await this.end('SIGKILL')
  }

  /** Stops what was started and removes the folder. */
  async close(): Promise<void> {
    await this.end('SIGTERM')
    rmSync(this.dataDir, { recursive: true, force: true })
  }

  /** What `npm run verify-history` says about the histories as they lie there. */
  verifyHistory(): { code: number | null; says: string } {
    const run = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/verify-history.ts'], {
      cwd: root,
      env: this.environment(),
      encoding: 'utf8',
    })
    return { code: run.status, says: run.stdout + run.stderr }
  }

  /** The login of a sample person, by name. */
  loginOf(name: string): string {
    const line = this.accounts()
      .split('\n')
      .find((one) => one.split(/\s+/)[1] === name)
    const login = line?.split(/\s+/)[0]
    if (!login) throw new Error(`${name} has no sample account`)
    return login
  }

  /** The six digits of an account's second factor at this moment; undefined when it has none. */
  secondFactor(login: string): string | undefined {
    const secret = new RegExp(`^${login} .*\\n.*second factor: ([A-Z2-7]+)`, 'm').exec(this.accounts())?.[1]
    return secret && new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: this.now() })
  }

  private accounts(): string {
    return readFileSync(join(this.dataDir, 'sample-accounts.txt'), 'utf8')
  }

  private environment(): NodeJS.ProcessEnv {
    return {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: String(this.port),
      DATA_DIR: this.dataDir,
      SAMPLE_PASSWORD: PASSWORD,
    }
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child
    this.child = undefined
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
