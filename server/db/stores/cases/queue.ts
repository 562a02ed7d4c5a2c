import type { Status } from '@fatong/casework/vocabulary.ts'
import type { AccessContext } from '../../access.ts'
import { withAccess } from '../../postgres.ts'
import type { Connections } from '../../postgres.ts'
import { isId, LINE, pageOf, readCursor, writeCursor } from './line.ts'
import type { CaseLine, Page } from './line.ts'
import { unreadOf } from './messages-seen.ts'

/** Which cases a queue shows. One of the four ways in is needed; statuses narrow it. Somebody with several ways in has one of these for each. */
export type QueueFilter = {
  statuses: readonly Status[]
  /** refused and ended cases only with an objection: any that is not settled, one to be decided, or one that ordered a correction not yet made */
  objection?: keyof typeof OBJECTION
  /** cases under provisional aid only while they have no lawyer */
  provisionalWithoutLawyer?: boolean
} & (
  | { agencyIds: readonly string[] }
  /** cases taken in at these points, other than those taken in at the agency itself */
  | { placeIds: readonly string[] }
  | { lawyerId: string }
  | { firmId: string }
)

/** Whose messages somebody answers: those to the lawyer in their own cases, in others those to these centres. */
export interface ReadsMessages {
  lawyerId?: string
  agencyIds: readonly string[]
}

const CONTESTED: readonly Status[] = ['refused', 'terminated']
/** The bureau has days to decide; the promise of a day runs only once it ordered a correction. */
const OBJECTION = {
  open: 'c.objection_open',
  toDecide: 'c.objection_open AND c.due_target IS NULL',
  toCorrect: 'c.objection_open AND c.due_target IS NOT NULL',
} as const

/** Settled refusals are many and nothing of theirs is due: the walk of the index ends before them, at the year 9000. */
export const BEFORE_REST = ` AND c.next_due < CASE WHEN s.status IN ('refused', 'terminated') THEN timestamptz '9000-01-01' ELSE 'infinity' END`

const START = ['-infinity', '00000000-0000-0000-0000-000000000000'] as const

/**
 * Cases by what runs out first. Each way in walks an index in order and stops when the page is full. Unread messages are
 * counted for those who may answer them: nobody else could take the mark off.
 */
export async function queue(
  connections: Connections,
  access: AccessContext,
  filter: QueueFilter | readonly QueueFilter[],
  cursor?: string,
  limit = 30,
  reads: ReadsMessages | null = null,
): Promise<Page<CaseLine>> {
  const after = readCursor(cursor, ['number', 'string'])
  const [due, id] = after && isId(after[1]) ? [new Date(Number(after[0])).toISOString(), after[1]] : START
  const { from, values } = everyWayIn(filter, 4)
  const unread = reads ? `, ${unreadBy(4 + values.length)} AS unread` : ''
  const whose = reads ? [reads.lawyerId ?? null, reads.agencyIds] : []
  const text = `SELECT ${LINE}${unread} FROM ${from} ORDER BY c.next_due, c.id LIMIT $3`
  const rows = await withAccess(
    connections,
    access,
    async ({ client }) => (await client.query<CaseLine>(text, [due, id, limit + 1, ...values, ...whose])).rows,
  )
  return pageOf(rows, limit, (last) => writeCursor(last.nextDue, last.id))
}

/** The count of a row: to the lawyer in a case of one's own; of a centre where this person does not answer it is none. */
const unreadBy = (next: number): string =>
  `CASE WHEN c.lawyer_id = $${next}::uuid THEN ${unreadOf("'lawyer'")}
    WHEN c.agency_id = ANY ($${next + 1}::uuid[]) THEN ${unreadOf("'agency'")} ELSE 0 END`

const several = (filter: QueueFilter | readonly QueueFilter[]): filter is readonly QueueFilter[] =>
  Array.isArray(filter) && filter.length > 1
const single = (filter: QueueFilter | readonly QueueFilter[]): QueueFilter =>
  (Array.isArray(filter) ? filter[0] : filter) as QueueFilter

