import { type search as route, type CaseLine } from '@fatong/contract/desk/cases.ts'
import { accessOf, type StaffCaller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { directory } from '../places/directory.ts'
import { lineView } from './lines.ts'

/** By number, name or whole phone number: what was typed tells which. */
export async function searchCases(
  parts: Parts,
  caller: StaffCaller,
  { query }: InputOf<typeof route>,
): Promise<Outcome<{ items: CaseLine[]; next: string | null }>> {
  const typed = query.q.normalize('NFKC').trim()
  const asked = /^1\d{10}$/.test(typed.replace(/[\s-]/g, ''))
    ? { phoneBidx: parts.crypto.blindIndex('phone', typed) }
    : /^[A-Za-z]{1,4}[\d-]*$/.test(typed) || /^\d{4,}$/.test(typed)
      ? { number: numberOf(typed) }
      : { name: typed }
  const [places, page] = await Promise.all([
    directory(parts),
    parts.stores.cases.search(accessOf(caller), asked, query.cursor),
  ])
  return done({ items: page.items.map((line) => lineView(line, places, parts.clock.now())), next: page.next })
}

/** People type the digits alone: 202600012 is LX202600012. */
const numberOf = (typed: string): string => (/^\d/.test(typed) ? `LX${typed}` : typed)
