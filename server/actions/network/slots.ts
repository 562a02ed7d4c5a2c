import type { z } from 'zod'
import type { slots as route } from '@fatong/contract/network/finder.ts'
import { addDays, localDateOf, minutesOfDay, type Instant, type LocalDate } from '@fatong/law/calendar/dates.ts'
import { formatDate, formatMinutes } from '@fatong/law/calendar/wording.ts'
import type { Service } from '@fatong/network/coverage/vocabulary.ts'
import { roomFor } from '@fatong/network/presence/received.ts'
import type { TakenTime } from '../../db/stores/network.ts'
import type { StoredPlace } from '../../db/stores/places.ts'
import type { Caller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { presence, type Presence } from './presence.ts'
import { isHidden } from './tiers.ts'

/** What one comes for by appointment; leaflets need none. */
export const BOOKABLE: readonly Service[] = ['consultation', 'intake', 'drafting', 'mediation', 'remote']
export const SLOT_MINUTES = 30
const DAYS = 14
/** Nobody is expected sooner than this. */
const NOTICE_MINUTES = 30

export interface Slot {
  day: LocalDate
  from: number
  to: number
  room: number
  left: number
}

export const slotText = (day: LocalDate, from: number, to: number): string =>
  `${formatDate(day)}${formatMinutes(from)}–${formatMinutes(to)}`
/** Somewhere the public may come to; whether somebody is there then is for the times themselves. */
export const isOpenToVisits = (place: StoredPlace | undefined): place is StoredPlace =>
  place !== undefined && place.public && place.active && !isHidden(place.kind)
/** What one may come for by appointment on the days looked up, in the order of the list. */
export const bookableAt = (place: StoredPlace, there: Presence): Service[] => {
  const met = there.meets(place)
  return BOOKABLE.filter((service) => met.includes(service))
}

/** Times of a day at which somebody is there to meet the visitor the whole time; `left` is how many more can come. */
export async function slotsOn(
  place: StoredPlace,
  day: LocalDate,
  service: Service,
  there: Presence,
  taken: readonly TakenTime[],
  now: Instant,
): Promise<Slot[]> {
  if (!BOOKABLE.includes(service)) return []
  const { spans, room, certain } = await there.meetsOn(place, day, service)
  if (!certain) return []
  const earliest = day === localDateOf(now) ? minutesOfDay(now) + NOTICE_MINUTES : day < localDateOf(now) ? Infinity : 0
  return spans
    .flatMap(({ open, close }) =>
      Array.from({ length: Math.floor((close - open) / SLOT_MINUTES) }, (_, at) => open + at * SLOT_MINUTES),
    )
    .flatMap((from) => {
      const to = from + SLOT_MINUTES
      if (from < earliest) return []
      const all = roomFor({ spans, room }, from, to)
      const used = taken.filter(
        (one) => one.placeId === place.id && one.day === day && one.fromMinute < to && from < one.toMinute,
      ).length
      return all > 0 ? [{ day, from, to, room: all, left: Math.max(0, all - used) }] : []
    })
}

/** The next fourteen days' times at one place. */
export async function readSlots(
  parts: Parts,
  _caller: Caller,
  { params, query }: InputOf<typeof route>,
): Promise<Outcome<z.infer<typeof route.reply>>> {
  const place = (await parts.stores.places.all()).find(({ id }) => id === params.id)
  if (!isOpenToVisits(place)) return failed('notFound')
  const now = parts.clock.now()
  const first = localDateOf(now)
  const last = addDays(first, DAYS - 1)
  const [there, taken] = await Promise.all([
    presence(parts, first, DAYS),
    parts.stores.network.taken([place.id], first, last),
  ])
  const services = bookableAt(place, there)
  const service = services.includes(query.service) ? query.service : (services[0] ?? query.service)
  const days = await Promise.all(
    Array.from({ length: DAYS }, (_, at) => addDays(first, at)).map(async (day) => ({
      day,
      dayText: formatDate(day),
      slots: (await slotsOn(place, day, service, there, taken, now)).map(({ from, to, left }) => ({
        day,
        from,
        to,
        text: `${formatMinutes(from)}–${formatMinutes(to)}`,
        left,
      })),
    })),
  )
  return done({
    name: place.name,
    address: place.address ?? '',
    phone: place.phone,
    services,
    days: days.filter((one) => one.slots.length > 0),
  })
}