/** How many cases wait, up to `most` each. Queues that come in the same way are counted together, each status once. */
export async function queueCounts<Name extends string>(
  connections: Connections,
  access: AccessContext,
  filters: Partial<Record<Name, QueueFilter | readonly QueueFilter[]>>,
  most = 1000,
): Promise<Partial<Record<Name, number>>> {
  const all = Object.entries(filters) as [Name, QueueFilter | readonly QueueFilter[]][]
  const mixed = all.filter((entry): entry is [Name, readonly QueueFilter[]] => several(entry[1]))
  const entries = all
    .filter(([, filter]) => !several(filter))
    .map(([name, filter]) => [name, partsOf(single(filter))] as const)
  const groups = new Map<string, QueueFilter & { statuses: Status[] }>()
  const groupOf = ({ statuses: _, ...way }: QueueFilter) => JSON.stringify(way)
  for (const filter of entries.flatMap(([, parts]) => parts)) {
    const group = groups.get(groupOf(filter))
    groups.set(groupOf(filter), { ...filter, statuses: [...new Set([...(group?.statuses ?? []), ...filter.statuses])] })
  }
  const { counted, mixedCounts } = await withAccess(connections, access, async ({ client }) => ({
    counted: await Promise.all(
      [...groups].map(async ([group, filter]) => {
        const { from, values } = statusCounts(filter)
        const { rows } = await client.query<{ status: Status; n: number }>(
          `SELECT status, sum(n)::int AS n FROM (${from}) x GROUP BY status`,
          [most, ...values],
        )
        return [group, new Map(rows.map(({ status, n }) => [status, n]))] as const
      }),
    ),
    // What two ways lead to is one case: the ways are walked as the list walks them.
    mixedCounts: await Promise.all(
      mixed.map(async ([name, ways]) => {
        const { from, values } = everyWayIn(ways, 4)
        const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${from}`, [
          ...START,
          most,
          ...values,
        ])
        return [name, rows[0]?.n ?? 0] as const
      }),
    ),
  }))
  const byGroup = new Map(counted)
  const counts = Object.fromEntries(mixedCounts) as Partial<Record<Name, number>>
  for (const [name, parts] of entries) {
    const found = parts.flatMap((filter) =>
      filter.statuses.map((status) => byGroup.get(groupOf(filter))?.get(status) ?? 0),
    )
    counts[name] = Math.min(
      most,
      found.reduce((sum, n) => sum + n, 0),
    )
  }
  return counts
}

/** What a filter asks of a row `c` besides its status. */
const further = ({ objection, provisionalWithoutLawyer }: QueueFilter): string =>
  `${objection ? ` AND (c.status NOT IN ('refused', 'terminated') OR (${OBJECTION[objection]}))` : ''}${provisionalWithoutLawyer ? ` AND (c.status <> 'provisional' OR c.lawyer_id IS NULL)` : ''}`

/** A filter taken apart: what it narrows is counted by itself, all else together with the other queues. */
function partsOf({ objection, provisionalWithoutLawyer, statuses, ...way }: QueueFilter): QueueFilter[] {
  const narrowed = (status: Status) =>
    (objection !== undefined && CONTESTED.includes(status)) ||
    (provisionalWithoutLawyer === true && status === 'provisional')
  const parts: QueueFilter[] = [{ ...way, statuses: statuses.filter((status) => !narrowed(status)) }]
  if (objection) parts.push({ ...way, objection, statuses: statuses.filter((status) => CONTESTED.includes(status)) })
  if (provisionalWithoutLawyer)
    parts.push({ ...way, provisionalWithoutLawyer, statuses: statuses.filter((status) => status === 'provisional') })
  return parts.filter((part) => part.statuses.length > 0)
}

/** Rows (status, n): how many there are of each status, counted no further than $1. */
function statusCounts(filter: QueueFilter): { from: string; values: unknown[] } {
  const more = further(filter)
  const each = (
    walks: string,
    condition: string,
  ) => `SELECT s.status, (SELECT count(*) FROM (SELECT 1 FROM fatong.case_file c
    WHERE ${condition}${more} LIMIT $1) y) AS n FROM ${walks}`
  if ('agencyIds' in filter) {
    return {
      from: each(
        'unnest($2::uuid[]) w(agency) CROSS JOIN unnest($3::text[]) s(status)',
        `c.agency_id = w.agency AND c.status = s.status${filter.objection ? BEFORE_REST : ''}`,
      ),
      values: [filter.agencyIds, filter.statuses],
    }
  }
  const [column, values] =
    'placeIds' in filter
      ? ['c.place_id <> c.agency_id AND c.place_id', filter.placeIds]
      : 'lawyerId' in filter
        ? ['c.lawyer_id', [filter.lawyerId]]
        : ['c.firm_id', [filter.firmId]]
  return {
    from: `SELECT c.status, 1 AS n FROM unnest($2::uuid[]) w(own), LATERAL (SELECT * FROM fatong.case_file c
      WHERE ${column} = w.own AND c.status = ANY ($3::text[])${more} LIMIT 10 * $1) c`,
    values: [values, filter.statuses],
  }
}

/** The ways of one person together: each case once, the first $3 in the order of all. */
function everyWayIn(filter: QueueFilter | readonly QueueFilter[], next: number): { from: string; values: unknown[] } {
  if (!several(filter)) return waysIn(single(filter), next)
  const values: unknown[] = []
  const rows = filter.map((way) => {
    const one = waysIn(way, next + values.length)
    values.push(...one.values)
    return `SELECT c.* FROM ${one.from}`
  })
  return {
    from: `(SELECT DISTINCT ON (w.next_due, w.id) w.* FROM (${rows.join(' UNION ALL ')}) w ORDER BY w.next_due, w.id LIMIT $3) c`,
    values,
  }
}

/** A FROM whose rows `c` come after ($1, $2) in the queue's order, no more than $3 from each walk of an index. */
function waysIn(filter: QueueFilter, next: number): { from: string; values: unknown[] } {
  const more = further(filter)
  const walk = (walks: string, condition: string) => `${walks}, LATERAL (SELECT * FROM fatong.case_file c
    WHERE ${condition}${more} AND (c.next_due, c.id) > ($1::timestamptz, $2::uuid) ORDER BY c.next_due, c.id LIMIT $3) c`
  const a = `$${next}`
  const b = `$${next + 1}`
  if ('agencyIds' in filter) {
    return {
      from: walk(
        `unnest(${a}::uuid[]) w(agency) CROSS JOIN unnest(${b}::text[]) s(status)`,
        `c.agency_id = w.agency AND c.status = s.status${filter.objection ? BEFORE_REST : ''}`,
      ),
      values: [filter.agencyIds, filter.statuses],
    }
  }
  if ('placeIds' in filter) {
    return {
      from: walk(
        `unnest(${a}::uuid[]) w(place)`,
        `c.place_id = w.place AND c.place_id <> c.agency_id AND c.status = ANY (${b}::text[])`,
      ),
      values: [filter.placeIds, filter.statuses],
    }
  }
  const [column, value] = 'lawyerId' in filter ? ['lawyer_id', filter.lawyerId] : ['firm_id', filter.firmId]
  return {
    from: walk(`unnest(ARRAY[${a}::uuid]) w(own)`, `c.${column} = w.own AND c.status = ANY (${b}::text[])`),
    values: [value, filter.statuses],
  }
}
