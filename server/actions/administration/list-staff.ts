import type { z } from 'zod'
import { localDateOf } from '@fatong/law/calendar/dates.ts'
import type { staff as route, StaffEntry } from '@fatong/contract/desk/administration.ts'
import { accessOf, type StaffCaller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { administers } from './may.ts'
import { relativesRead } from './relatives.ts'
import { staffEntries } from './staff-entry.ts'

const PAGE = 50

/** Accounts in order of login, a page at a time. */
export async function listStaff(
  parts: Parts,
  caller: StaffCaller,
  { query }: InputOf<typeof route>,
): Promise<Outcome<{ items: z.infer<typeof StaffEntry>[]; next: string | null }>> {
  const right = administers(caller, 'people')
  if (!right.ok) return right
  const found = await parts.stores.staff.list(
    accessOf(right.staff),
    query.q?.trim() || undefined,
    query.cursor,
    PAGE + 1,
    localDateOf(parts.clock.now()),
    // The one too many only says that there is another page; nobody reads it.
    (found) => relativesRead(parts, caller, found.slice(0, PAGE)),
  )
  const page = found.slice(0, PAGE)
  return done({
    items: await staffEntries(parts, page),
    next: found.length > PAGE ? (page.at(-1)?.login ?? null) : null,
  })
}
