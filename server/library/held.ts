import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { guideSources } from '@fatong/knowledge/guides/sources.ts'
import { statusOn } from '@fatong/knowledge/library/standing.ts'
import type { Found, Source } from '@fatong/knowledge/search/searcher.ts'
import type { LawKind } from '@fatong/knowledge/vocabulary.ts'
import { localDateOf, type LocalDate } from '@fatong/law/calendar/dates.ts'
import type { HeldLibrary } from '../actions/consultation/library.ts'
import type { GuideShelf } from '../actions/guides/shelf.ts'
import type { Knowledge } from '../actions/library/knowledge.ts'
import { articleId } from '../actions/library/views.ts'
import type { Clock, Log } from '../actions/parts.ts'
import type { LibraryStore } from '../db/stores/library.ts'
import type { Asked, Reply } from './protocol.ts'

const TSX = new URL('./dist/esm/api/index.mjs', pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'))).href
const BOOT = `const { workerData } = require('node:worker_threads')
import(workerData.tsx).then(({ register }) => { register(); return import(workerData.main) })`
/** Changes made by other processes are noticed in this rhythm. */
const LOOK_MS = 30_000

export interface LibraryService { held: HeldLibrary; knowledge: Knowledge; start(): void; close(): Promise<void> }
interface Settings { store: LibraryStore; guides: GuideShelf; clock: Clock; log: Log; folder: string; modelFile?: string }

/** The library behind the service: a thread with the index, loaded in the background and again whenever texts or guides change. */
export function libraryService({ store, guides, clock, log, folder, modelFile }: Settings): LibraryService {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let worker: Worker | undefined, serial = 0, loaded: string | undefined, loading: Promise<void> | undefined, timer: NodeJS.Timeout | undefined, closed = false

  const start = (): Worker => {
    const fresh = new Worker(BOOT, { eval: true, workerData: { tsx: TSX, main: new URL('./worker.ts', import.meta.url).href, modelFile }, execArgv: [] })
    fresh.unref()
    fresh.on('message', (reply: Reply) => {
      const one = waiting.get(reply.id)
      waiting.delete(reply.id)
      if ('problem' in reply) one?.reject(new Error(reply.problem))
      else one?.resolve(reply.value)
    })
    const lost = (error: Error) => {
      if (worker !== fresh) return
      worker = undefined
      loaded = undefined
      for (const one of waiting.values()) one.reject(error)
      waiting.clear()
    }
    fresh.on('error', lost)
    fresh.on('exit', (code) => lost(new Error(`the search stopped with code ${code}`)))
    return fresh
  }
  const tell = <T>(asked: Asked): Promise<T> => new Promise<T>((resolve, reject) => {
    if (closed) return reject(new Error('the search is closed'))
    worker ??= start()
    const id = ++serial
    waiting.set(id, { resolve: (value) => resolve(value as T), reject })
    worker.postMessage({ id, asked })
  })
  const load = async (): Promise<void> => {
    const [state, shown] = await Promise.all([store.state(), guides.all()])
    const today = localDateOf(clock.now())
    const print = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 24)
    const texts = print(`${state} ${today}`), wanted = `${texts}.${print(JSON.stringify(shown))}`
    if (wanted === loaded) return
    const file = join(folder, `${texts}.index`), ask = { ask: 'load' as const, file, guides: guideSources(shown) }
    if (loaded?.startsWith(texts)) await tell({ ask: 'guides', guides: ask.guides })
    else if (state === '.' || (await tell<string>(ask)) === 'missing') {
      const sources = state === '.' ? [] : await sourcesOf(store, today)
      await tell({ ...ask, sources })
      log.info({ sources: sources.length, guides: shown.length }, 'search index made')
    }
    loaded = wanted
  }
  /** One at a time; whoever comes while it runs waits for it. */
  const ensure = (): Promise<void> => (loading ??= load().finally(() => { loading = undefined }))
  const ready = async (): Promise<void> => { if (loaded === undefined) await ensure() }
  const quietly = () => { ensure().catch((error: unknown) => log.error({ error: String(error) }, 'search index')) }
  const asking = async <T>(asked: Asked): Promise<T> => {
    await ready()
    return tell<T>(asked)
  }
  return {
    held: {
      search: (question, wish) => asking<Found>({ ask: 'search', question, wish }), byIds: (ids) => asking({ ask: 'byIds', ids }),
      byKeys: (keys, on) => (keys.length === 0 ? Promise.resolve([]) : asking({ ask: 'byKeys', keys, on })), named: (articles, on) => (articles.length === 0 ? Promise.resolve([]) : asking({ ask: 'named', articles, on })),
    },
    knowledge: { refresh: quietly, references: (id) => asking({ ask: 'references', id }) },
    start: () => {
      quietly()
      timer = setInterval(quietly, LOOK_MS)
      timer.unref()
    },
    close: async () => {
      clearInterval(timer)
      await loading?.catch(() => undefined)
      closed = true
      const last = worker
      worker = undefined
      for (const one of waiting.values()) one.reject(new Error('the search is closed'))
      waiting.clear()
      await last?.terminate()
    },
  }
}

async function sourcesOf(store: LibraryStore, today: LocalDate): Promise<Source[]> {
  const { texts, articles, cases } = await store.everything()
  const newest = new Map(texts.map((text) => [text.name, text.id]))
  const byId = new Map(texts.map((text) => [text.id, text]))
  const place = new Map(texts.map((text, i) => [text.id, i]))
  articles.sort((a, b) => (place.get(a.textId) ?? 0) - (place.get(b.textId) ?? 0) || a.place - b.place)
  return [
    ...articles.flatMap(({ textId, number, path, body }): Source[] => {
      const text = byId.get(textId)
      return text === undefined ? [] : [{
        id: articleId(textId, number), kind: 'article', title: text.name, number, path, text: body, lawKind: text.kind as LawKind, status: statusOn(today, text, newest.get(text.name) !== text.id),
        ...(text.inForceFrom === null ? {} : { inForceFrom: text.inForceFrom }), ...(text.inForceUntil === null ? {} : { inForceUntil: text.inForceUntil }), ...(text.versionDate === null ? {} : { date: text.versionDate }),
      }]
    }),
    ...cases.map(({ id, title, topic, body }): Source => ({ id: `case:${id}`, kind: 'case', title, number: '', path: topic, text: body })),
  ]
}
