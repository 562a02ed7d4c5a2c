import type { StaffMe } from '@fatong/contract/desk/session.ts'
import type { StaffCaller } from '../caller.ts'
import { assisting } from '../casework/filing-place.ts'
import { done, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { directory } from '../places/directory.ts'
import { staffView } from './staff-view.ts'

/** Who is signed in at the desk. */
export async function staffMe(parts: Parts, caller: StaffCaller): Promise<Outcome<StaffMe>> {
  const helps = assisting(await directory(parts), caller)
  return done({ ...staffView(parts, caller), ...(helps ? { assisting: helps } : {}) })
}
