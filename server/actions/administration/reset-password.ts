import type { resetPassword as route } from '@fatong/contract/desk/administration.ts'
import { localDateOf } from '@fatong/law/calendar/dates.ts'
import { hashPassword } from '../../identity/password/hash.ts'
import { initialPassword } from '../../identity/password/strength.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, type StaffCaller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { onceKey, openedReply, sealedReply } from '../request-once.ts'
import { administers } from './may.ts'

/** A new first password for somebody who lost theirs: all devices are signed out, second factor and lock are taken off. */
export async function resetPassword(
  parts: Parts,
  caller: StaffCaller,
  { params, idempotencyKey }: InputOf<typeof route>,
): Promise<Outcome<{ initialPassword: string }>> {
  const right = administers(caller, 'people')
  if (!right.ok) return right
  const access = accessOf(right.staff)
  const { stores, clock, crypto } = parts
  const now = clock.now()
  const account = await stores.staff.find(access, params.id, localDateOf(now))
  if (!account) return failed('notFound')
  const password = initialPassword()
  const hash = await hashPassword(password)
  if (hash === 'busy') return failed('tooManyRequests', { retryAfterSeconds: 5 })
  const entry = auditEntry(parts, caller, {
    action: 'administer',
    subjectKind: 'staff',
    subjectId: params.id,
    fields: ['password', 'secondFactor', 'sessions'],
  })
  const reply = { initialPassword: password }
  const once = await stores.staff.resetPassword(
    access,
    params.id,
    hash,
    now,
    onceKey(parts, 'resetPassword', right.staff.staffId, idempotencyKey, params),
    sealedReply(parts, reply),
    entry,
  )
  if (once.done === 'never') return failed(once.reason)
  await stores.attempts.clear([crypto.attemptMark('account', account.login)])
  parts.sessions.forget()
  return done(once.done === 'before' ? openedReply<typeof reply>(parts, once.reply) : reply)
}
