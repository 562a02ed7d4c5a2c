import type { PlaceKind } from '@fatong/casework/vocabulary.ts'
import type { OfficeSettings } from '@fatong/law/calendar/office-hours.ts'
import type { StoredPlace } from '../../db/stores/places.ts'
import type { Parts } from '../parts.ts'

/** Whose hours are the district's unless the place has its own; of the others we know only what they told us. */
const OURS: readonly PlaceKind[] = ['center', 'station', 'office', 'kiosk']
export const hoursKnown = ({ kind, hours }: Pick<StoredPlace, 'kind' | 'hours'>): boolean =>
  OURS.includes(kind) || Array.isArray(hours)

const NEVER: OfficeSettings['weekly'] = [[], [], [], [], [], [], []]
/** When a place is known to be open: of one whose week nobody entered, only the single days that were. */
export async function knownHours({ law }: Pick<Parts, 'law'>, place: StoredPlace): Promise<OfficeSettings> {
  const office = await law.office(place.id)
  return hoursKnown(place) ? office : { ...office, weekly: NEVER, makeUpDay: [] }
}
