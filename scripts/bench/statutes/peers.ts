/** What one would use otherwise, over the same texts: the reference BM25 on words, minisearch, SQLite FTS5. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import MiniSearch from 'minisearch'
import { type Source } from '@fatong/knowledge/search/searcher.ts'
import { wordsOf } from '@fatong/knowledge/search/words.ts'

export interface Peer {
  name: 'bm25' | 'minisearch' | 'fts5'
  buildMs: number
  indexBytes: number
  search(question: string): { at: number; score: number }[]
}

const FOUND = 100
const headOf = ({ title, path }: Source) => `${title} ${path}`

/** Okapi BM25 (k1 1.2, b 0.75) over the words of heading and text as one text. */
export function bm25Peer(sources: readonly Source[]): Peer {
  const began = performance.now(),
    postings = new Map<string, { at: number[]; tf: number[] }>(),
    lengths = new Float64Array(sources.length)
  sources.forEach((source, at) => {
    const words = wordsOf(`${headOf(source)} ${source.text}`),
      counts = new Map<string, number>()
    lengths[at] = words.length
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
    for (const [word, tf] of counts) {
      const list = postings.get(word) ?? { at: [], tf: [] }
      list.at.push(at)
      list.tf.push(tf)
      postings.set(word, list)
    }
  })
  const mean = lengths.reduce((sum, one) => sum + one, 0) / Math.max(1, sources.length)
  let indexBytes = 0
  for (const { at } of postings.values()) indexBytes += at.length * 16
  return {
    name: 'bm25',
    buildMs: performance.now() - began,
    indexBytes,
    search: (question) => {
      const scores = new Map<number, number>()
      for (const word of wordsOf(question)) {
        const list = postings.get(word)
        if (list === undefined) continue
        const idf = Math.log(1 + (sources.length - list.at.length + 0.5) / (list.at.length + 0.5))
        list.at.forEach((at, i) => {
          const tf = list.tf[i] ?? 0
          scores.set(
            at,
            (scores.get(at) ?? 0) + (idf * tf * 2.2) / (tf + 1.2 * (0.25 + (0.75 * (lengths[at] ?? 0)) / mean)),
          )
        })
      }
      return [...scores]
        .map(([at, score]) => ({ at, score }))
        .sort((a, b) => b.score - a.score || a.at - b.at)
        .slice(0, FOUND)
    },
  }
}

export function minisearchPeer(sources: readonly Source[]): Peer {
  const began = performance.now()
  const index = new MiniSearch<{ id: number; head: string; text: string }>({
    fields: ['head', 'text'],
    tokenize: wordsOf,
    processTerm: (term) => term,
  })
  index.addAll(sources.map((source, id) => ({ id, head: headOf(source), text: source.text })))
  const buildMs = performance.now() - began
  return {
    name: 'minisearch',
    buildMs,
    indexBytes: JSON.stringify(index).length,
    search: (question) =>
      index
        .search(question)
        .map(({ id, score }) => ({ at: Number(id), score }))
        .sort((a, b) => b.score - a.score || a.at - b.at)
        .slice(0, FOUND),
  }
}

interface Database {
  exec(options: string | { sql: string; bind?: unknown[]; rowMode?: string; returnValue?: string }): unknown
  selectValue(sql: string): unknown
  close(): void
}
interface Sqlite {
  oo1: { DB: new (name: string) => Database }
}

export async function fts5Peer(sources: readonly Source[]): Promise<Peer> {
  const began = performance.now()
  // Its build for browsers looks for the window it stands in and fetches its binary from there: both are given to it.
  Object.assign(globalThis, { self: globalThis, location: new URL('file:///bench/') })
  const { default: start } = (await import('@sqlite.org/sqlite-wasm')) as unknown as {
    default: (options?: object) => Promise<Sqlite>
  }
  const wasmBinary = readFileSync(
    join(
      dirname(createRequire(import.meta.url).resolve('@sqlite.org/sqlite-wasm/package.json')),
      'sqlite-wasm/jswasm/sqlite3.wasm',
    ),
  )
  const sqlite = await start({ wasmBinary, print: () => {}, printErr: () => {} })
  const database = new sqlite.oo1.DB(':memory:')
  database.exec(`CREATE VIRTUAL TABLE article USING fts5(head, text, tokenize = 'unicode61')`)
  database.exec('BEGIN')
  sources.forEach((source, at) => {
    database.exec({
      sql: 'INSERT INTO article(rowid, head, text) VALUES (?, ?, ?)',
      bind: [at + 1, wordsOf(headOf(source)).join(' '), wordsOf(source.text).join(' ')],
    })
  })
  database.exec('COMMIT')
  const pages = Number(database.selectValue('PRAGMA page_count')) * Number(database.selectValue('PRAGMA page_size'))
  return {
    name: 'fts5',
    buildMs: performance.now() - began,
    indexBytes: pages,
    search: (question) => {
      const words = [...new Set(wordsOf(question))].filter((word) => !word.includes('"'))
      if (words.length === 0) return []
      const rows = database.exec({
        sql: `SELECT rowid, bm25(article, 1.0, 1.0) FROM article WHERE article MATCH ? ORDER BY 2, 1 LIMIT ${FOUND}`,
        bind: [words.map((word) => `"${word}"`).join(' OR ')],
        rowMode: 'array',
        returnValue: 'resultRows',
      }) as [number, number][]
      return rows.map(([id, score]) => ({ at: id - 1, score: -score }))
    },
  }
}
