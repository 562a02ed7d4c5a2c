import type { z } from 'zod'
import type { Place } from '@fatong/contract/desk/administration.ts'
import { parseCrs } from '@fatong/network/geo/crs.ts'
import { positionFault } from '@fatong/network/import/positions.ts'
import { moveInDoubt } from '@fatong/network/import/typed-position.ts'
import { knownPositions, neighbourhoodOf, type OnTheMap } from '../network/known-positions.ts'

/**
 * What is wrong with the position of one place, by field; a table is asked the same. Under `confirmMove` stands what may be meant:
 * it is let through once somebody says so. A position that stays as it was is no business of whoever changes the telephone.
 */
export function positionFields(
  { lon, lat, crs }: Pick<z.infer<typeof Place>, 'lon' | 'lat' | 'crs'>,
  confirmed: boolean,
  id: string,
  { places, villages }: OnTheMap,
): Record<string, string> {
  if ((lon === null) !== (lat === null)) return { lon: '经度和纬度要么都填，要么都不填' }
  if (lon === null || lat === null) return {}
  if (crs === null) return { crs: '请选这组经纬度是从哪里查到的，选错会差几百米' }
  const before = places.find((one) => one.id === id)
  if (before?.lon === lon && before.lat === lat && parseCrs(before.crs ?? 'WGS84') === crs) return {}
  const others = places.filter((one) => one.id !== id)
  const wrong = positionFault({ lng: lon, lat }, crs, neighbourhoodOf({ places: others, villages }))
  if (wrong !== undefined) return { lon: wrong }
  const known = before && knownPositions([before]).get(before.code)
  const doubt = confirmed ? undefined : moveInDoubt({ lng: lon, lat, crs }, known)
  return doubt === undefined ? {} : { confirmMove: doubt }
}
