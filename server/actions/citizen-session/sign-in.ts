import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Me, signIn as route } from '@fatong/contract/citizen/session.ts'
import { CODE_TRIES, codeHash, sameHash } from '../../identity/one-time-code/code.ts'
import { takeAttempt } from '../admission.ts'
import { auditEntry } from '../audit-entry.ts'
import type { Caller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { openSession } from '../session/opened-session.ts'
import { meView } from './me-view.ts'
import { SIGN_IN } from './request-code.ts'

/** Signs a citizen in by phone and code. A code works once, for 5 minutes and 5 tries; somebody new becomes known by it. */
export async function signIn(
  parts: Parts,
  caller: Caller,
  { body }: InputOf<typeof route>,
): Promise<Outcome<z.infer<typeof Me>>> {
  const guesses = await takeAttempt(parts, 'guessesOfAddress', caller.ip)
  if (!guesses.ok) return failed('tooManyRequests', { retryAfterSeconds: guesses.retryAfterSeconds })
  const { attempts, codes, people } = parts.stores
  const now = parts.clock.now()
  const phoneBidx = parts.crypto.blindIndex('phone', body.phone)
  const issued = await codes.try(phoneBidx, SIGN_IN, CODE_TRIES, now)
  const right =
    issued !== undefined &&
    sameHash(issued.codeHash, codeHash(parts.crypto.keys, issued.id, body.code)) &&
    (await codes.use(issued.id))
  if (!right) return failed('wrongCode')

  await Promise.all([
    attempts.giveBack(guesses.key),
    attempts.clear([parts.crypto.attemptMark('codesOfPhone', body.phone)]),
  ])
  const person = await people.ofPhone(phoneBidx, body.name, {
    id: randomUUID(),
    name: body.name ?? '',
    phoneEnc: parts.crypto.encrypt('person.phone', body.phone),
    phoneBidx,
    createdAt: now,
  })
  const entry = {
    ...auditEntry(parts, caller, { action: 'signIn', subjectKind: 'person', subjectId: person.id }),
    actor: { kind: 'citizen' as const, id: person.id, name: person.name || '申请人' },
  }
  const opened = await openSession(parts, caller, { personId: person.id }, [entry])
  const view = await meView(parts, person.id)
  return view ? done(view, { cookies: [opened.cookie] }) : failed('unexpected')
}
