/**
 * Who is there: the one rule behind the finder, appointments, the roster's gaps and effective coverage.
 *
 * A place has a roster for a service on a day when a duty line in force on that weekday names the service, whoever of it is away:
 * then those of it who come serve, and nobody else. Without one, somebody serves whenever the place is open, except at a village
 * office (工作室), which serves only by its roster. What needs nobody (leaflets, remote consultation) is there while the door is open
 * unless a roster names it. Lines hold on their own weekday: a weekend day that is worked for a holiday has no roster but that of its weekday.
 */
import { weekday, type LocalDate } from '@fatong/law/calendar/dates.ts'
import { hoursOn, type OfficeSettings, type OpenSpan } from '@fatong/law/calendar/office-hours.ts'
import type { WorkCalendar } from '@fatong/law/calendar/working-days.ts'
import { helps, needsNobody, type Service, type Tier } from '../coverage/vocabulary.ts'
import { common, joined } from '../coverage/week.ts'
import { visitHours } from './visit-hours.ts'

/** A place as far as being there goes. */
export interface Post {
  tier: Tier
  services: readonly Service[]
  hours: OfficeSettings
}

/** One line of a roster on one day, in minutes of the day. */
export interface Turn {
  kind: 'duty' | 'visit'
  services: readonly string[]
  open: number
  close: number
  /** false when whoever should come is away and nobody covers: the line is in force all the same */
  there: boolean
}

export interface DayPresence {
  /** when it can be had, minutes of the day */
  spans: readonly OpenSpan[]
  /** how many can be received at once at a minute */
  room: (minute: number) => number
  /** false where the year's holidays are not published */
  certain: boolean
}

/** Where no roster says who does it, so many can be received at once; one elsewhere. Ours, not law. */
const DESKS: Partial<Record<Tier, number>> = { center: 3, station: 1 }

/** Whether a tier is manned whenever it is open: all but the village office, which most often is a desk in the committee's room. */
export const isManned = (tier: Tier): boolean => tier !== 'office'

/** Who of the roster does a service, or 'open': it can be had whenever the place is open. */
export function onDuty(
  { tier }: Pick<Post, 'tier'>,
  service: Service,
  turns: readonly Turn[],
): readonly Turn[] | 'open' {
  const rostered = turns.filter(({ kind, services }) => kind === 'duty' && services.includes(service))
  if (rostered.length > 0) return rostered.filter(({ there }) => there)
  return isManned(tier) || needsNobody(service) ? 'open' : []
}

/**
 * Whether a place meets whoever comes for a service by appointment without a roster that names it: the centre and the stations have
 * people of their own for it (a village office too, but by its roster only), a talk by video is held at the centre. A terminal has
 * nobody, and agencies beside us promise nothing that nobody there put on a roster.
 */
const expectsVisitors = (tier: Tier, service: Service): boolean =>
  tier === 'center' || (tier === 'station' && !needsNobody(service))

/** What can be come for by appointment, by these turns; whether on one day or another is for `metOn`. */
export const metAt = (post: Pick<Post, 'tier' | 'services'>, turns: readonly Turn[]): Service[] =>
  offeredAt(post, turns).filter(
    (service) =>
      expectsVisitors(post.tier, service) || turns.some(({ there, services }) => there && services.includes(service)),
  )

/** When somebody meets whoever has an appointment for a service, and how many at once. */
export function metOn(
  post: Post,
  day: LocalDate,
  turns: readonly Turn[],
  calendar: WorkCalendar,
  service: Service,
): DayPresence {
  const held =
    expectsVisitors(post.tier, service) ||
    turns.some(({ kind, services }) => kind === 'duty' && services.includes(service))
  return servedBy(held ? post : { ...post, services: [] }, day, turns, calendar, service)
}

/** What the place offers, and what those bring who visit it on the days of these turns. */
export const offeredAt = ({ services }: Pick<Post, 'services'>, turns: readonly Turn[]): Service[] => [
  ...new Set([...services, ...turns.flatMap((turn) => (turn.kind === 'visit' ? (turn.services as Service[]) : []))]),
]

/** A service (or somebody who helps with any) at a place on a day; `turns` are all of that place and day, whoever is away included. */
export function presenceOn(
  post: Post,
  day: LocalDate,
  turns: readonly Turn[],
  calendar: WorkCalendar,
  service?: Service,
): DayPresence {
  if (service !== undefined) return servedBy(post, day, turns, calendar, service)
  const [duty, visits] = [turns.filter(({ kind }) => kind === 'duty'), turns.filter(({ kind }) => kind === 'visit')]
  const each = [
    ...post.services.filter((one) => helps(post.tier, one)).map((one) => servedBy(post, day, duty, calendar, one)),
    ...offeredAt({ services: [] }, visits)
      .filter((one) => helps('visit', one))
      .map((one) => servedBy({ ...post, services: [] }, day, visits, calendar, one)),
  ]
  return {
    spans: joined(each.flatMap(({ spans }) => spans)),
    room: (minute) => Math.max(0, ...each.map(({ room }) => room(minute))),
    certain: hoursOn(day, post.hours, calendar).certain,
  }
}

function servedBy(
  post: Post,
  day: LocalDate,
  turns: readonly Turn[],
  calendar: WorkCalendar,
  service: Service,
): DayPresence {
  const { hours, certain } = hoursOn(day, post.hours, calendar)
  const held = post.services.includes(service) ? onDuty(post, service, turns) : []
  const own = held === 'open' ? hours : common(hours, joined(held))
  const visits = turns
    .filter(({ kind, there, services }) => kind === 'visit' && there && services.includes(service))
    .flatMap((turn) => hoursOfVisit(turn, day, calendar))
  const desks = (minute: number): number =>
    held === 'open' ? (DESKS[post.tier] ?? 1) : held.filter((turn) => at(turn, minute)).length
  return {
    spans: joined([...own, ...visits]),
    certain,
    room: (minute) =>
      (own.some((span) => at(span, minute)) ? desks(minute) : 0) + visits.filter((span) => at(span, minute)).length,
  }
}

const at = ({ open, close }: OpenSpan, minute: number): boolean => open <= minute && minute < close

/** The time of a visit on its day; none on a public holiday. */
export const hoursOfVisit = ({ open, close }: OpenSpan, day: LocalDate, calendar: WorkCalendar): readonly OpenSpan[] =>
  hoursOn(day, visitHours(weekday(day), [{ open, close }], calendar), calendar).hours
