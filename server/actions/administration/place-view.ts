import type { z } from 'zod'
import type { Hours, Place } from '@fatong/contract/desk/administration.ts'
import type { StoredPlace } from '../../db/stores/places.ts'

type Kept = z.infer<typeof Place>

export const placeView = (row: StoredPlace): z.infer<typeof Place> => ({
  ...row,
  address: row.address ?? '',
  crs: row.crs ?? 'GCJ-02',
  hours: (row.hours as z.infer<typeof Hours> | null) ?? null,
  services: (row.services as Kept['services']) ?? null,
  equipment: (row.equipment as Kept['equipment']) ?? [],
  exceptions: (row.exceptions as Kept['exceptions']) ?? [],
  openOnHolidays: row.openOnHolidays ?? false,
})

/** Whether `parent` lies below the place, which would close a circle. */
export function liesBelow(places: readonly StoredPlace[], parent: string | null, id: string): boolean {
  const seen = new Set<string>()
  for (let at = parent; at !== null && !seen.has(at); at = places.find((place) => place.id === at)?.parentId ?? null) {
    if (at === id) return true
    seen.add(at)
  }
  return false
}

/** Spans of a day in order, none inside another. */
export const hoursFit = (hours: z.infer<typeof Hours>): boolean =>
  hours.every((day) => day.every(({ open, close }, i) => open < close && (i === 0 || open >= (day[i - 1]?.close ?? 0))))
