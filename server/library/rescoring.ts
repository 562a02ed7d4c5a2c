import { mask } from '@fatong/knowledge/rephrase/masking.ts'
import { rescored } from '@fatong/knowledge/search/rescore.ts'
import type { Found, SearchWish, Source } from '@fatong/knowledge/search/searcher.ts'
import type { Embed } from '../outside/embeddings/client.ts'

export interface RescoringSettings {
  embed: Embed
  /** The sources of hits, as the search knows them. */
  sourcesOf(ids: readonly string[]): Promise<Source[]>
  /** An asker waits no longer than this; then the answer comes in our own order. */
  patienceMs?: number
  /** After a failure nobody waits for it again for so long. */
  restMs?: number
  now?: () => number
}

const PATIENCE_MS = 1_200,
  REST_MS = 30_000
/** Texts are cut: what an article is about stands at its beginning. */
const QUESTION_CHARACTERS = 600,
  TEXT_CHARACTERS = 700
const REMEMBERED = 20_000

type Search = (question: string, wish: SearchWish) => Promise<Found>

/** A search whose hits are ordered with the help of vectors from outside. Whatever happens there, the hits are the same and come in time. */
export function rescoring(
  search: Search,
  { embed, sourcesOf, patienceMs = PATIENCE_MS, restMs = REST_MS, now = Date.now }: RescoringSettings,
): Search {
  /** By what was sent, so that a changed text is asked for again. */
  const known = new Map<string, Float32Array>()
  let restUntil = -Infinity

  const likenessOf = async (
    question: string,
    texts: ReadonlyMap<string, string>,
  ): Promise<Map<string, number> | undefined> => {
    const missing = [...new Set(texts.values())].filter((text) => !known.has(text))
    const vectors = await embed([mask(question.slice(0, QUESTION_CHARACTERS)).text, ...missing])
    const own = vectors?.[0]
    if (vectors === undefined || own === undefined) return undefined
    // Another model behind the same address: nothing of before can be compared.
    for (const [text, vector] of known) {
      if (vector.length === own.length) break
      known.delete(text)
    }
    missing.forEach((text, i) => {
      known.set(text, vectors[i + 1] as Float32Array)
    })
    const like = new Map<string, number>()
    for (const [id, text] of texts) {
      const vector = known.get(text)
      if (vector?.length !== own.length) return undefined
      like.set(
        id,
        vector.reduce((sum, one, d) => sum + one * (own[d] as number), 0),
      )
    }
    for (const text of known.keys()) {
      if (known.size <= REMEMBERED) break
      known.delete(text)
    }
    return like
  }

  return async (question, wish) => {
    const found = await search(question, wish)
    if (found.hits.length < 2 || now() < restUntil) return found
    const texts = new Map(
      (await sourcesOf(found.hits.map(({ id }) => id))).map((source) => [source.id, textOf(source)]),
    )
    const like = await inTime(
      likenessOf(question, texts).catch(() => undefined),
      patienceMs,
    )
    if (like !== undefined) return rescored(found, like)
    restUntil = now() + restMs
    return found
  }
}

const textOf = ({ title, number, path, text, alsoAsked }: Source): string =>
  `${title} ${path} ${number} ${alsoAsked ?? ''} ${text}`.replace(/\s+/g, ' ').slice(0, TEXT_CHARACTERS)

function inTime<T>(wanted: Promise<T>, ms: number): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      resolve(undefined)
    }, ms)
    wanted
      .finally(() => {
        clearTimeout(timer)
      })
      .then(resolve, reject)
  })
}
