import type { AccessContext } from '../../access.ts'
import { normaliseName } from '../../names.ts'
import { withAccess } from '../../postgres.ts'
import type { Connections } from '../../postgres.ts'
import { isId, LINE, pageOf, readCursor, writeCursor } from './line.ts'
import type { CaseLine, Page } from './line.ts'

/** By the beginning of the number, the beginning of a name on either side, or the whole phone number (as blind index). */
export type SearchQuery = { number: string } | { name: string } | { phoneBidx: Buffer }

/** Sorts behind every text that begins with what stands before it. */
const LAST = '\u{10FFFF}'

export async function searchCases(
  connections: Connections,
  access: AccessContext,
  query: SearchQuery,
  cursor?: string,
  limit = 20,
): Promise<Page<CaseLine>> {
  if ('number' in query) return byNumber(connections, access, query.number, cursor, limit)
  if ('name' in query) return byName(connections, access, query.name, cursor, limit)
  return byPhone(connections, access, query.phoneBidx, cursor, limit)
}

// Ranges, not LIKE: under row level security only comparisons that cannot leak may use an index.
async function byNumber(
  connections: Connections,
  access: AccessContext,
  typed: string,
  cursor: string | undefined,
  limit: number,
): Promise<Page<CaseLine>> {
  const number = typed.trim().toUpperCase()
  const after = readCursor(cursor, ['string'])?.[0] ?? ''
  const rows = await ask(
    connections,
    access,
    `SELECT ${LINE} FROM fatong.case_file c
    WHERE c.number >= $1 AND c.number < $2 AND c.number > $3 ORDER BY c.number LIMIT $4`,
    [number, number + LAST, after, limit + 1],
  )
  return pageOf(rows, limit, (last) => writeCursor(last.number))
}

async function byName(
  connections: Connections,
  access: AccessContext,
  typed: string,
  cursor: string | undefined,
  limit: number,
): Promise<Page<CaseLine>> {
  const name = normaliseName(typed)
  if (name === '') return { items: [], next: null }
  const after = readCursor(cursor, ['string', 'string'])
  const [afterName, afterId] = after && isId(after[1]) ? after : [name, '00000000-0000-0000-0000-000000000000']
  const rows = await ask(
    connections,
    access,
    `SELECT ${LINE}, x.name_normalised AS "foundName" FROM fatong.party_names($1, $2, $3, $4, $5) x
    JOIN fatong.case_file c ON c.id = x.case_id ORDER BY x.name_normalised, c.id`,
    [name, name + LAST, afterName, afterId, limit + 1],
  )
  return pageOf(rows as (CaseLine & { foundName: string })[], limit, (last) => writeCursor(last.foundName, last.id))
}

async function byPhone(
  connections: Connections,
  access: AccessContext,
  phoneBidx: Buffer,
  cursor: string | undefined,
  limit: number,
): Promise<Page<CaseLine>> {
  const after = readCursor(cursor, ['string'])?.[0]
  const rows = await ask(
    connections,
    access,
    `SELECT ${LINE} FROM fatong.case_file c WHERE c.id > $2::uuid AND (
      c.applicant_id = ANY (fatong.people_of_phone($1)) OR c.proxy_id = ANY (fatong.people_of_phone($1)))
    ORDER BY c.id LIMIT $3`,
    [phoneBidx, isId(after) ? after : '00000000-0000-0000-0000-000000000000', limit + 1],
  )
  return pageOf(rows, limit, (last) => writeCursor(last.id))
}

const ask = (connections: Connections, access: AccessContext, text: string, values: unknown[]): Promise<CaseLine[]> =>
  withAccess(connections, access, async ({ client }) => (await client.query<CaseLine>(text, values)).rows)
