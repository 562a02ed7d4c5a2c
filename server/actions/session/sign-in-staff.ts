import type { signInStaff as route, StaffMe } from '@fatong/contract/desk/session.ts'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import { passwordMatches } from '../../identity/password/hash.ts'
import { totpStep } from '../../identity/totp/totp.ts'
import type { SignInRecord } from '../../db/stores/sign-in.ts'
import { takeAttempt } from '../admission.ts'
import { auditEntry } from '../audit-entry.ts'
import type { Caller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { callerOf } from './callers.ts'
import { openSession } from './opened-session.ts'
import { staffView } from './staff-view.ts'

/**
 * Signs a member of staff in by password and, where set up, second factor. Every attempt is counted before it is judged,
 * per account and per address; an unknown account is answered like a known one, as late and in the same words.
 */
export async function signInStaff(
  parts: Parts,
  caller: Caller,
  { body }: InputOf<typeof route>,
): Promise<Outcome<StaffMe>> {
  const login = body.login.toLowerCase()
  const address = await takeAttempt(parts, 'address', caller.ip)
  if (!address.ok) return failed('locked', { retryAfterSeconds: address.retryAfterSeconds })
  const account = await takeAttempt(parts, 'account', login)
  if (!account.ok) return failed('locked', { retryAfterSeconds: account.retryAfterSeconds })

  const { attempts, signIn } = parts.stores
  const notCounted = () => Promise.all([attempts.giveBack(account.key), attempts.giveBack(address.key)])
  const found = await signIn.find(login)
  const record = found?.active ? found : undefined
  const matches = await passwordMatches(body.password, record?.passwordHash)
  if (matches === 'busy') {
    await notCounted()
    return failed('tooManyRequests', { retryAfterSeconds: 5 })
  }
  if (!matches || !record) {
    await signIn.audit([
      auditEntry(parts, caller, {
        action: 'signInFailed',
        subjectKind: 'staff',
        subjectId: record?.staffId ?? 'unknown',
        why: '密码不对',
      }),
    ])
    return failed('wrongCredentials')
  }

  const second = await judgeSecondFactor(parts, record, body.totp)
  if (second === 'absent') {
    await notCounted()
    return failed('secondFactorNeeded')
  }
  if (second === 'wrong') {
    await signIn.audit([
      auditEntry(parts, caller, {
        action: 'signInFailed',
        subjectKind: 'staff',
        subjectId: record.staffId,
        why: '动态验证码不对',
      }),
    ])
    return failed('wrongSecondFactor')
  }

  await Promise.all([attempts.clear([account.key]), attempts.giveBack(address.key)])
  const entry = {
    ...auditEntry(parts, caller, { action: 'signIn', subjectKind: 'staff', subjectId: record.staffId }),
    actor: { kind: 'staff' as const, id: record.staffId, name: record.name },
  }
  const opened = await openSession(
    parts,
    caller,
    { staffId: record.staffId, ...(second ? { secondFactorAt: second.at } : {}) },
    [entry],
  )
  const session = await parts.stores.sessions.ofStaff(Buffer.from(opened.sessionId, 'hex'), parts.clock.now())
  if (!session) return failed('wrongCredentials')
  return done(staffView(parts, callerOf(session, opened.sessionId, caller)), { cookies: [opened.cookie] })
}

async function judgeSecondFactor(
  parts: Parts,
  record: SignInRecord,
  code: string | undefined,
): Promise<undefined | 'absent' | 'wrong' | { at: Instant }> {
  if (!record.totpSecretEnc) return undefined
  if (code === undefined) return 'absent'
  const now = parts.clock.now()
  const step = totpStep(parts.crypto.decrypt('staff.totp', record.totpSecretEnc), code, now)
  if (step === undefined || !(await parts.stores.signIn.useTotpStep(record.staffId, step))) return 'wrong'
  return { at: now }
}
