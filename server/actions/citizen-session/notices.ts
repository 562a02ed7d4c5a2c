import { accessOf, type Caller } from '../caller.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import type { StoredNotice } from '../../db/stores/people.ts'

/** The citizen's inbox, newest first. */
export async function notices(parts: Parts, caller: Caller): Promise<Outcome<{ items: StoredNotice[] }>> {
  if (caller.kind !== 'citizen') return failed('signInNeeded')
  return done({ items: await parts.stores.people.notices(accessOf(caller), caller.personId) })
}

export async function readNotices(parts: Parts, caller: Caller): Promise<Outcome<Record<string, never>>> {
  if (caller.kind !== 'citizen') return failed('signInNeeded')
  await parts.stores.people.readNotices(accessOf(caller), caller.personId, parts.clock.now())
  return done({})
}
