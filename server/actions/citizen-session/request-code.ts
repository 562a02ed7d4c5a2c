import { randomUUID } from 'node:crypto'
import type { requestCode as route } from '@fatong/contract/citizen/session.ts'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import { maskPhone } from '../../identity/masking/mask.ts'
import { CODE_MINUTES, RESEND_SECONDS, codeHash, newCode } from '../../identity/one-time-code/code.ts'
import { takeAttempt } from '../admission.ts'
import type { Caller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'

export const SIGN_IN = 'signIn'

/** Sends a code to a phone. Known and unknown phones are answered alike; nothing is looked up. */
export async function requestCode(
  parts: Parts,
  caller: Caller,
  { body: { phone } }: InputOf<typeof route>,
): Promise<Outcome<{ sentTo: string; waitSeconds: number }>> {
  const address = await takeAttempt(parts, 'codesOfAddress', caller.ip)
  if (!address.ok) return failed('tooManyRequests', { retryAfterSeconds: address.retryAfterSeconds })
  const resend = await takeAttempt(parts, 'codeResend', phone)
  if (!resend.ok) return failed('codeTooSoon', { retryAfterSeconds: resend.retryAfterSeconds })
  const many = await takeAttempt(parts, 'codesOfPhone', phone)
  if (!many.ok) return failed('locked', { retryAfterSeconds: many.retryAfterSeconds })

  const id = randomUUID(),
    code = newCode(),
    now = parts.clock.now()
  const expiresAt = (now + CODE_MINUTES * 60_000) as Instant
  await parts.stores.codes.issue({
    id,
    phoneBidx: parts.crypto.blindIndex('phone', phone),
    purpose: SIGN_IN,
    codeHash: codeHash(parts.crypto.keys, id, code),
    createdAt: now,
    expiresAt,
  })
  const sent = await parts.sms.send(
    phone,
    `【法通】您的验证码是 ${code}，${CODE_MINUTES} 分钟内有效。不要告诉别人，工作人员也不会问您要。`,
    'code',
  )
  if (!sent.ok) {
    parts.log.error({ problem: sent.problem }, 'a sign-in code could not be sent')
    await parts.stores.attempts.clear([resend.key])
    return failed('unavailable')
  }
  return done({ sentTo: maskPhone(phone), waitSeconds: RESEND_SECONDS })
}
