/** What the encoder learned from the texts alone is the same for every fold and every set of questions, so it is kept. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LEXICON } from '../lexicon/lexicon.ts'
import { pack, unpack } from '../search/index/pack.ts'
import { type Source } from '../search/searcher.ts'
import { DIMS, type School, STEPS } from './learn.ts'

export const TAUGHT_FORMAT = 'taught-2'

/** Changes with the corpus, with the lesson and with the everyday words that it puts in. */
export function printOfTexts(sources: readonly Source[]): string {
  const hash = createHash('sha1').update(`${TAUGHT_FORMAT} ${DIMS} ${STEPS.texts} ${JSON.stringify(LEXICON)}`)
  for (const { id, text } of sources) hash.update(id).update(text)
  return hash.digest('hex').slice(0, 16)
}

const pathIn = (folder: string, print: string) => join(folder, `taught-${print}.bin`)

export function readTaught(folder: string, print: string): School['taught'] | undefined {
  const path = pathIn(folder, print)
  const read = existsSync(path) ? unpack(readFileSync(path), TAUGHT_FORMAT) : undefined
  if (read === undefined) return undefined
  const table = read.numbers('table', Float32Array)
  return {
    encoder: { dims: DIMS, table, residual: new Float32Array(table.length) },
    squares: { table: read.numbers('squares', Float32Array), residual: new Float32Array(table.length) },
  }
}

export function keepTaught(folder: string, print: string, { encoder, squares }: School['taught']): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(pathIn(folder, print), pack(TAUGHT_FORMAT, {}, { table: encoder.table, squares: squares.table }))
}
