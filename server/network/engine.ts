import { statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type {
  BusReply,
  ContoursReply,
  CoverageReply,
  NetworkEngine,
  NetworkOrder,
  RoadsReply,
  SitingReply,
} from './orders.ts'

interface Waiting {
  resolve(done: unknown): void
  reject(error: Error): void
  timer: NodeJS.Timeout
}
type Reply = { id: number; done: unknown } | { id: number; failed: string }

const TSX = new URL(
  './dist/esm/api/index.mjs',
  pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json')),
).href
/** A thread does not inherit the TypeScript loader of the main thread; it registers its own. */
const BOOT = `const { workerData } = require('node:worker_threads')
import(workerData.tsx).then(({ register }) => { register(); return import(workerData.main) })`

/** Longer than the longest siting may take (milliseconds); after that the thread is replaced. */
const PATIENCE = 60_000

/** One worker thread, started with the first order and again after a crash. `roadsFile` and `busFile` may appear and change later: `refresh` starts anew. */
export function networkEngine({
  roadsFile,
  busFile,
  patience = PATIENCE,
}: {
  roadsFile?: string
  busFile?: string
  patience?: number
} = {}): NetworkEngine {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let filesRead = ''
  let serial = 0
  let closed = false

  const settle = (id: number): Waiting | undefined => {
    const one = waiting.get(id)
    waiting.delete(id)
    if (one) clearTimeout(one.timer)
    if (waiting.size === 0) worker?.unref()
    return one
  }
  const drop = (why: Error): void => {
    const last = worker
    worker = undefined
    void last?.terminate()
    for (const id of [...waiting.keys()]) settle(id)?.reject(why)
  }
  /** Changes when roads or bus lines are imported, also by another process that shares the folder. */
  const filesNow = (): string =>
    [roadsFile, busFile]
      .map((file) => {
        const found = file === undefined ? undefined : statSync(file, { throwIfNoEntry: false })
        return found ? `${found.ino} ${found.size} ${found.mtimeMs}` : ''
      })
      .join()
  const start = (): Worker => {
    filesRead = filesNow()
    const started = new Worker(BOOT, {
      eval: true,
      workerData: { roadsFile, busFile, tsx: TSX, main: new URL('./worker.ts', import.meta.url).href },
      execArgv: [],
    })
    started.on('message', (reply: Reply) => {
      const one = settle(reply.id)
      if ('failed' in reply) one?.reject(new Error(reply.failed))
      else one?.resolve(reply.done)
    })
    const lost = (why: Error) => {
      if (worker === started) drop(why)
    }
    started.on('error', lost)
    started.on('exit', (code) => {
      lost(new Error(`The network's thread stopped with code ${code}`))
    })
    return started
  }
  const ask = <T>(order: NetworkOrder): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (closed) return reject(new Error('The network engine is closed'))
      if (worker && waiting.size === 0 && filesNow() !== filesRead) drop(new Error('Roads changed'))
      worker ??= start()
      worker.ref()
      const id = (serial += 1)
      const timer = setTimeout(() => {
        drop(new Error(`The network's thread took longer than ${patience} ms`))
      }, patience)
      waiting.set(id, { resolve: (done) => resolve(done as T), reject, timer })
      worker.postMessage({ id, order })
    })

  return {
    coverage: (state, selected, edits = []) => ask<CoverageReply>({ ask: 'coverage', state, selected, edits }),
    siting: (order) => ask<SitingReply>({ ask: 'siting', order }),
    bus: (file) => ask<BusReply>({ ask: 'bus', file }),
    roads: (file) => ask<RoadsReply>({ ask: 'roads', file }),
    contours: (order) => ask<ContoursReply>({ ask: 'contours', order }),
    times: (from, to, modes) => ask({ ask: 'times', from, to, modes }),
    refresh: () => {
      drop(new Error('Roads changed; please ask again'))
    },
    close: async () => {
      closed = true
      drop(new Error('The network engine is closed'))
      await Promise.resolve()
    },
  }
}
