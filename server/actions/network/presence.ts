import { addDays, instantAt, localDateOf, minutesOfDay, type Instant, type LocalDate } from '@fatong/law/calendar/dates.ts'
import { hoursOn, type OpenSpan } from '@fatong/law/calendar/office-hours.ts'
import type { WorkCalendar } from '@fatong/law/calendar/working-days.ts'
import { common, joined } from '@fatong/network/coverage/week.ts'
import type { Service } from '@fatong/network/coverage/vocabulary.ts'
import type { StoredPlace } from '../../db/stores/places.ts'
import type { Parts } from '../parts.ts'
import { shiftsOf, type DayShift } from './shifts.ts'
import { isManned, servicesOf, UNATTENDED } from './tiers.ts'

export interface PlaceDay {
  day: LocalDate
  /** when somebody is there who does it, minutes of the day */
  spans: readonly OpenSpan[]
  /** how many are there at a minute */
  room(minute: number): number
  certain: boolean
}

/** Where people help on which days, looked up once for a span of days. */
export interface Presence {
  calendar: WorkCalendar
  /** Undefined where the place does not offer it. */
  on(place: StoredPlace, day: LocalDate, service?: Service): Promise<PlaceDay>
}

/** At a place that is manned without a roster, so many people can be received at once. */
const DESKS: Partial<Record<StoredPlace['kind'], number>> = { center: 3, station: 1 }

export async function presence(parts: Parts, first: LocalDate, days: number): Promise<Presence> {
  const [calendar, stored] = await Promise.all([parts.law.calendar(), parts.stores.network.roster(first, addDays(first, days - 1))])
  const shifts = new Map<string, DayShift[]>()
  for (const shift of shiftsOf(stored, first, days)) {
    const key = `${shift.line.placeId} ${shift.day}`
    shifts.set(key, [...(shifts.get(key) ?? []), shift])
  }
  return {
    calendar,
    async on(place, day, service) {
      const { hours, certain } = hoursOn(day, await parts.law.office(place.id), calendar)
      if (service !== undefined && !servicesOf(place).includes(service)) return { day, spans: [], room: () => 0, certain }
      const there = (shifts.get(`${place.id} ${day}`) ?? []).filter(({ memberId, line }) => memberId !== undefined && (service === undefined || line.services.includes(service)))
      const visits = hours.length > 0 ? spansOf(there.filter(({ line }) => line.kind === 'visit')) : []
      const duty = there.filter(({ line }) => line.kind === 'duty')
      const always = (service !== undefined && UNATTENDED.includes(service)) || (isManned(place.kind) && duty.length === 0)
      const manned = always ? hours : common(hours, spansOf(duty))
      return {
        day, certain, spans: joined([...manned, ...visits]),
        room: (minute) => there.filter(({ line }) => line.fromMinute <= minute && minute < line.toMinute).length || (always && hours.some(({ open, close }) => open <= minute && minute < close) ? (DESKS[place.kind] ?? 1) : 0),
      }
    },
  }
}

const spansOf = (shifts: readonly DayShift[]): readonly OpenSpan[] => joined(shifts.map(({ line }) => ({ open: line.fromMinute, close: line.toMinute })))

export interface OpenState { open: boolean | null; opensAt: Instant | null; closesAt: Instant | null }
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
    return { open: known ? now : null, opensAt: now ? at : instantAt(day, span.open), closesAt: instantAt(day, span.close) }
  }
  return { open: known ? false : null, opensAt: null, closesAt: null }
}
export const PRESENCE_DAYS = LOOK_AHEAD_DAYS
