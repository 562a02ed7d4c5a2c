import { daysBetween, instantAt, localDateOf, type Instant } from '@fatong/law/calendar/dates.ts'
import type { Service } from '@fatong/network/coverage/vocabulary.ts'
import type { Unmet } from '@fatong/network/presence/received.ts'
import type { StoredAppointment } from '../../db/stores/network.ts'
import type { StoredPlace } from '../../db/stores/places.ts'
import type { Parts } from '../parts.ts'
import { byPlaceAndDay, presence } from './presence.ts'

export interface UnmetVisit {
  visit: StoredAppointment
  why: Unmet
  /** whom the visitor can ring about it */
  phone: string
}
export interface Standing {
  /** booked, and not over */
  visits: readonly StoredAppointment[]
  /** by id, those of them that nobody receives */
  unmet: ReadonlyMap<string, UnmetVisit>
}

/** Visits still to come, everywhere or at some places, and which of them nobody receives any more: by who is there as known at this moment. */
export async function standingVisits(parts: Parts, placeIds?: readonly string[]): Promise<Standing> {
  const now = parts.clock.now()
  const today = localDateOf(now)
  const booked = await parts.stores.network.standing(today, placeIds)
  const last = booked.at(-1)?.day
  if (last === undefined) return { visits: [], unmet: new Map() }
  const [there, places] = await Promise.all([
    presence(parts, today, daysBetween(today, last) + 1),
    parts.stores.places.all(),
  ])
  const center = places.find(({ kind }) => kind === 'center')
  const ofDay = byPlaceAndDay(booked, (one) => one)
  const found = await Promise.all(
    [...new Map(booked.map((one) => [`${one.placeId} ${one.day}`, one])).values()].map(async ({ placeId, day }) => {
      const place = places.find(({ id }) => id === placeId)
      if (place === undefined) return []
      // All of the day, what is over included: who was received takes up room until the end of the visit.
      const all = ofDay(placeId, day)
      const unmet = await there.unmetOn(
        place,
        day,
        all.map(({ id, service, fromMinute, toMinute, placedAt }) => ({
          id,
          service: service as Service,
          from: fromMinute,
          to: toMinute,
          placedAt,
        })),
      )
      return all.flatMap((visit) => {
        const why = unmet.get(visit.id)
        return why === undefined || isOver(visit, now)
          ? []
          : [[visit.id, { visit, why, phone: phoneInstead(why, place, center) }] as const]
      })
    }),
  )
  return { visits: booked.filter((one) => !isOver(one, now)), unmet: new Map(found.flat()) }
}

/** Where nobody is, nobody answers the telephone either: then the centre's, or the line that is always answered. */
function phoneInstead(why: Unmet, place: StoredPlace, center: StoredPlace | undefined): string {
  const own = why === 'crowded' ? place.phone : null
  return own ?? (place.id === center?.id ? null : center?.phone) ?? '12348'
}

/** Those of `standingVisits` that nobody receives. */
export const unmetVisits = async (parts: Parts, placeIds?: readonly string[]): Promise<Standing['unmet']> =>
  (await standingVisits(parts, placeIds)).unmet

export const isOver = ({ day, toMinute }: Pick<StoredAppointment, 'day' | 'toMinute'>, now: Instant): boolean =>
  instantAt(day, toMinute) <= now

/**
 * Makes a change to who is where or when it is open, and counts the visits that nobody receives because of it. Counted after the
 * change has been committed, by the rule that marks them; who receives visitors is told of each by `watchVisits`.
 */
export async function countingLost<T>(parts: Parts, change: () => Promise<T>): Promise<{ reply: T; lost: number }> {
  const before = await unmetVisits(parts)
  const reply = await change()
  const after = await unmetVisits(parts)
  return { reply, lost: [...after.keys()].filter((id) => !before.has(id)).length }
}
