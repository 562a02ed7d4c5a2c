import { said } from '@fatong/casework/audit-words.ts'
import type { z } from 'zod'
import type { ParameterView, releaseParameter as releaseRoute } from '@fatong/contract/desk/administration.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, type StaffCaller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { onceKey } from '../request-once.ts'
import { administers } from './may.ts'
import { changedSet, parameterView, trialHolds } from './parameter-change.ts'

type Listed = { items: z.infer<typeof ParameterView>[] }
const list = async (parts: Parts): Promise<Listed> => ({ items: (await parts.law.parameters()).map(parameterView) })

export async function parameters(parts: Parts, _caller: StaffCaller): Promise<Outcome<Listed>> {
  return done(await list(parts))
}

/** Releases a changed figure. It must have been tried on the applications first, and on the figures that hold now. */
export async function releaseParameter(
  parts: Parts,
  caller: StaffCaller,
  { body, idempotencyKey }: InputOf<typeof releaseRoute>,
): Promise<Outcome<Listed>> {
  const right = administers(caller, 'law')
  if (!right.ok) return right
  const { change, token, why } = body
  const key = onceKey(parts, 'releaseParameter', right.staff.staffId, idempotencyKey, body)
  if (key && (await parts.stores.lawSettings.wasReleased(key))) return done(await list(parts))
  parts.law.refresh()
  const current = await parts.law.parameters()
  const changed = changedSet(current, change)
  if (!changed.ok) return failed('malformed', { fields: { change: changed.problems.join('；') } })
  const now = parts.clock.now()
  if (!trialHolds(parts, current, change, token, now))
    return failed('malformed', {
      fields: { token: '请先试算，看过会变的结论再发布。试算一小时内有效；期间别人发布过也要重新试算。' },
    })
  const entry = auditEntry(parts, caller, {
    action: 'administer',
    subjectKind: 'parameter',
    subjectId: change.key,
    fields: [said(`${change.value} 自 ${change.from}`)],
    why,
  })
  const once = await parts.stores.lawSettings.releaseParameter(
    accessOf(right.staff),
    changed.entry,
    { trial: token, why },
    right.staff.staffId,
    now,
    key,
    entry,
  )
  if (once.done === 'never') return failed(once.reason)
  parts.law.refresh()
  return done(await list(parts))
}
