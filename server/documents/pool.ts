import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { IncompleteDataError } from './checked-data.ts'
import type { Documents } from './documents.ts'
import { documentTitle } from './kinds.ts'
import type { PdfOutcome } from './pdf/render-pdf.ts'
import type { TemplateVerdict } from './template-check/check-template.ts'
import { TemplateError } from './word/render-docx.ts'
import type { Order, Reply } from './worker.ts'

interface Waiting {
  order: Order
  resolve(done: unknown): void
  reject(error: Error): void
}

const TSX = new URL(
  './dist/esm/api/index.mjs',
  pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json')),
).href
/** A thread does not inherit the TypeScript loader of the main thread; it registers its own. */
const BOOT = `const { workerData } = require('node:worker_threads')
import(workerData.tsx).then(({ register }) => { register(); return import(workerData.main) })`

/** A template or text that keeps the worker this long (milliseconds) is given up and the worker replaced. */
const PATIENCE = 30_000

/**
 * One worker thread, started with the first order and again after a crash; orders are worked off one at a time.
 * `fontFolder` holds further fonts for rare characters.
 */
export function documentPool(options: { fontFolder?: string; patience?: number } = {}): Documents {
  const queue: { id: number; waiting: Waiting }[] = []
  let worker: Worker | undefined,
    current: { id: number; waiting: Waiting } | undefined,
    timer: NodeJS.Timeout | undefined
  let serial = 0,
    closed = false

  const start = (): Worker => {
    const started = new Worker(BOOT, {
      eval: true,
      workerData: { fontFolder: options.fontFolder, tsx: TSX, main: new URL('./worker.ts', import.meta.url).href },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    })
    started.unref()
    started.on('message', (reply: Reply) => {
      if (reply.id === current?.id) settle(reply)
    })
    const lost = (why: Error) => {
      if (worker === started) {
        worker = undefined
        abandon(why)
      }
    }
    started.on('error', lost)
    started.on('exit', (code) => lost(new Error(`The document worker stopped with code ${code}`)))
    return started
  }
  const next = () => {
    if (current || closed) return
    current = queue.shift()
    if (!current) return void worker?.unref()
    worker ??= start()
    worker.ref()
    timer = setTimeout(() => {
      const stuck = worker
      worker = undefined
      void stuck?.terminate()
      abandon(new Error(`A document took longer than ${options.patience ?? PATIENCE} ms`))
    }, options.patience ?? PATIENCE)
    worker.postMessage({ id: current.id, order: current.waiting.order })
  }
  const finish = (): Waiting | undefined => {
    clearTimeout(timer)
    const waiting = current?.waiting
    current = undefined
    return waiting
  }
  const settle = (reply: Reply) => {
    const waiting = finish()
    if (waiting && 'failed' in reply) waiting.reject(revived(waiting.order, reply.failed))
    else if (waiting && 'done' in reply) waiting.resolve(reply.done)
    next()
  }
  const abandon = (why: Error) => {
    finish()?.reject(why)
    next()
  }
  const ask = <T>(order: Order): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (closed) return reject(new Error('The document pool is closed'))
      queue.push({ id: ++serial, waiting: { order, resolve: (done) => resolve(done as T), reject } })
      next()
    })
  const buffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

  return {
    pdf: async (kind, data, template) => {
      const outcome = await ask<PdfOutcome>({ make: 'pdf', kind, data, template })
      return { ...outcome, pdf: buffer(outcome.pdf) }
    },
    report: async (report) => {
      const outcome = await ask<PdfOutcome>({ make: 'report', report })
      return { ...outcome, pdf: buffer(outcome.pdf) }
    },
    docx: async (kind, data, template) => buffer(await ask<Uint8Array>({ make: 'docx', kind, data, template })),
    defaultTemplate: async (kind) => buffer(await ask<Uint8Array>({ make: 'defaultTemplate', kind })),
    checkTemplate: (kind, template) => ask<TemplateVerdict>({ make: 'verdict', kind, template }),
    close: async () => {
      closed = true
      const why = new Error('The document pool is closed')
      finish()?.reject(why)
      for (const { waiting } of queue.splice(0)) waiting.reject(why)
      const last = worker
      worker = undefined
      await last?.terminate()
    },
  }
}

/** Gives a refusal from the worker its class back. */
function revived(order: Order, failed: { name: string; message: string; problems?: readonly string[] }): Error {
  const title = 'kind' in order ? documentTitle(order.kind) : order.report.title
  if (failed.problems && failed.name === 'IncompleteDataError') return new IncompleteDataError(title, failed.problems)
  if (failed.problems && failed.name === 'TemplateError') return new TemplateError(title, failed.problems)
  return Object.assign(new Error(failed.message), { name: failed.name })
}
