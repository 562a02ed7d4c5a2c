import type { Status } from '@fatong/casework/vocabulary.ts'
import type { AccessContext } from '../../access.ts'
import { withAccess } from '../../postgres.ts'
import type { Connections } from '../../postgres.ts'
import { isId, LINE, pageOf, readCursor, writeCursor } from './line.ts'
import type { CaseLine, Page } from './line.ts'

/** Which cases a queue shows. One of the four ways in is needed; statuses narrow it. */
export type QueueFilter = {
  statuses: readonly Status[]
  /** only cases with an objection that waits for its decision */
  objectionOpen?: boolean
} & (
  | { agencyIds: readonly string[] }
  /** cases taken in at these points, other than those taken in at the agency itself */
  | { placeIds: readonly string[] }
  | { lawyerId: string }
  | { firmId: string }
)

const START = ['-infinity', '00000000-0000-0000-0000-000000000000'] as const

/** Cases by what runs out first. Each way in walks an index in order and stops when the page is full. */
export async function queue(connections: Connections, access: AccessContext, filter: QueueFilter, cursor?: string, limit = 30): Promise<Page<CaseLine>> {
  const after = readCursor(cursor, ['number', 'string'])
  const [due, id] = after && isId(after[1]) ? [new Date(Number(after[0])).toISOString(), after[1]] : START
  const { from, values } = waysIn(filter, 4)
  const text = `SELECT ${LINE} FROM ${from} ORDER BY c.next_due, c.id LIMIT $3`
  const rows = await withAccess(connections, access, async ({ client }) =>
    (await client.query<CaseLine>(text, [due, id, limit + 1, ...values])).rows)
  return pageOf(rows, limit, (last) => writeCursor(last.nextDue, last.id))
}

/** How many cases wait, up to `most` each. */
export async function queueCounts<Name extends string>(
  connections: Connections, access: AccessContext, filters: Partial<Record<Name, QueueFilter>>, most = 1000,
): Promise<Partial<Record<Name, number>>> {
  const entries = Object.entries(filters) as [Name, QueueFilter][]
  return withAccess(connections, access, async ({ client }) => {
    const counts: Partial<Record<Name, number>> = {}
    for (const [name, filter] of entries) {
      const { from, values } = waysIn(filter, 4)
      const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM (SELECT 1 FROM ${from} LIMIT $3) x`, [...START, most, ...values])
      counts[name] = rows[0]!.n
    }
    return counts
  })
}

/** A FROM whose rows `c` come after ($1, $2) in the queue's order, no more than $3 from each walk of an index. */
function waysIn(filter: QueueFilter, next: number): { from: string; values: unknown[] } {
  const objection = filter.objectionOpen ? ' AND c.objection_open' : ''
  const walk = (walks: string, condition: string) => `${walks}, LATERAL (SELECT * FROM fatong.case_file c
    WHERE ${condition}${objection} AND (c.next_due, c.id) > ($1::timestamptz, $2::uuid) ORDER BY c.next_due, c.id LIMIT $3) c`
  const a = `$${next}`
  const b = `$${next + 1}`
  if ('agencyIds' in filter) {
    return {
      from: walk(`unnest(${a}::uuid[]) w(agency) CROSS JOIN unnest(${b}::text[]) s(status)`, 'c.agency_id = w.agency AND c.status = s.status'),
      values: [filter.agencyIds, filter.statuses],
    }
  }
  if ('placeIds' in filter) {
    return {
      from: walk(`unnest(${a}::uuid[]) w(place)`, `c.place_id = w.place AND c.place_id <> c.agency_id AND c.status = ANY (${b}::text[])`),
      values: [filter.placeIds, filter.statuses],
    }
  }
  const [column, value] = 'lawyerId' in filter ? ['lawyer_id', filter.lawyerId] : ['firm_id', filter.firmId]
  return { from: walk(`unnest(ARRAY[${a}::uuid]) w(own)`, `c.${column} = w.own AND c.status = ANY (${b}::text[])`), values: [value, filter.statuses] }
}
