import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { Material } from '@fatong/casework/application/types.ts'
import type { AccessContext } from '../../access.ts'
import { withAccess } from '../../postgres.ts'
import type { Connections } from '../../postgres.ts'
import { LINE } from './line.ts'
import type { CaseLine } from './line.ts'

export interface StoredEvent {
  version: number
  type: string
  data: unknown
  meta: unknown
  at: Instant
  position: number
}

const at = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`

/** Everything that happened to a case in reach, oldest first; empty when out of reach. */
export async function history(connections: Connections, access: AccessContext, caseId: string): Promise<StoredEvent[]> {
  return withAccess(
    connections,
    access,
    async ({ client }) =>
      (
        await client.query<StoredEvent>(
          `SELECT version, type, data, meta, ${at('at')} AS at, position::float8 AS position FROM fatong.event WHERE stream_id = $1 ORDER BY version`,
          [caseId],
        )
      ).rows,
  )
}

/** Files that belong to a case in reach, in the order they came; without those that were taken back. */
export async function materials(connections: Connections, access: AccessContext, caseId: string): Promise<Material[]> {
  return withAccess(
    connections,
    access,
    async ({ client }) =>
      (
        await client.query<Material>(
          `SELECT m.id, m.kind, m.name, m.sha256, b.media_type AS "mediaType", b.bytes, ${at('m.added_at')} AS "addedAt"
     FROM fatong.material m JOIN fatong.blob b ON b.sha256 = m.sha256 WHERE m.case_id = $1 AND m.taken_back_at IS NULL ORDER BY m.added_at, m.id`,
          [caseId],
        )
      ).rows,
  )
}

/** The line of one case in reach, by id or by number. */
export async function line(
  connections: Connections,
  access: AccessContext,
  by: { id: string } | { number: string },
): Promise<CaseLine | undefined> {
  const [condition, value] = 'id' in by ? ['c.id = $1', by.id] : ['c.number = $1', by.number]
  return withAccess(
    connections,
    access,
    async ({ client }) =>
      (await client.query<CaseLine>(`SELECT ${LINE} FROM fatong.case_file c WHERE ${condition}`, [value])).rows[0],
  )
}

/** The numbers of those of the cases that are in reach, by id. */
export async function numbers(
  connections: Connections,
  access: AccessContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  return withAccess(
    connections,
    access,
    async ({ client }) =>
      new Map(
        (
          await client.query<{ id: string; number: string }>(
            'SELECT id, number FROM fatong.case_file WHERE id = ANY ($1::uuid[])',
            [ids],
          )
        ).rows.map(({ id, number }) => [id, number]),
      ),
  )
}

/** Cases in which a citizen is the applicant or applies for somebody, newest first. */
export async function casesOfPerson(
  connections: Connections,
  access: AccessContext,
  personId: string,
  most = 100,
): Promise<CaseLine[]> {
  return withAccess(
    connections,
    access,
    async ({ client }) =>
      (
        await client.query<CaseLine>(
          `SELECT ${LINE} FROM fatong.case_file c WHERE c.applicant_id = $1 OR c.proxy_id = $1 ORDER BY c.submitted_at DESC, c.id LIMIT $2`,
          [personId, most],
        )
      ).rows,
  )
}
