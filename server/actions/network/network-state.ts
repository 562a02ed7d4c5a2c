import { addDays, instantAt, type LocalDate } from '@fatong/law/calendar/dates.ts'
import type { OfficeSettings } from '@fatong/law/calendar/office-hours.ts'
import { joined, type WeekSpans } from '@fatong/network/coverage/week.ts'
import type { AgeGroup, Service } from '@fatong/network/coverage/vocabulary.ts'
import type { Mode } from '@fatong/network/roads/profiles/profile.ts'
import type { StoredVillage } from '../../db/stores/network.ts'
import type { StoredPlace } from '../../db/stores/places.ts'
import type { LocatedPlace, NetworkState } from '../../network/orders.ts'
import type { Parts } from '../parts.ts'
import { shiftsOf, type DayShift } from './shifts.ts'
import { isManned, positionOf, servicesOf, tierOf, UNATTENDED } from './tiers.ts'

/** How people of each age get about where nobody chose: ours, not surveyed. */
export const USUAL_TRAVEL: Record<AgeGroup, Mode> = { child: 'ebike', adult: 'ebike', elder: 'ebike', oldest: 'walk' }

export interface Inputs { state: NetworkState; villages: StoredVillage[]; places: Map<string, StoredPlace>; visits: number }

/** All that coverage of a week rests on: people, places that are open to them, hours, rosters less what is booked. */
export async function networkState(parts: Parts, monday: LocalDate, { travel, minutes }: { travel?: Mode; minutes: number }): Promise<Inputs> {
  const last = addDays(monday, 6)
  const [villages, all, calendar, roster] = await Promise.all([parts.stores.network.villages(), parts.stores.places.all(), parts.law.calendar(), parts.stores.network.roster(monday, last)])
  const shifts = shiftsOf(roster, monday, 7)
  const shown = all.filter((place) => place.active && place.public && tierOf(place.kind) !== undefined && tierOf(place.kind) !== 'workstation' && servicesOf(place).length > 0 && positionOf(place) !== undefined)
  const taken = await parts.stores.network.taken(shown.map(({ id }) => id), monday, last)
  const places = await Promise.all(shown.map(async (place): Promise<LocatedPlace> => {
    const full = fullTimes(shifts.filter(({ line }) => line.placeId === place.id), taken.filter(({ placeId }) => placeId === place.id), monday)
    return { id: place.id, tier: tierOf(place.kind)!, services: servicesOf(place), hours: await parts.law.office(place.id), staffed: staffedOf(place, shifts, monday, full), at: positionOf(place)! }
  }))
  const visits = shifts.filter(({ line, memberId }) => line.kind === 'visit' && memberId !== undefined).flatMap((shift): LocatedPlace[] => {
    const place = shown.find(({ id }) => id === shift.line.placeId)
    const at = place && positionOf(place)
    return at ? [{ id: `visit ${shift.line.id}`, tier: 'visit', services: shift.line.services as Service[], hours: visitHours(shift), at }] : []
  })
  return {
    state: {
      villages: villages.flatMap((one) => {
        const at = positionOf(one)
        return at ? [{ code: one.code, people: { child: one.child, adult: one.adult, elder: one.elder, oldest: one.oldest }, at }] : []
      }),
      places: [...places, ...visits], monday, calendar, modeOf: travel ? { child: travel, adult: travel, elder: travel, oldest: travel } : USUAL_TRAVEL, limitMinutes: minutes,
    },
    villages, places: new Map(shown.map((place) => [place.id, place])), visits: visits.length,
  }
}

/** A manned place serves while it is open unless a roster says who does what; a village office only by its roster. */
function staffedOf(place: StoredPlace, shifts: readonly DayShift[], monday: LocalDate, full: WeekSpans): Partial<Record<Service, WeekSpans>> {
  const duty = shifts.filter(({ line, memberId }) => line.placeId === place.id && line.kind === 'duty' && memberId !== undefined)
  return Object.fromEntries(servicesOf(place).flatMap((service): [Service, WeekSpans][] => {
    if (UNATTENDED.includes(service)) return []
    const there = duty.filter(({ line }) => line.services.includes(service))
    if (there.length === 0 && isManned(place.kind)) return []
    return [[service, without(joined(there.map((shift) => weekSpan(shift, monday))), full)]]
  }))
}

const weekSpan = ({ day, line }: DayShift, monday: LocalDate): { open: number; close: number } => {
  const from = (instantAt(day, 0) - instantAt(monday, 0)) / 60_000
  return { open: from + line.fromMinute, close: from + line.toMinute }
}

/** Times at which as many came as are on duty. */
function fullTimes(shifts: readonly DayShift[], taken: readonly { day: LocalDate; fromMinute: number; toMinute: number }[], monday: LocalDate): WeekSpans {
  return joined(taken.flatMap((one) => {
    const room = shifts.filter(({ day, line, memberId }) => day === one.day && memberId !== undefined && line.fromMinute <= one.fromMinute && one.toMinute <= line.toMinute).length
    const used = taken.filter((other) => other.day === one.day && other.fromMinute < one.toMinute && one.fromMinute < other.toMinute).length
    const from = Math.round((instantAt(one.day, 0) - instantAt(monday, 0)) / 60_000)
    return room > 0 && used >= room ? [{ open: from + one.fromMinute, close: from + one.toMinute }] : []
  }))
}

function without(spans: WeekSpans, removed: WeekSpans): WeekSpans {
  return removed.reduce<WeekSpans>((left, gone) => left.flatMap(({ open, close }) => [{ open, close: Math.min(close, gone.open) }, { open: Math.max(open, gone.close), close }].filter((span) => span.open < span.close)), spans)
}

/** A visit is of its day alone: closed on every other, and on holidays like everything else. */
function visitHours({ line }: DayShift): OfficeSettings {
  const on = (day: number) => (day === line.weekday ? [{ open: line.fromMinute, close: line.toMinute }] : [])
  return { weekly: [on(1), on(2), on(3), on(4), on(5), on(6), on(7)], makeUpDay: [], cutOffMinutes: 0, exceptions: [] }
}
