import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { unpackModel } from '@fatong/knowledge/learn/model-file.ts'
import { packIndex, packKept, unpackKept } from '@fatong/knowledge/search/index/file.ts'
import { indexOf, type SearchIndex } from '@fatong/knowledge/search/index/index.ts'
import { sharedCopy, sharedFile, sharedIndex, type SharedIndex } from '@fatong/knowledge/search/index/shared.ts'
import { tokensOf } from '@fatong/knowledge/search/index/tokens.ts'
import type { Source } from '@fatong/knowledge/search/searcher.ts'
import type { Asked, Load, Loaded, Reply, Searched } from './protocol.ts'
import { LibraryShelf } from './shelf.ts'

/** The thread that searches: the service goes on answering while it works. */
const { modelFile } = workerData as { modelFile?: string }
const model = modelFile !== undefined && existsSync(modelFile) ? unpackModel(readFileSync(modelFile)) : undefined
/** Beside the index: what it was made of. */
const KEPT = 'texts.kept'
let index: SearchIndex | undefined
let shelf = new LibraryShelf(undefined, [])

/** An index that another thread holds is read where it lies; one on disk is used when it holds the same texts and was made with the same model. */
function load({ file, sources, guides, shared }: Load): Loaded {
  let held: SharedIndex | undefined
  if (sources === undefined) {
    held = shared ?? (existsSync(file) ? sharedFile(file) : undefined)
    const kept = held && sharedIndex(held)
    if (kept === undefined || kept.model !== model?.name) return 'missing'
    index = kept
  } else {
    held = sources.length === 0 ? undefined : made(file, sources)
    index = held && sharedIndex(held)
  }
  shelf = new LibraryShelf(index, guides, model)
  return { shared: held }
}

/** Most texts are those of last time: only what changed is split and read by the model anew. */
function made(file: string, sources: readonly Source[]): SharedIndex {
  const at = join(dirname(file), KEPT),
    kept = existsSync(at) ? unpackKept(readFileSync(at)) : undefined
  const tokens = tokensOf(sources, kept?.tokens)
  const fresh = indexOf(sources, model, tokens, kept),
    bytes = packIndex(fresh)
  keep(file, bytes)
  keep(at, packKept({ tokens, vectors: fresh.vectors, model: fresh.model }))
  for (const name of readdirSync(dirname(file)))
    if (name.endsWith('.index') && join(dirname(file), name) !== file) rmSync(join(dirname(file), name))
  return sharedCopy(bytes)
}

function keep(file: string, bytes: Buffer): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, bytes)
  renameSync(`${file}.new`, file)
}

const answer = (asked: Asked): unknown => {
  switch (asked.ask) {
    case 'load':
      return load(asked)
    case 'guides':
      shelf = new LibraryShelf(index, asked.guides, model)
      return undefined
    case 'search': {
      const found = shelf.search(asked.question, asked.wish)
      return { found, sources: shelf.byIds(found.hits.map(({ id }) => id)) } satisfies Searched
    }
    case 'byIds':
      return shelf.byIds(asked.ids)
    case 'byKeys':
      return shelf.byKeys(asked.keys, asked.on)
    case 'named':
      return shelf.named(asked.articles, asked.on)
    case 'references': {
      const label = ({ id, title, number }: Source) => ({
        id,
        label: `《${title}》${/^\d/.test(number) ? `第${number.replace('-', '条之')}${number.includes('-') ? '' : '条'}` : ''}`,
      })
      const { cites, citedBy } = shelf.references(asked.id)
      return { cites: cites.map(label), citedBy: citedBy.map(label) }
    }
    default:
      return asked satisfies never
  }
}

parentPort?.on('message', ({ id, asked }: { id: number; asked: Asked }) => {
  let reply: Reply
  try {
    reply = { id, value: answer(asked) }
  } catch (error) {
    reply = { id, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
  parentPort?.postMessage(reply)
})
