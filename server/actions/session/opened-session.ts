import { newToken } from '../../identity/session/sessions.ts'
import { tokenHash } from '../../identity/crypto/personal-data.ts'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { AuditEntry } from '../../db/rows.ts'
import type { Caller } from '../caller.ts'
import type { CookieChange } from '../outcome.ts'
import type { Parts } from '../parts.ts'

interface Opened {
  sessionId: string
  cookie: CookieChange
}

/**
 * Opens a session with a token of its own and ends the one the caller came with, so that nobody can slip a person a
 * session of theirs (session fixation).
 */
export async function openSession(
  parts: Parts,
  caller: Caller,
  of: { staffId: string; secondFactorAt?: Instant } | { personId: string },
  audit: readonly AuditEntry[],
): Promise<Opened> {
  const token = newToken()
  const id = tokenHash(token)
  const kind = 'staffId' in of ? 'staff' : 'citizen'
  const { maxMs } = parts.sessions.times[kind]
  const now = parts.clock.now()
  const before = caller.kind === kind ? caller.sessionId : undefined
  await parts.stores.sessions.create(
    {
      id,
      ...of,
      createdAt: now,
      expiresAt: (now + maxMs) as Instant,
      userAgent: caller.userAgent.slice(0, 300),
      ipHash: parts.crypto.addressMark(caller.ip).toString('hex'),
      ...(before === undefined ? {} : { replaces: Buffer.from(before, 'hex') }),
    },
    audit,
  )
  if (before !== undefined) parts.sessions.forget(before)
  return {
    sessionId: id.toString('hex'),
    cookie: {
      name: kind === 'staff' ? 'ft_staff' : 'ft_citizen',
      value: token,
      maxAgeSeconds: Math.floor(maxMs / 1000),
    },
  }
}
