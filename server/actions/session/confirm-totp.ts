import type { confirmTotp as route, StaffMe } from '@fatong/contract/desk/session.ts'
import { totpStep } from '../../identity/totp/totp.ts'
import { takeAttempt } from '../admission.ts'
import { auditEntry } from '../audit-entry.ts'
import type { StaffCaller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { callerOf } from './callers.ts'
import { openSession } from './opened-session.ts'
import { staffView } from './staff-view.ts'

/** Ends the setting up of a second factor. The session has more rights now, so it gets a new token. */
export async function confirmTotp(
  parts: Parts,
  caller: StaffCaller,
  { body }: InputOf<typeof route>,
): Promise<Outcome<StaffMe>> {
  if (caller.totpEnrolled && !caller.secondFactor) return failed('secondFactorNeeded')
  const account = await takeAttempt(parts, 'account', caller.login)
  if (!account.ok) return failed('locked', { retryAfterSeconds: account.retryAfterSeconds })
  const { attempts, signIn, sessions } = parts.stores
  const pending = await signIn.pendingTotp(Buffer.from(caller.sessionId, 'hex'))
  if (!pending) return failed('wrongSecondFactor', { fields: { totp: '请先扫二维码，再输入手机上的 6 位数字' } })
  const now = parts.clock.now()
  const step = totpStep(parts.crypto.decrypt('staff.totp', pending), body.totp, now)
  if (step === undefined) return failed('wrongSecondFactor')
  await attempts.clear([account.key])
  await signIn.enrolTotp(caller.staffId, pending, step, [
    auditEntry(parts, caller, {
      action: 'change',
      subjectKind: 'staff',
      subjectId: caller.staffId,
      fields: ['secondFactor'],
    }),
  ])
  const opened = await openSession(parts, caller, { staffId: caller.staffId, secondFactorAt: now }, [])
  const session = await sessions.ofStaff(Buffer.from(opened.sessionId, 'hex'), now)
  if (!session) return failed('signInNeeded')
  return done(staffView(parts, callerOf(session, opened.sessionId, caller)), { cookies: [opened.cookie] })
}
