import { servicePoints as route } from '@fatong/contract/citizen/case.ts'
import { PLACE_KINDS } from '@fatong/casework/vocabulary.ts'
import { localDateOf, minutesOfDay } from '@fatong/law/calendar/dates.ts'
import { hoursOn } from '@fatong/law/calendar/office-hours.ts'
import { formatMinutes } from '@fatong/law/calendar/wording.ts'
import type { z } from 'zod'
import type { Caller } from '../caller.ts'
import type { Input } from '../input.ts'
import { done, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'

const SHOWN = ['center', 'station', 'office'] as const
const ORDER: Record<(typeof SHOWN)[number], number> = { center: 0, station: 1, office: 2 }

/** Where somebody can go, the centre first, with today's hours by the statutory calendar. */
export async function servicePoints(parts: Parts, _caller: Caller, _input: Input): Promise<Outcome<z.infer<typeof route.reply>>> {
  const now = parts.clock.now()
  const [places, calendar] = await Promise.all([parts.stores.places.all(), parts.law.calendar()])
  const open = places.filter((p) => p.active && p.public && p.kind in ORDER).sort((a, b) => ORDER[a.kind as keyof typeof ORDER] - ORDER[b.kind as keyof typeof ORDER] || (a.code < b.code ? -1 : 1))
  const items = await Promise.all(open.map(async (place) => {
    const { hours, certain } = hoursOn(localDateOf(now), await parts.law.office(place.id), calendar)
    const minutes = minutesOfDay(now)
    return {
      id: place.id, name: place.name, kindText: PLACE_KINDS[place.kind], address: place.address ?? '', phone: place.phone,
      openNow: certain ? hours.some((span) => span.open <= minutes && minutes < span.close) : null,
      hoursText: hours.length === 0 ? '今天休息' : `今天 ${hours.map((span) => `${formatMinutes(span.open)}–${formatMinutes(span.close)}`).join('，')}`,
    }
  }))
  return done({ items })
}
