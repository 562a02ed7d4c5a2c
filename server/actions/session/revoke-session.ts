import type { revokeSession as route } from '@fatong/contract/desk/session.ts'
import { auditEntry } from '../audit-entry.ts'
import type { StaffCaller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'

/** Signs one of one's own devices out. At once in this process, within two seconds in others. */
export async function revokeSession(
  parts: Parts,
  caller: StaffCaller,
  { params }: InputOf<typeof route>,
): Promise<Outcome<Record<string, never>>> {
  const now = parts.clock.now()
  const own = (await parts.stores.sessions.listOfStaff(caller.staffId, now)).find(
    ({ id }) => id.toString('hex') === params.id,
  )
  if (!own) return failed('notFound')
  await parts.stores.sessions.revoke(own.id, now, [
    auditEntry(parts, caller, {
      action: 'change',
      subjectKind: 'staff',
      subjectId: caller.staffId,
      fields: ['session'],
    }),
  ])
  parts.sessions.forget(params.id)
  return done({})
}
