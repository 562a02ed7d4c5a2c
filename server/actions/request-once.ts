import { createHash } from 'node:crypto'
import type { OnceKey } from '../db/stores/once.ts'
import type { Parts } from './parts.ts'

/** The key of a request that may come twice; undefined when the caller sent none. `of` is whose keys these are. */
export function onceKey(
  parts: Parts,
  route: string,
  of: string,
  idempotencyKey: string | undefined,
  body: unknown,
): OnceKey | undefined {
  if (idempotencyKey === undefined) return undefined
  const requestHash = createHash('sha256').update(JSON.stringify(body)).digest('hex')
  return { scope: `${route} ${of}`, key: idempotencyKey, requestHash, at: parts.clock.now() }
}

/** A reply that holds a secret is kept sealed for the repeated request. */
export const sealedReply = (parts: Parts, reply: unknown): { sealed: string } => ({
  sealed: parts.crypto.encrypt('reply', JSON.stringify(reply)).toString('base64'),
})

export const openedReply = <T>(parts: Parts, reply: unknown): T =>
  JSON.parse(parts.crypto.decrypt('reply', Buffer.from((reply as { sealed: string }).sealed, 'base64'))) as T
