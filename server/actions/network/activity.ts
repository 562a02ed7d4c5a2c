import type { z } from 'zod'
import { PLACE_KINDS, type PlaceKind } from '@fatong/casework/vocabulary.ts'
import type { activity as route } from '@fatong/contract/network/handover.ts'
import { daysBetween, lastDayOfMonth, localDate, localDateOf } from '@fatong/law/calendar/dates.ts'
import { holdsRole, type StaffCaller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { dutyHours } from './duty-hours.ts'
import { shiftsOf } from './shifts.ts'
import { tierOf } from './tiers.ts'

/** What each point of every tier did in a month, up to now when it is not over. Everybody sees their own places and those below. */
export async function readActivity(
  parts: Parts,
  caller: StaffCaller,
  { query }: InputOf<typeof route>,
): Promise<Outcome<z.infer<typeof route.reply>>> {
  if (
    !holdsRole(
      caller,
      'clerk',
      'director',
      'stationStaff',
      'legalLiaison',
      'bureauOfficer',
      'qualityOfficer',
      'administrator',
    )
  )
    return failed('forbidden')
  const month = query.month ?? localDateOf(parts.clock.now()).slice(0, 7)
  const first = localDate(`${month}-01`)
  const last = lastDayOfMonth(first)
  const now = parts.clock.now()
  const kinds = (Object.keys(PLACE_KINDS) as PlaceKind[]).filter((kind) => tierOf(kind) !== undefined)
  const [rows, places, roster, calendar] = await Promise.all([
    parts.stores.handovers.month(first, last, kinds),
    parts.stores.places.all(),
    parts.stores.network.roster(first, last),
    parts.law.calendar(),
  ])
  // Of a workstation whose week nobody entered, duty counts by the district's hours.
  const offices = new Map(await Promise.all(places.map(async ({ id }) => [id, await parts.law.office(id)] as const)))
  const hours = dutyHours(shiftsOf(roster, first, daysBetween(first, last) + 1), offices, calendar, now)
  const byId = new Map(places.map((place) => [place.id, place]))
  const items = rows
    .filter(({ placeId }) => caller.placeIds.includes(placeId))
    .map((row) => {
      const place = byId.get(row.placeId)!
      return {
        ...row,
        name: place.name,
        kindText: PLACE_KINDS[place.kind],
        code: place.code,
        dutyHours: Math.round((hours.get(row.placeId) ?? 0) * 10) / 10,
      }
    })
  return done({ month, items: items.sort((a, b) => (a.code < b.code ? -1 : 1)).map(({ code: _code, ...one }) => one) })
}
