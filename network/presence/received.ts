/** Who stands before a closed door: whether the visits that were booked still have somebody who receives them. */
import type { LocalDate } from '@fatong/law/calendar/dates.ts'
import { hoursOn, type OpenSpan } from '@fatong/law/calendar/office-hours.ts'
import type { WorkCalendar } from '@fatong/law/calendar/working-days.ts'
import type { Service } from '../coverage/vocabulary.ts'
import { hoursOfVisit, metOn, type DayPresence, type Post, type Turn } from './presence.ts'

/** A visit that stands, at one place on one day, in minutes of the day. */
export interface Visit {
  id: string
  service: Service
  from: number
  to: number
  /** since when it has this time, booked or moved to it: who had it first keeps it when fewer can be received than come */
  placedAt: number
}

/** Why nobody receives a visitor: the place is closed then, nobody comes to it, or fewer come than were booked. */
export const UNMET = ['closed', 'nobody', 'crowded'] as const
export type Unmet = (typeof UNMET)[number]

/** How many can be received from one minute to another, the whole time; the one rule for offering a time and for keeping it. */
export function roomFor({ spans, room }: Pick<DayPresence, 'spans' | 'room'>, from: number, to: number): number {
  if (!within(spans, from, to)) return 0
  return Math.min(...Array.from({ length: to - from }, (_, at) => room(from + at)))
}

/**
 * The visits of a place and a day that nobody receives, and why. `post` is undefined where the place is not kept any more; `turns`
 * are all of that place and day, whoever is away included. On a day whose holidays are not published nothing is said.
 */
export function unmetVisits(
  post: Post | undefined,
  day: LocalDate,
  turns: readonly Turn[],
  calendar: WorkCalendar,
  visits: readonly Visit[],
): Map<string, Unmet> {
  const unmet = new Map<string, Unmet>()
  const kept: Visit[] = []
  for (const visit of [...visits].sort(byTurn)) {
    const why = post === undefined ? 'closed' : whyUnmet(post, day, turns, calendar, visit, kept)
    if (why === undefined) kept.push(visit)
    else unmet.set(visit.id, why)
  }
  return unmet
}

const byTurn = (a: Visit, b: Visit): number => a.placedAt - b.placedAt || (a.id < b.id ? -1 : 1)

function whyUnmet(
  post: Post,
  day: LocalDate,
  turns: readonly Turn[],
  calendar: WorkCalendar,
  { service, from, to }: Visit,
  kept: readonly Visit[],
): Unmet | undefined {
  const met = metOn(post, day, turns, calendar, service)
  if (!met.certain) return undefined
  const room = roomFor(met, from, to)
  if (room > 0) return kept.filter((other) => other.from < to && from < other.to).length < room ? undefined : 'crowded'
  const held = turns
    .filter(({ kind, services }) => kind === 'visit' && services.includes(service))
    .flatMap((turn) => hoursOfVisit(turn, day, calendar))
  return within([...hoursOn(day, post.hours, calendar).hours, ...held], from, to) ? 'nobody' : 'closed'
}

const within = (spans: readonly OpenSpan[], from: number, to: number): boolean =>
  spans.some(({ open, close }) => open <= from && to <= close)
