import { auditEntry } from '../audit-entry.ts'
import type { Caller } from '../caller.ts'
import { done, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'

/** Ends the session of whoever calls, staff or citizen. Without one there is nothing to end, and that is fine. */
export async function signOut(parts: Parts, caller: Caller): Promise<Outcome<Record<string, never>>> {
  if (caller.kind === 'anonymous') return done({})
  const subjectId = caller.kind === 'staff' ? caller.staffId : caller.personId
  await parts.stores.sessions.revoke(Buffer.from(caller.sessionId, 'hex'), parts.clock.now(), [
    auditEntry(parts, caller, {
      action: 'signOut',
      subjectKind: caller.kind === 'staff' ? 'staff' : 'person',
      subjectId,
    }),
  ])
  parts.sessions.forget(caller.sessionId)
  return done(
    {},
    { cookies: [{ name: caller.kind === 'staff' ? 'ft_staff' : 'ft_citizen', value: null, maxAgeSeconds: 0 }] },
  )
}
