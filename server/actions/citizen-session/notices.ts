import { accessOf, type CitizenCaller } from '../caller.ts'
import { done, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import type { StoredNotice } from '../../db/stores/people.ts'

/** The citizen's inbox, newest first. */
export async function notices(parts: Parts, caller: CitizenCaller): Promise<Outcome<{ items: StoredNotice[] }>> {
  return done({ items: await parts.stores.people.notices(accessOf(caller), caller.personId) })
}

export async function readNotices(parts: Parts, caller: CitizenCaller): Promise<Outcome<Record<string, never>>> {
  await parts.stores.people.readNotices(accessOf(caller), caller.personId, parts.clock.now())
  return done({})
}
