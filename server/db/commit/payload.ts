import { accessTexts } from '../access.ts'
import type { WriteSet } from '../writeset.ts'
import { rowsOf } from './tables.ts'
import type { Tables } from './tables.ts'

/** Arguments of fatong.commit_batch: JSON values that are stored are apart, as texts, and are kept byte for byte. */
export interface Payload {
  items: string
  tables: string
  texts: string[]
  /** position in the batch -> index of the write set */
  order: number[]
}

/** Lays out a batch. Items go by case id, so that two batches lock cases in one order. */
export function payloadOf(sets: readonly WriteSet[]): Payload {
  const order = sets.map((_, i) => i)
  if (sets.length > 1) order.sort((a, b) => compare(sets[a]!.stream?.caseId ?? '', sets[b]!.stream?.caseId ?? ''))
  const texts: string[] = []
  const add = (value: unknown) => texts.push(JSON.stringify(value))
  const tables: Tables = {}
  const items = order.map((index, i) => {
    const set = sets[index]!
    const from = texts.length + 1
    const events = set.stream?.events.map(({ type, at, data, meta }) => [type, new Date(at).toISOString(), add(data), add(meta)])
    rowsOf(set, i, add, tables)
    return { a: accessTexts(set.access), e: events, from, to: texts.length }
  })
  return { items: JSON.stringify(items), tables: JSON.stringify(tables), texts, order }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
