import { accessTexts } from '../access.ts'
import type { WriteSet } from '../writeset.ts'
import { caseRows, rowsOf, TABLES } from './tables.ts'
import type { CaseTables, Tables } from './tables.ts'

/**
 * Arguments of fatong.commit_batch: JSON texts one after the other with a separator between them. JSON values that are
 * stored are apart, as `texts`, and are kept byte for byte.
 */
export interface Payload {
  /** kind of each item's caller */
  callers: string[]
  /** checks, opened, changed; nothing where there are none */
  cases: string
  /** in the order of TABLES; nothing where a table has no rows */
  tables: string
  texts: string
  /** position in the batch -> index of the write set */
  order: number[]
}

/** Never stands in JSON text: control characters are escaped there. */
const SEPARATOR = '\x1e'

/** Lays out a batch. Items go by case id, so that two batches lock cases in one order. */
export function payloadOf(sets: readonly WriteSet[]): Payload {
  const order = sets.map((_, i) => i)
  if (sets.length > 1) order.sort((a, b) => compare(sets[a]!.stream?.caseId ?? '', sets[b]!.stream?.caseId ?? ''))
  const texts: string[] = []
  const add = (value: unknown) => texts.push(JSON.stringify(value) ?? 'null')
  const cases: CaseTables = { checks: [], opened: [], changed: [] }
  const tables: Tables = {}
  const callers = order.map((index, i) => {
    const set = sets[index]!
    const first = texts.length
    caseRows(set, i, add, cases)
    rowsOf(set, i, add, tables)
    for (const { slot, agencyId: agency, kind, year, format, pad } of set.numbers ?? []) {
      const places = texts.flatMap((text, place) => (place >= first && text.includes(slot) ? [place + 1] : []))
      ;(tables.numbers ??= []).push({ i, caller: set.access.kind, places, slot, agency, kind, year, format, pad })
    }
    return accessTexts(set.access)[0]
  })
  return {
    callers,
    cases: joined([cases.checks, cases.opened, cases.changed]),
    tables: joined(TABLES.map((table) => tables[table] ?? [])),
    texts: texts.join(SEPARATOR),
    order,
  }
}

const joined = (several: object[][]) =>
  several.map((rows) => (rows.length > 0 ? JSON.stringify(rows) : '')).join(SEPARATOR)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
