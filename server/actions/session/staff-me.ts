import type { StaffMe } from '@fatong/contract/desk/session.ts'
import type { Caller } from '../caller.ts'
import { assisting } from '../casework/filing-place.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { directory } from '../places/directory.ts'
import { staffView } from './staff-view.ts'

/** Who is signed in at the desk. */
export async function staffMe(parts: Parts, caller: Caller): Promise<Outcome<StaffMe>> {
  if (caller.kind !== 'staff') return failed('signInNeeded')
  const helps = assisting(await directory(parts), caller)
  return done({ ...staffView(parts, caller), ...(helps ? { assisting: helps } : {}) })
}
