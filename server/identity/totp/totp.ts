import { Secret, TOTP } from 'otpauth'
import type { Instant } from '@fatong/law/calendar/dates.ts'

const PERIOD = 30
/** RFC 6238 with what every authenticator app takes: SHA-1, 6 digits, 30 seconds. One step of clock drift to each side. */
const of = (secret: string, login = '') =>
  new TOTP({
    issuer: '法通',
    label: login,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD,
    secret: Secret.fromBase32(secret),
  })

/** 160 random bits in base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/** Address for the QR code. */
export const totpUri = (secret: string, login: string): string => of(secret, login).toString()

/** The step a code belongs to, or undefined when it is wrong. The caller refuses a step that was used before. */
export function totpStep(secret: string, code: string, now: Instant): number | undefined {
  const delta = of(secret).validate({ token: code, timestamp: now, window: 1 })
  return delta === null ? undefined : Math.floor(now / 1000 / PERIOD) + delta
}

/** The code of this moment; for tests and sample accounts. */
export const totpCode = (secret: string, now: Instant): string => of(secret).generate({ timestamp: now })
