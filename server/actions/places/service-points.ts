import type { z } from 'zod'
import type { servicePoints as route } from '@fatong/contract/citizen/case.ts'
import { PLACE_KINDS, type PlaceKind } from '@fatong/casework/vocabulary.ts'
import { localDateOf } from '@fatong/law/calendar/dates.ts'
import { hoursOn, isOpen } from '@fatong/law/calendar/office-hours.ts'
import { done, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { hoursText } from './hours-text.ts'
import { hoursKnown } from './known-hours.ts'

type Listed = z.infer<typeof route.reply>

/** Where people are received, the centre first. The bureau and the prison are no such places. */
const ORDER: readonly PlaceKind[] = [
  'center',
  'station',
  'office',
  'mediation',
  'laborInspection',
  'laborArbitration',
  'court',
  'procuratorate',
  'detentionCenter',
  'firm',
  'grassrootsOffice',
]
/** Service points open to the public, with whether somebody is there now; null where that is not known for certain. */
export async function servicePoints(parts: Parts): Promise<Outcome<Listed>> {
  const now = parts.clock.now()
  const [places, calendar] = await Promise.all([parts.stores.places.all(), parts.law.calendar()])
  const shown = places
    .filter((place) => place.public && place.active && ORDER.includes(place.kind))
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.code < b.code ? -1 : 1))
  const items = await Promise.all(
    shown.map(async (place): Promise<Listed['items'][number]> => {
      const office = hoursKnown(place) ? await parts.law.office(place.id) : undefined
      return {
        id: place.id,
        name: place.name,
        kindText: PLACE_KINDS[place.kind],
        address: place.address ?? '',
        phone: place.phone,
        openNow: office && hoursOn(localDateOf(now), office, calendar).certain ? isOpen(now, office, calendar) : null,
        hoursText: office ? hoursText(office) : '请先打电话问',
      }
    }),
  )
  return done({ items })
}
