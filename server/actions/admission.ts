import { policyFor, type AttemptKind } from '../identity/attempts/policy.ts'
import type { Parts } from './parts.ts'

export type Door = { ok: true; key: Buffer; tried: number } | { ok: false; retryAfterSeconds: number }

/** Counts an attempt before it is judged. `of` is an account, a phone or an address; only a keyed hash of it is kept. */
export async function takeAttempt(parts: Parts, kind: AttemptKind, of: string): Promise<Door> {
  const key = parts.crypto.attemptMark(kind, of)
  const policy = policyFor(kind, parts.config.rateLimitFactor)
  if (!policy) return { ok: true, key, tried: 0 }
  const now = parts.clock.now()
  const admission = await parts.stores.attempts.take(key, policy, now)
  return admission.ok
    ? { ok: true, key, tried: admission.tried }
    : { ok: false, retryAfterSeconds: Math.max(1, Math.ceil((admission.until - now) / 1000)) }
}
