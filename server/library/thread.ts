import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Asked, Reply } from './protocol.ts'

export const TSX = new URL(
  './dist/esm/api/index.mjs',
  pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json')),
).href
/** Starts a thread that reads TypeScript: `tsx` and `main` come with its data. */
export const BOOT = `const { workerData } = require('node:worker_threads')
import(workerData.tsx).then(({ register }) => { register(); return import(workerData.main) })`

/** A thread that searches; started with the first question, and again after it was lost. */
export class SearchThread {
  private readonly waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  private worker: Worker | undefined
  private serial = 0
  private closed = false
  /** What it has loaded; undefined before the first time and after it was lost. */
  loaded: string | undefined
  /** Making or reading an index: it answers by the one before, but only when that is done. */
  loading = false

  constructor(private readonly modelFile: string | undefined) {}

  /** How many questions it still has to answer. */
  get busy(): number {
    return this.waiting.size
  }

  tell<T>(asked: Asked): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.closed) return reject(new Error('the search is closed'))
      this.worker ??= this.start()
      const id = ++this.serial
      this.waiting.set(id, { resolve: (value) => resolve(value as T), reject })
      this.worker.postMessage({ id, asked })
    })
  }

  async close(): Promise<void> {
    this.closed = true
    const last = this.worker
    this.lose(last, new Error('the search is closed'))
    await last?.terminate()
  }

  private start(): Worker {
    const fresh = new Worker(BOOT, {
      eval: true,
      workerData: { tsx: TSX, main: new URL('./worker.ts', import.meta.url).href, modelFile: this.modelFile },
      execArgv: [],
    })
    fresh.unref()
    fresh.on('message', (reply: Reply) => {
      const one = this.waiting.get(reply.id)
      this.waiting.delete(reply.id)
      if ('problem' in reply) one?.reject(new Error(reply.problem))
      else one?.resolve(reply.value)
    })
    fresh.on('error', (error) => this.lose(fresh, error))
    fresh.on('exit', (code) => this.lose(fresh, new Error(`the search stopped with code ${code}`)))
    return fresh
  }

  private lose(which: Worker | undefined, why: Error): void {
    if (this.worker !== which) return
    this.worker = undefined
    this.loaded = undefined
    for (const one of this.waiting.values()) one.reject(why)
    this.waiting.clear()
  }
}
