import { fieldsOf } from '@fatong/casework/audit-words.ts'
import type { z } from 'zod'
import type { savePledges as saveRoute } from '@fatong/contract/consultation/quality.ts'
import { administers } from '../../administration/may.ts'
import { auditEntry } from '../../audit-entry.ts'
import { accessOf, type StaffCaller } from '../../caller.ts'
import type { InputOf } from '../../input.ts'
import { done, type Outcome } from '../../outcome.ts'
import type { Parts } from '../../parts.ts'
import { currentPledges, PLEDGE_SETTING, type Pledges } from '../tickets/pledge.ts'

export async function readPledges(parts: Parts, _caller: StaffCaller): Promise<Outcome<Pledges>> {
  return done(await currentPledges(parts))
}

/** What is promised from now on; questions already left keep the promise they were given. */
export async function savePledges(
  parts: Parts,
  caller: StaffCaller,
  { body }: InputOf<typeof saveRoute>,
): Promise<Outcome<z.infer<typeof saveRoute.reply>>> {
  const right = administers(caller, 'law')
  if (!right.ok) return right
  const { why, ...pledges } = body
  const entry = auditEntry(parts, caller, {
    action: 'administer',
    subjectKind: 'setting',
    subjectId: PLEDGE_SETTING,
    fields: fieldsOf(pledges),
    why: why || null,
  })
  await parts.stores.lawSettings.saveSetting(
    accessOf(right.staff),
    PLEDGE_SETTING,
    pledges,
    right.staff.staffId,
    parts.clock.now(),
    entry,
  )
  return done(await currentPledges(parts))
}
