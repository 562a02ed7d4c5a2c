import { toString as drawQr } from 'qrcode'
import { newTotpSecret, totpUri } from '../../identity/totp/totp.ts'
import type { StaffCaller } from '../caller.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'

/** Begins setting up a second factor; it counts only after the first right code. Who has one already must have used it. */
export async function startTotp(
  parts: Parts,
  caller: StaffCaller,
): Promise<Outcome<{ secret: string; uri: string; qrSvg: string }>> {
  if (caller.totpEnrolled && !caller.secondFactor) return failed('secondFactorNeeded')
  const secret = newTotpSecret()
  await parts.stores.signIn.keepPendingTotp(
    Buffer.from(caller.sessionId, 'hex'),
    parts.crypto.encrypt('staff.totp', secret),
  )
  const uri = totpUri(secret, caller.login)
  return done({ secret, uri, qrSvg: await drawQr(uri, { type: 'svg', margin: 1 }) })
}
