import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { guideSources } from '@fatong/knowledge/guides/sources.ts'
import { keyOf } from '@fatong/knowledge/answer/shelf.ts'
import type { Day } from '@fatong/knowledge/library/law-text.ts'
import { statusOn } from '@fatong/knowledge/library/standing.ts'
import type { SharedIndex } from '@fatong/knowledge/search/index/shared.ts'
import type { Found, SearchWish, Source } from '@fatong/knowledge/search/searcher.ts'
import type { LawKind } from '@fatong/knowledge/vocabulary.ts'
import { localDateOf, type LocalDate } from '@fatong/law/calendar/dates.ts'
import type { HeldLibrary } from '../actions/consultation/library.ts'
import type { GuideShelf } from '../actions/guides/shelf.ts'
import type { Knowledge } from '../actions/library/knowledge.ts'
import { articleId } from '../actions/library/views.ts'
import type { Clock, Log } from '../actions/parts.ts'
import type { LibraryStore } from '../db/stores/library.ts'
import type { Embed } from '../outside/embeddings/client.ts'
import type { Asked, Loaded, Searched } from './protocol.ts'
import { askedOnce, Recent } from './recent.ts'
import { rescoring } from './rescoring.ts'
import { openUpload } from './reading/open-upload.ts'
import { SearchThread } from './thread.ts'
import { Turns } from './turns.ts'

/** Changes made by other processes are noticed in this rhythm. */
const LOOK_MS = 30_000
/** Each holds the whole index; more would take the memory of a small machine. */
const MOST_THREADS = 2
/** One that runs and one that lies ready; the others wait their turn, so that the reading of what was found does not wait behind them. */
const SEARCHES_A_THREAD = 2
/** Some twenty belong to each answer that is being put together. */
const MOST_TEXTS = 4000
/** Many ask in the same words: those of a guide (some 2,400 are listed, suggested and offered), of a button, or their own on another page. Each is searched twice, once for cases. */
const MOST_SEARCHES = 6000

export interface LibraryService {
  held: HeldLibrary
  knowledge: Knowledge
  start(): void
  close(): Promise<void>
}
interface Settings {
  store: LibraryStore
  guides: GuideShelf
  clock: Clock
  log: Log
  folder: string
  modelFile?: string /** Vectors from outside; without them the order is our own. */
  embed?: Embed
}

