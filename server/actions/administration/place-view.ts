import type { z } from 'zod'
import type { Hours, Place } from '@fatong/contract/desk/administration.ts'
import { parseCrs } from '@fatong/network/geo/crs.ts'
import type { StoredPlace } from '../../db/stores/places.ts'
import { above } from '../places/above.ts'

type Kept = z.infer<typeof Place>

export const placeView = (row: StoredPlace): z.infer<typeof Place> => ({
  ...row,
  managedBy: row.managedBy ?? null,
  address: row.address ?? '',
  crs: parseCrs(row.crs ?? (row.lon === null ? '' : 'WGS84')) ?? null,
  hours: (row.hours as z.infer<typeof Hours> | null) ?? null,
  services: (row.services as Kept['services']) ?? null,
  equipment: (row.equipment as Kept['equipment']) ?? [],
  exceptions: (row.exceptions as Kept['exceptions']) ?? [],
  openOnHolidays: row.openOnHolidays ?? false,
})

/** Whether `head` lies below the place, by what belongs to what or by who manages it: to stand below it would close a circle. */
export const liesBelow = (
  byId: ReadonlyMap<string, StoredPlace>,
  head: string | null | undefined,
  id: string,
): boolean => head !== null && head !== undefined && above(byId, head).includes(id)

/** Spans of a day in order, none inside another. */
export const hoursFit = (hours: z.infer<typeof Hours>): boolean =>
  hours.every((day) => day.every(({ open, close }, i) => open < close && (i === 0 || open >= (day[i - 1]?.close ?? 0))))
