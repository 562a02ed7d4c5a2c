import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Draft, startDraft as route } from '@fatong/contract/citizen/draft.ts'
import { tokenHash } from '../../identity/crypto/personal-data.ts'
import { newToken } from '../../identity/session/sessions.ts'
import type { Caller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { onceKey, openedReply, sealedReply } from '../request-once.ts'
import { draftExpiry, draftView } from './opened-draft.ts'

interface Started {
  draft: z.infer<typeof Draft>
  secret: string
}

/** Begins an application. No account is needed; the secret, given out once, opens it again. */
export async function startDraft(
  parts: Parts,
  caller: Caller,
  { body, idempotencyKey }: InputOf<typeof route>,
): Promise<Outcome<Started>> {
  const now = parts.clock.now()
  const secret = newToken()
  const row = {
    id: randomUUID(),
    secretHash: tokenHash(secret),
    dataEnc: parts.crypto.encrypt('draft.data', JSON.stringify(body.data)),
    version: 1,
    updatedAt: now,
    expiresAt: await draftExpiry(parts, now),
    personId: caller.kind === 'citizen' ? caller.personId : null,
    staffId: caller.kind === 'staff' ? caller.staffId : null,
  }
  const started: Started = { draft: draftView(parts, row, []), secret }
  const of = caller.kind === 'citizen' ? caller.personId : caller.kind === 'staff' ? caller.staffId : 'anyone'
  const once = await parts.stores.drafts.start(
    row,
    onceKey(parts, 'startDraft', of, idempotencyKey, body),
    sealedReply(parts, started),
  )
  switch (once.done) {
    case 'now':
      return done(started)
    case 'before':
      return done(openedReply<Started>(parts, once.reply))
    case 'never':
      return failed(once.reason)
    default:
      return once satisfies never
  }
}
