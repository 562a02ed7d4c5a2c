import type { changePassword as route } from '@fatong/contract/desk/session.ts'
import { hashPassword, passwordMatches } from '../../identity/password/hash.ts'
import { isStrong } from '../../identity/password/strength.ts'
import { takeAttempt } from '../admission.ts'
import { auditEntry } from '../audit-entry.ts'
import type { StaffCaller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'

/** Changes one's own password; all other devices are signed out. Guesses at the current one count like those at sign-in. */
export async function changePassword(
  parts: Parts,
  caller: StaffCaller,
  { body }: InputOf<typeof route>,
): Promise<Outcome<Record<string, never>>> {
  const account = await takeAttempt(parts, 'account', caller.login)
  if (!account.ok) return failed('locked', { retryAfterSeconds: account.retryAfterSeconds })
  const { attempts, signIn } = parts.stores
  const record = await signIn.find(caller.login)
  const matches = await passwordMatches(body.current, record?.passwordHash)
  if (matches === 'busy') {
    await attempts.giveBack(account.key)
    return failed('tooManyRequests', { retryAfterSeconds: 5 })
  }
  if (!matches) return failed('wrongCredentials', { fields: { current: '现在的密码不对，请再试一次' } })
  await attempts.clear([account.key])
  if (body.next === body.current) return failed('weakPassword', { fields: { next: '新密码不能和现在的一样' } })
  if (!isStrong(body.next, caller.login))
    return failed('weakPassword', { fields: { next: '请用至少 10 个字符，含字母和数字，不要用常见的密码' } })
  const hash = await hashPassword(body.next)
  if (hash === 'busy') return failed('tooManyRequests', { retryAfterSeconds: 5 })
  const now = parts.clock.now()
  await signIn.setPassword(caller.staffId, hash, now, now, Buffer.from(caller.sessionId, 'hex'), [
    auditEntry(parts, caller, {
      action: 'change',
      subjectKind: 'staff',
      subjectId: caller.staffId,
      fields: ['password'],
    }),
  ])
  parts.sessions.forget()
  return done({})
}
