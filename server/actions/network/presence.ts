import {
  addDays,
  instantAt,
  localDateOf,
  minutesOfDay,
  type Instant,
  type LocalDate,
} from '@fatong/law/calendar/dates.ts'
import type { WorkCalendar } from '@fatong/law/calendar/working-days.ts'
import type { Service, Tier } from '@fatong/network/coverage/vocabulary.ts'
import {
  metAt,
  metOn,
  offeredAt,
  presenceOn,
  type DayPresence,
  type Post,
  type Turn,
} from '@fatong/network/presence/presence.ts'
import { unmetVisits, type Unmet, type Visit } from '@fatong/network/presence/received.ts'
import type { StoredPlace } from '../../db/stores/places.ts'
import type { Parts } from '../parts.ts'
import { knownHours } from '../places/known-hours.ts'
import { shiftsOf, turnOf, type DayShift } from './shifts.ts'
import { servicesOf, tierOf } from './tiers.ts'

/** Where people help on which days, looked up once for a span of days. */
export interface Presence {
  calendar: WorkCalendar
  /** What can be had at a place at all: its own services, and those of who visits it on these days. */
  offers(place: StoredPlace): readonly Service[]
  /** When it can be had on a day, and for how many at once; without a service, when somebody helps with whatever. */
  on(place: StoredPlace, day: LocalDate, service?: Service): Promise<DayPresence>
  /** What can be come for by appointment at a place on these days. */
  meets(place: StoredPlace): readonly Service[]
  /** When somebody meets whoever has an appointment for it on a day, and how many at once. */
  meetsOn(place: StoredPlace, day: LocalDate, service: Service): Promise<DayPresence>
  /** Which of all visits of a place on a day nobody receives any more, and why. */
  unmetOn(place: StoredPlace, day: LocalDate, visits: readonly Visit[]): Promise<Map<string, Unmet>>
}

/** A place as the rule of who is there takes it. */
export const postOf = async (parts: Pick<Parts, 'law'>, place: StoredPlace): Promise<Post> => ({
  tier: postTier(place),
  services: servicesOf(place),
  hours: await knownHours(parts, place),
})
const postTier = ({ kind }: StoredPlace): Tier => tierOf(kind) ?? 'partner'

/** What there is of each place and day; nothing where there is nothing. */
export function byPlaceAndDay<T>(
  all: readonly T[],
  where: (one: T) => { placeId: string; day: LocalDate },
): (placeId: string, day: LocalDate) => readonly T[] {
  const by = new Map<string, T[]>()
  for (const one of all) {
    const { placeId, day } = where(one)
    const key = `${placeId} ${day}`
    by.set(key, [...(by.get(key) ?? []), one])
  }
  return (placeId, day) => by.get(`${placeId} ${day}`) ?? []
}

/** Whoever is away included, because a line is in force all the same. */
export function turnsBy(shifts: readonly DayShift[]): (placeId: string, day: LocalDate) => readonly Turn[] {
  const at = byPlaceAndDay(shifts, ({ line: { placeId }, day }) => ({ placeId, day }))
  return (placeId, day) => at(placeId, day).map(turnOf)
}

export async function presence(parts: Parts, first: LocalDate, days: number): Promise<Presence> {
  const [calendar, stored] = await Promise.all([
    parts.law.calendar(),
    parts.stores.network.roster(first, addDays(first, days - 1)),
  ])
  const turns = turnsBy(shiftsOf(stored, first, days))
  const every = (place: StoredPlace): Turn[] =>
    Array.from({ length: days }, (_, at) => turns(place.id, addDays(first, at))).flat()
  return {
    calendar,
    offers: (place) => offeredAt({ services: servicesOf(place) }, every(place)),
    meets: (place) => metAt({ tier: postTier(place), services: servicesOf(place) }, every(place)),
    meetsOn: async (place, day, service) =>
      metOn(await postOf(parts, place), day, turns(place.id, day), calendar, service),
    unmetOn: async (place, day, visits) =>
      unmetVisits(place.active ? await postOf(parts, place) : undefined, day, turns(place.id, day), calendar, visits),
    on: async (place, day, service) =>
      presenceOn(await postOf(parts, place), day, turns(place.id, day), calendar, service),
  }
}

export interface OpenState {
  open: boolean | null
  opensAt: Instant | null
  closesAt: Instant | null
}
const LOOK_AHEAD_DAYS = 15

/** Whether somebody is there at a moment, and else when next, within about two weeks. */
export async function openAt(place: StoredPlace, at: Instant, there: Presence, service?: Service): Promise<OpenState> {
  const today = localDateOf(at)
  let known = true
  for (let ahead = 0; ahead < LOOK_AHEAD_DAYS; ahead += 1) {
    const day = addDays(today, ahead)
    const { spans, certain } = await there.on(place, day, service)
    if (ahead === 0) known = certain
    const minute = ahead === 0 ? minutesOfDay(at) : -1
    const span = spans.find(({ close }) => close > minute)
    if (!span) continue
    const now = ahead === 0 && span.open <= minute
    return {
      open: known ? now : null,
      opensAt: now ? at : instantAt(day, span.open),
      closesAt: instantAt(day, span.close),
    }
  }
  return { open: known ? false : null, opensAt: null, closesAt: null }
}
export const PRESENCE_DAYS = LOOK_AHEAD_DAYS
