import type { CaseState } from '@fatong/casework/application/state.ts'
import type { AccessContext } from '../../db/access.ts'
import { loadCase } from '../casework/load-case.ts'
import { accessOf, type CitizenCaller } from '../caller.ts'
import { failed, type Failed } from '../outcome.ts'
import type { Parts } from '../parts.ts'

export interface OwnCase {
  ok: true
  caller: CitizenCaller
  access: AccessContext
  id: string
  state: CaseState
}

/** A case of the citizen who asks, by its number. Somebody else's case and no case look the same. */
export async function ownCase(parts: Parts, caller: CitizenCaller, number: string): Promise<OwnCase | Failed> {
  const access = accessOf(caller)
  const line = await parts.stores.cases.line(access, { number: number.normalize('NFKC').trim().toUpperCase() })
  const loaded = line && (await loadCase(parts, access, line.id))
  return loaded ? { ok: true, caller, access, id: loaded.id, state: loaded.state } : failed('notFound')
}
