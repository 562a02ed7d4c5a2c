import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { unpackModel } from '@fatong/knowledge/learn/model-file.ts'
import { packIndex, packKept, unpackIndex, unpackKept } from '@fatong/knowledge/search/index/file.ts'
import { indexOf, type SearchIndex } from '@fatong/knowledge/search/index/index.ts'
import { tokensOf } from '@fatong/knowledge/search/index/tokens.ts'
import type { Source } from '@fatong/knowledge/search/searcher.ts'
import type { Asked, Load, Reply, Searched } from './protocol.ts'
import { LibraryShelf } from './shelf.ts'

/** The thread that searches: the service goes on answering while it works. */
const { modelFile } = workerData as { modelFile?: string }
const model = modelFile !== undefined && existsSync(modelFile) ? unpackModel(readFileSync(modelFile)) : undefined
/** Beside the index: what it was made of. */
const KEPT = 'texts.kept'
let index: SearchIndex | undefined
let shelf = new LibraryShelf(undefined, [])

/** An index on disk is used when it holds the same texts and was made with the same model. */
function load({ file, sources, guides }: Load): 'loaded' | 'missing' {
  if (sources === undefined) {
    const kept = existsSync(file) ? unpackIndex(readFileSync(file)) : undefined
    if (kept === undefined || kept.model !== model?.name) return 'missing'
    index = kept
  } else if (sources.length > 0) {
    // Most texts are those of last time: only what changed is split and read by the model anew.
    const at = join(dirname(file), KEPT),
      kept = existsSync(at) ? unpackKept(readFileSync(at)) : undefined
    const tokens = tokensOf(sources, kept?.tokens)
    index = indexOf(sources, model, tokens, kept)
    keep(file, packIndex(index))
    keep(at, packKept({ tokens, vectors: index.vectors, model: index.model }))
    for (const name of readdirSync(dirname(file)))
      if (name.endsWith('.index') && join(dirname(file), name) !== file) rmSync(join(dirname(file), name))
  } else index = undefined
  shelf = new LibraryShelf(index, guides, model)
  return 'loaded'
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
      return 'loaded'
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
