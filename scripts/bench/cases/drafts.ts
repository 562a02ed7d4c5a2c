import { randomUUID } from 'node:crypto'
import { HttpConnection, jsonOf } from './http-client.ts'
import { entryOf, signaturePng } from './invented.ts'
import { json, type Citizen } from './people.ts'
import { inParallel } from './statistics.ts'

/** An application that only waits for its button: whose, and the body that submits it. */
export interface ReadyDraft {
  cookie: string
  body: string
}

let made = 0

/** Starts drafts and hands in a signature with each, as the citizen's pages do. Not timed. */
export async function prepareDrafts(port: number, citizens: readonly Citizen[], count: number): Promise<ReadyDraft[]> {
  const connections = Array.from({ length: 8 }, () => new HttpConnection(port))
  const drafts = await inParallel(
    Array.from({ length: count }, () => made++),
    connections.length,
    async (n) => {
      const citizen = citizens[n % citizens.length]!
      const connection = connections.pop()!
      try {
        const { draft, secret } = jsonOf<{ draft: { id: string }; secret: string }>(
          await connection.request({
            method: 'POST',
            path: '/api/drafts',
            headers: { ...json, cookie: citizen.cookie, 'idempotency-key': randomUUID() },
            body: '{"data":{}}',
          }),
          'starting a draft',
        )
        jsonOf(
          await connection.request({
            method: 'POST',
            path: `/api/drafts/${draft.id}/materials?kind=signature&name=signature.png`,
            headers: {
              'content-type': 'application/octet-stream',
              'x-file-type': 'image/png',
              'x-draft-secret': secret,
              cookie: citizen.cookie,
            },
            body: signaturePng(n),
          }),
          'handing in a signature',
        )
        return {
          cookie: citizen.cookie,
          body: JSON.stringify({ draftId: draft.id, draftSecret: secret, entry: entryOf(n, citizen.n) }),
        }
      } finally {
        connections.push(connection)
      }
    },
  )
  for (const connection of connections) connection.close()
  return drafts
}
