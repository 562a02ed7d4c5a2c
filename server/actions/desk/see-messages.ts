import { readsMessagesFor } from '@fatong/casework/application/permissions.ts'
import type { seeMessages as route } from '@fatong/contract/desk/cases.ts'
import { actorFor } from '../casework/acting.ts'
import { loadCase } from '../casework/load-case.ts'
import { accessOf, type StaffCaller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'

/** Takes the mark of unread messages off the case. Only those who may answer do so; that they read the case stands in the log already. */
export async function seeMessages(
  parts: Parts,
  caller: StaffCaller,
  { params, body }: InputOf<typeof route>,
): Promise<Outcome<object>> {
  const access = accessOf(caller)
  const loaded = await loadCase(parts, access, params.id)
  if (!loaded) return failed('notFound')
  const side = readsMessagesFor(await actorFor(parts, caller, loaded.state), loaded.state)
  if (side === null) return failed('forbidden')
  await parts.stores.cases.noteMessagesSeen(
    access,
    { caseId: params.id, side, version: body.version, by: caller.staffId },
    parts.clock.now(),
  )
  return done({})
}