/** The library behind the service: a thread with the index, loaded in the background and again whenever texts or guides change. */
export function libraryService({ store, guides, clock, log, folder, modelFile, embed }: Settings): LibraryService {
  const threads = Array.from(
    { length: Math.min(MOST_THREADS, availableParallelism()) },
    () => new SearchThread(modelFile),
  )
  const texts = new Recent<Source>(MOST_TEXTS),
    /** By key and day; null where no version was in force. */
    versions = new Recent<Source | null>(MOST_TEXTS),
    searches = new Recent<Promise<Found>>(MOST_SEARCHES)
  let loading: Promise<void> | undefined,
    timer: NodeJS.Timeout | undefined,
    closing = false
  /** What one thread has read or made, for the other one. */
  let shared: { of: string; index: SharedIndex } | undefined
  /** Told of a change that is not in the search yet; `again`: told while an earlier state was being loaded. */
  let behind = false,
    again = false

  const load = async (): Promise<void> => {
    const [state, shown] = await Promise.all([store.state(), guides.all()])
    const today = localDateOf(clock.now())
    const print = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 24)
    const textsPrint = print(`${state} ${today}`),
      wanted = `${textsPrint}.${print(JSON.stringify(shown))}`
    const file = join(folder, `${textsPrint}.index`),
      held = guideSources(shown),
      empty = state === '.'
    for (const thread of threads) {
      if (thread.loaded === wanted) continue
      thread.loading = true
      try {
        if (thread.loaded?.startsWith(textsPrint)) await thread.tell({ ask: 'guides', guides: held })
        else {
          const ask = 'load' as const,
            known = shared?.of === textsPrint ? { shared: shared.index } : {}
          let loaded = empty ? 'missing' : await thread.tell<Loaded>({ ask, file, guides: held, ...known })
          if (loaded === 'missing') {
            behind ||= !empty
            const sources = empty ? [] : await sourcesOf(store, today)
            loaded = await thread.tell<Loaded>({ ask, file, guides: held, sources })
            if (!empty) log.info({ sources: sources.length, guides: shown.length }, 'search index made')
          }
          shared = loaded === 'missing' || !loaded.shared ? undefined : { of: textsPrint, index: loaded.shared }
        }
      } finally {
        thread.loading = false
      }
      thread.loaded = wanted
      texts.forget()
      versions.forget()
      searches.forget()
    }
  }
  /** One at a time; whoever comes while it runs waits for it. */
  const ensure = (): Promise<void> =>
    (loading ??= load()
      .then(() => {
        behind = again
      })
      .finally(() => {
        loading = undefined
        if (again && !closing) refresh()
      }))
  const quietly = () => {
    ensure().catch((error: unknown) => {
      if (!closing) log.error({ error: String(error) }, 'search index')
    })
  }
  const refresh = () => {
    behind = true
    again = loading !== undefined
    quietly()
  }
  const turns = new Turns(threads.length * SEARCHES_A_THREAD)
  const asking = <T>(asked: Asked): Promise<T> =>
    asked.ask === 'search' ? turns.take(() => telling<T>(asked)) : telling<T>(asked)
  const telling = async <T>(asked: Asked): Promise<T> => {
    if (threads.every(({ loaded }) => loaded === undefined)) await ensure()
    // A thread that makes an index answers when it is done, a minute later: nobody waits for it while another one can be asked.
    const ready = threads.filter(({ loaded }) => loaded !== undefined),
      free = ready.filter(({ loading: making }) => !making)
    const [first, ...others] = free.length > 0 ? free : ready
    if (!first) throw new Error('the search has not loaded')
    return others.reduce((least, thread) => (thread.busy < least.busy ? thread : least), first).tell<T>(asked)
  }
  const byIds = async (ids: readonly string[]): Promise<Source[]> => {
    const missing = ids.filter((id) => !texts.has(id)),
      asked = missing.length === 0 ? [] : await asking<Source[]>({ ask: 'byIds', ids: missing })
    const fetched = new Map(asked.map((source) => [source.id, source]))
    return ids.flatMap((id) => texts.get(id) ?? fetched.get(id) ?? [])
  }
  const byKeys = async (keys: readonly string[], on: Day): Promise<Source[]> => {
    const known = new Map(keys.map((key) => [key, versions.get(`${key} ${on}`)])),
      missing = keys.filter((key) => known.get(key) === undefined)
    if (missing.length > 0) {
      const asked = await asking<Source[]>({ ask: 'byKeys', keys: missing, on })
      const fetched = new Map(asked.map((source) => [keyOf(source), source]))
      for (const key of missing) {
        const version = fetched.get(key) ?? null
        known.set(key, version)
        versions.keep(`${key} ${on}`, version)
      }
    }
    return keys.flatMap((key) => known.get(key) ?? [])
  }
  const search: HeldLibrary['search'] = askedOnce(searches, async (question: string, wish: SearchWish) => {
    const { found, sources } = await asking<Searched>({ ask: 'search', question, wish })
    for (const source of sources) texts.keep(source.id, source)
    return found
  })
  const found = async (ids: readonly string[]): Promise<Source[]> => [
    ...(await byIds(ids)),
    ...guideSources((await guides.all()).filter(({ slug }) => ids.includes(`guide:${slug}`))),
  ]
  return {
    held: {
      search: embed === undefined ? search : rescoring(search, { embed, sourcesOf: found }),
      byIds,
      byKeys,
      named: (articles, on) => (articles.length === 0 ? Promise.resolve([]) : asking({ ask: 'named', articles, on })),
    },
    knowledge: { refresh, preparing: () => behind, references: (id) => asking({ ask: 'references', id }), openUpload },
    start: () => {
      quietly()
      timer = setInterval(quietly, LOOK_MS)
      timer.unref()
    },
    close: async () => {
      closing = true
      clearInterval(timer)
      await Promise.all(threads.map((thread) => thread.close()))
      await loading?.catch(() => undefined)
    },
  }
}

/** Everything that is held, with where it stands on that day: articles of all versions, published cases. */
export async function sourcesOf(store: LibraryStore, today: LocalDate): Promise<Source[]> {
  const { texts, articles, cases } = await store.everything()
  const newest = new Map(texts.map((text) => [text.name, text.id]))
  const byId = new Map(texts.map((text) => [text.id, text]))
  const place = new Map(texts.map((text, i) => [text.id, i]))
  articles.sort((a, b) => (place.get(a.textId) ?? 0) - (place.get(b.textId) ?? 0) || a.place - b.place)
  return [
    ...articles.flatMap(({ textId, number, path, body }): Source[] => {
      const text = byId.get(textId)
      return text === undefined
        ? []
        : [
            {
              id: articleId(textId, number),
              kind: 'article',
              title: text.name,
              number,
              path,
              text: body,
              lawKind: text.kind as LawKind,
              status: statusOn(today, text, newest.get(text.name) !== text.id),
              ...(text.inForceFrom === null ? {} : { inForceFrom: text.inForceFrom }),
              ...(text.inForceUntil === null ? {} : { inForceUntil: text.inForceUntil }),
              ...(text.versionDate === null ? {} : { date: text.versionDate }),
            },
          ]
    }),
    ...cases.map(
      ({ id, title, topic, body }): Source => ({
        id: `case:${id}`,
        kind: 'case',
        title,
        number: '',
        path: topic,
        text: body,
      }),
    ),
  ]
}
