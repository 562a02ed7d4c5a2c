import { gatheredRead } from '../gathered.ts'
import type { Connections } from '../postgres.ts'

interface Request {
  scope: string
  key: string
  requestHash: string
}
interface Row {
  scope: string
  key: string
  request_hash: string
  reply: unknown
}

/** What a key was answered before, 'keyReused' when it stood for another request, undefined when it is new. */
export function answeredBefore(
  connections: Connections,
): (request: Request) => Promise<{ reply: unknown } | 'keyReused' | undefined> {
  return gatheredRead<Request, Row, { reply: unknown } | 'keyReused' | undefined>(connections, {
    name: 'answered_before',
    text: `SELECT d.scope, d.key, d.request_hash, d.reply FROM unnest($1::text[], $2::text[]) AS t (scope, key)
      JOIN fatong.idempotency d ON d.scope = t.scope AND d.key = t.key`,
    values: (requests) => [requests.map(({ scope }) => scope), requests.map(({ key }) => key)],
    pick(rows, { scope, key, requestHash }) {
      const row = rows.find((one) => one.scope === scope && one.key === key)
      if (!row) return undefined
      return row.request_hash === requestHash ? { reply: row.reply } : 'keyReused'
    },
  })
}
