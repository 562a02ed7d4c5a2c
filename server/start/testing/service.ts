import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../../..')
const READY_MS = 90_000

/** `server/main.ts` in a process of its own, on a free port. */
export class RunningService {
  private said = ''
  private constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (part: Buffer) => {
        this.said += part.toString()
      })
  }

  static async start(settings: Record<string, string>): Promise<RunningService> {
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', ...settings }
    const service = new RunningService(
      spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
        cwd: root,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    )
    const until = Date.now() + READY_MS
    while (!service.said.includes('Ctrl-C')) {
      if (service.child.exitCode !== null || Date.now() > until)
        throw new Error(`The service did not start:\n${service.said}`)
      await new Promise((done) => setTimeout(done, 50))
    }
    return service
  }

  get url(): string {
    return /citizens\s+\S+\s+(http:\/\/[\d.]+:\d+)\//.exec(this.said)?.[1] ?? ''
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    const ended = once(this.child, 'exit')
    this.child.kill(signal)
    await ended
  }
}

/** A browser's cookies, good at every process of the service. */
export class Browser {
  private readonly cookies = new Map<string, string>()

  async send<T>(
    service: RunningService,
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; body: T }> {
    const reply = await fetch(`${service.url}/api${path}`, {
      method,
      signal: AbortSignal.timeout(30_000),
      ...(body ? { body: JSON.stringify(body) } : {}),
      headers: {
        ...this.headers(),
        ...(method === 'GET' ? {} : { 'x-fatong': '1', 'idempotency-key': randomUUID() }),
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
    })
    for (const cookie of reply.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]?.split('=') ?? []
      this.cookies.set(name, value)
    }
    const text = await reply.text()
    return { status: reply.status, body: (text === '' ? undefined : JSON.parse(text)) as T }
  }

  /** The changes that a desk hears, as they come; `stop` ends the stream. */
  async hear(service: RunningService): Promise<{ heard: { id?: string; version?: number }[]; stop(): void }> {
    const ending = new AbortController()
    const reply = await fetch(`${service.url}/api/desk/changes`, { headers: this.headers(), signal: ending.signal })
    const reader = reply.body?.getReader()
    const heard: { id?: string; version?: number }[] = []
    const read = async () => {
      let text = ''
      for (;;) {
        const part = await reader?.read()
        if (!part || part.done) return
        text += Buffer.from(part.value).toString()
        const blocks = text.split('\n\n')
        text = blocks.pop() ?? ''
        for (const block of blocks)
          if (block.startsWith('event: case'))
            heard.push(JSON.parse(block.split('data: ')[1] ?? '{}') as { id?: string })
      }
    }
    read().catch(() => undefined)
    return {
      heard,
      stop: () => {
        ending.abort()
      },
    }
  }

  private headers(): Record<string, string> {
    return this.cookies.size === 0
      ? {}
      : { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
  }
}
