import {
  QUEUES,
  type nextCase as nextRoute,
  type queue as route,
  type CaseLine,
  type QueueName,
} from '@fatong/contract/desk/cases.ts'
import type { QueueFilter } from '../../db/stores/cases/queue.ts'
import { accessOf, type StaffCaller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { directory } from '../places/directory.ts'
import { lineView } from './lines.ts'
import { filtersOf, readsIn } from './queues.ts'

interface QueuePage {
  items: CaseLine[]
  next: string | null
  counts: Partial<Record<QueueName, number>>
}

/** My work, what runs out first on top, with how much waits in each queue. */
export async function listQueue(
  parts: Parts,
  caller: StaffCaller,
  { query }: InputOf<typeof route>,
): Promise<Outcome<QueuePage>> {
  const places = await directory(parts)
  const access = accessOf(caller)
  const filters: Partial<Record<QueueName, QueueFilter[]>> = {}
  for (const name of Object.keys(QUEUES) as QueueName[]) {
    const found = filtersOf(name, caller, places)
    if (found.length > 0) filters[name] = found
  }
  const wanted = filters[query.queue]
  const [page, counts] = await Promise.all([
    wanted
      ? parts.stores.cases.queue(access, wanted, query.cursor, query.limit, readsIn(wanted, caller, places))
      : { items: [], next: null },
    query.cursor ? {} : parts.stores.cases.queueCounts(access, filters),
  ])
  return done({ items: page.items.map((line) => lineView(line, places, parts.clock.now())), next: page.next, counts })
}

/** 下一件: the first of mine, or the one after the case just left. */
export async function nextCase(
  parts: Parts,
  caller: StaffCaller,
  { query }: InputOf<typeof nextRoute>,
): Promise<Outcome<{ line: CaseLine | null }>> {
  const places = await directory(parts)
  const filters = filtersOf('mine', caller, places)
  if (filters.length === 0) return done({ line: null })
  const reads = readsIn(filters, caller, places)
  const { items } = await parts.stores.cases.queue(accessOf(caller), filters, undefined, 50, reads)
  const at = items.findIndex((line) => line.id === query.after)
  const next = items[at + 1] ?? items.find((line) => line.id !== query.after)
  return done({ line: next ? lineView(next, places, parts.clock.now()) : null })
}
