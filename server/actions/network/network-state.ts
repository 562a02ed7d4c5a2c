import { addDays, type LocalDate } from '@fatong/law/calendar/dates.ts'
import type { AgeGroup, Service } from '@fatong/network/coverage/vocabulary.ts'
import { DAYS_SEEN, servicePlaces } from '@fatong/network/presence/week.ts'
import type { Mode } from '@fatong/network/roads/profiles/profile.ts'
import type { StoredVillage } from '../../db/stores/network.ts'
import type { StoredPlace } from '../../db/stores/places.ts'
import type { LocatedPlace, NetworkState } from '../../network/orders.ts'
import type { Parts } from '../parts.ts'
import { byPlaceAndDay, postOf, turnsBy } from './presence.ts'
import { shiftsOf } from './shifts.ts'
import { positionOf, servicesOf, tierOf } from './tiers.ts'

/** How people of each age get about where nobody chose: ours, not surveyed. */
export const USUAL_TRAVEL: Record<AgeGroup, Mode> = { child: 'ebike', adult: 'ebike', elder: 'ebike', oldest: 'walk' }

export interface Inputs {
  state: NetworkState
  villages: StoredVillage[]
  places: Map<string, StoredPlace>
  visits: number
  /** by id of place: services that somebody does by a roster */
  rostered: ReadonlyMap<string, readonly Service[]>
}

/** All that coverage of a week rests on: people, places that are open to them, hours, rosters less what is booked. */
export async function networkState(
  parts: Parts,
  monday: LocalDate,
  { travel, minutes }: { travel?: Mode; minutes: number },
): Promise<Inputs> {
  const days = Array.from({ length: DAYS_SEEN }, (_, at) => addDays(monday, at))
  const last = addDays(monday, DAYS_SEEN - 1)
  const [villages, all, calendar, roster] = await Promise.all([
    parts.stores.network.villages(),
    parts.stores.places.all(),
    parts.law.calendar(),
    parts.stores.network.roster(monday, last),
  ])
  const turns = turnsBy(shiftsOf(roster, monday, DAYS_SEEN))
  const shown = all.filter(
    (place) =>
      place.active &&
      place.public &&
      tierOf(place.kind) !== undefined &&
      tierOf(place.kind) !== 'workstation' &&
      servicesOf(place).length > 0 &&
      positionOf(place) !== undefined,
  )
  const booked = byPlaceAndDay(
    await parts.stores.network.taken(
      shown.map(({ id }) => id),
      monday,
      last,
    ),
    (one) => one,
  )
  const found = await Promise.all(
    shown.map(async (place) => {
      const known = days.map((day) => ({
        turns: turns(place.id, day),
        booked: booked(place.id, day).map(({ fromMinute, toMinute }) => ({ open: fromMinute, close: toMinute })),
      }))
      const at = positionOf(place)!
      const {
        place: own,
        visits,
        rostered,
      } = servicePlaces(place.id, await postOf(parts, place), monday, known, calendar)
      return { place: { ...own, at }, visits: visits.map((visit): LocatedPlace => ({ ...visit, at })), rostered }
    }),
  )
  const visits = found.flatMap((one) => one.visits)
  return {
    state: {
      villages: villages.flatMap((one) => {
        const at = positionOf(one)
        return at
          ? [
              {
                code: one.code,
                people: { child: one.child, adult: one.adult, elder: one.elder, oldest: one.oldest },
                at,
              },
            ]
          : []
      }),
      places: [...found.map(({ place }) => place), ...visits],
      monday,
      calendar,
      modeOf: travel ? { child: travel, adult: travel, elder: travel, oldest: travel } : USUAL_TRAVEL,
      limitMinutes: minutes,
    },
    villages,
    places: new Map(shown.map((place) => [place.id, place])),
    visits: visits.length,
    rostered: new Map(found.map(({ place, rostered }) => [place.id, rostered])),
  }
}
