import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import type { KeyRing } from '../crypto/keys.ts'

export const CODE_MINUTES = 5
export const CODE_TRIES = 5
export const RESEND_SECONDS = 60

/** Six digits from a source nobody can foresee. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0')

/** Six digits can be tried out in no time, so what is stored needs the installation's key. Bound to one message. */
export const codeHash = (keys: KeyRing, id: string, code: string): Buffer =>
  createHmac('sha256', keys.oneTimeCode).update(`${id}\0${code}`).digest()

export const sameHash = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b)
