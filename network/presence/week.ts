/** The rule of presence.ts over the week that coverage asks about, less what is booked. */
import { addDays, weekday, type LocalDate } from '@fatong/law/calendar/dates.ts'
import type { OpenSpan } from '@fatong/law/calendar/office-hours.ts'
import type { WorkCalendar } from '@fatong/law/calendar/working-days.ts'
import type { ServicePlace } from '../coverage/question.ts'
import type { Service } from '../coverage/vocabulary.ts'
import { DAY_MINUTES, joined, type WeekSpans } from '../coverage/week.ts'
import { onDuty, presenceOn, type Post, type Turn } from './presence.ts'
import { visitHours } from './visit-hours.ts'

/** What is known of one day at one place: its roster, whoever is away included, and the appointments that stand. */
export interface PostDay {
  turns: readonly Turn[]
  booked: readonly OpenSpan[]
}
/** Days seen: the week, and the day after it, because who leaves late arrives then. */
export const DAYS_SEEN = 8

/**
 * A place as coverage takes it, and the visits to it, each a place of its own (tier `visit`). `days` are the eight from `monday` on.
 * `staffed` leaves out what nothing but the opening hours decides, so that longer hours can be tried; `rostered` are the services
 * that need somebody on a roster on some day, which a time that is merely booked up does not make them.
 */
export function servicePlaces(
  id: string,
  post: Post,
  monday: LocalDate,
  days: readonly PostDay[],
  calendar: WorkCalendar,
): { place: ServicePlace; visits: ServicePlace[]; rostered: Service[] } {
  const fullTimes = (service: Service): WeekSpans =>
    days.flatMap(({ turns, booked }, day) =>
      shifted(
        booked.length === 0 ? [] : full(presenceOn(post, addDays(monday, day), turns, calendar, service).room, booked),
        day,
      ),
    )
  const staffed: Partial<Record<Service, WeekSpans>> = {}
  const rostered: Service[] = []
  for (const service of post.services) {
    const held = days.map(({ turns }) => onDuty(post, service, turns))
    if (held.some((one) => one !== 'open')) rostered.push(service)
    const taken = fullTimes(service)
    if (taken.length === 0 && held.every((one) => one === 'open')) continue
    staffed[service] = without(
      joined(held.flatMap((one, day) => shifted(one === 'open' ? WHOLE_DAY : one, day))),
      taken,
    )
  }
  const visits = days.slice(0, DAYS_SEEN - 1).flatMap(({ turns }, day) =>
    turns.flatMap((turn, nth): ServicePlace[] => {
      if (turn.kind !== 'visit' || !turn.there) return []
      const services = turn.services as Service[]
      const taken = services
        .map((service) => [service, fullTimes(service)] as const)
        .filter(([, spans]) => spans.length > 0)
      return [
        {
          id: `visit ${id} ${day} ${nth}`,
          tier: 'visit',
          services,
          hours: visitHours(weekday(addDays(monday, day)), [{ open: turn.open, close: turn.close }], calendar),
          ...(taken.length > 0
            ? { staffed: Object.fromEntries(taken.map(([service, spans]) => [service, without(WHOLE_WEEK, spans)])) }
            : {}),
        },
      ]
    }),
  )
  return {
    place: {
      id,
      tier: post.tier,
      services: post.services,
      hours: post.hours,
      ...(Object.keys(staffed).length > 0 ? { staffed } : {}),
    },
    visits,
    rostered,
  }
}

const WHOLE_DAY: readonly OpenSpan[] = [{ open: 0, close: DAY_MINUTES }]
const WHOLE_WEEK: WeekSpans = [{ open: 0, close: DAYS_SEEN * DAY_MINUTES }]
const shifted = (spans: readonly OpenSpan[], day: number): OpenSpan[] =>
  spans.map(({ open, close }) => ({ open: open + day * DAY_MINUTES, close: close + day * DAY_MINUTES }))

/** Minutes at which as many have an appointment as can be received. */
function full(room: (minute: number) => number, booked: readonly OpenSpan[]): WeekSpans {
  const crowded = (minute: number): boolean =>
    booked.filter(({ open, close }) => open <= minute && minute < close).length >= room(minute)
  return joined(
    booked.flatMap(({ open, close }) =>
      Array.from({ length: close - open }, (_, at) => open + at)
        .filter(crowded)
        .map((minute) => ({ open: minute, close: minute + 1 })),
    ),
  )
}

function without(spans: WeekSpans, removed: WeekSpans): WeekSpans {
  return removed.reduce<WeekSpans>(
    (left, gone) =>
      left.flatMap(({ open, close }) =>
        [
          { open, close: Math.min(close, gone.open) },
          { open: Math.max(open, gone.close), close },
        ].filter((span) => span.open < span.close),
      ),
    spans,
  )
}
