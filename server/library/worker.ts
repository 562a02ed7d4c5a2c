import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { unpackModel } from '@fatong/knowledge/learn/model-file.ts'
import { packIndex, unpackIndex } from '@fatong/knowledge/search/index/file.ts'
import { indexOf, type SearchIndex } from '@fatong/knowledge/search/index/index.ts'
import type { Source } from '@fatong/knowledge/search/searcher.ts'
import type { Asked, Load, Reply, Searched } from './protocol.ts'
import { LibraryShelf } from './shelf.ts'

/** The thread that searches: the service goes on answering while it works. */
const { modelFile } = workerData as { modelFile?: string }
const model = modelFile !== undefined && existsSync(modelFile) ? unpackModel(readFileSync(modelFile)) : undefined
let index: SearchIndex | undefined
let shelf = new LibraryShelf(undefined, [])

/** An index on disk is used when it holds the same texts and was made with the same model. */
function load({ file, sources, guides }: Load): 'loaded' | 'missing' {
  if (sources === undefined) {
    const kept = existsSync(file) ? unpackIndex(readFileSync(file)) : undefined
    if (kept === undefined || kept.model !== model?.name) return 'missing'
    index = kept
  } else if (sources.length > 0) {
    index = indexOf(sources, model)
    keep(file, index)
  } else index = undefined
  shelf = new LibraryShelf(index, guides, model)
  return 'loaded'
}

function keep(file: string, fresh: SearchIndex): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, packIndex(fresh))
  renameSync(`${file}.new`, file)
  for (const name of readdirSync(dirname(file))) if (name.endsWith('.index') && join(dirname(file), name) !== file) rmSync(join(dirname(file), name))
}

const answer = (asked: Asked): unknown => {
  switch (asked.ask) {
    case 'load': return load(asked)
    case 'guides': shelf = new LibraryShelf(index, asked.guides, model); return 'loaded'
    case 'search': {
      const found = shelf.search(asked.question, asked.wish)
      return { found, sources: shelf.byIds(found.hits.map(({ id }) => id)) } satisfies Searched
    }
    case 'byIds': return shelf.byIds(asked.ids)
    case 'byKeys': return shelf.byKeys(asked.keys, asked.on)
    case 'named': return shelf.named(asked.articles, asked.on)
    case 'references': {
      const label = ({ id, title, number }: Source) => ({ id, label: `《${title}》${/^\d/.test(number) ? `第${number.replace('-', '条之')}${number.includes('-') ? '' : '条'}` : ''}` })
      const { cites, citedBy } = shelf.references(asked.id)
      return { cites: cites.map(label), citedBy: citedBy.map(label) }
    }
    default: return asked satisfies never
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
