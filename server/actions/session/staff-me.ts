import type { StaffMe } from '@fatong/contract/desk/session.ts'
import type { Caller } from '../caller.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { staffView } from './staff-view.ts'

/** Who is signed in at the desk. */
export async function staffMe(parts: Parts, caller: Caller): Promise<Outcome<StaffMe>> {
  return caller.kind === 'staff' ? done(staffView(parts, caller)) : failed('signInNeeded')
}
