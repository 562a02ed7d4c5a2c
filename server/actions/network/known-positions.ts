import { parseCrs } from '@fatong/network/geo/crs.ts'
import type { Neighbourhood } from '@fatong/network/import/positions.ts'
import type { KnownPosition } from '@fatong/network/import/wrong-system.ts'
import type { StoredVillage } from '../../db/stores/network.ts'
import type { StoredPlace } from '../../db/stores/places.ts'
import type { Parts } from '../parts.ts'
import { positionOf } from './tiers.ts'

type Located = Pick<StoredPlace | StoredVillage, 'code' | 'lon' | 'lat' | 'crs' | 'approximate'>
/** Everything that has a position. */
export interface OnTheMap {
  places: StoredPlace[]
  villages: StoredVillage[]
}
export const onTheMap = async ({ stores }: Pick<Parts, 'stores'>): Promise<OnTheMap> => ({
  places: await stores.places.all(),
  villages: await stores.network.villages(),
})

/** A district is smaller than this (metres). */
const FURTHEST = 150_000

/** Where the district lies by all that is known of it. */
export const neighbourhoodOf = ({ places, villages }: OnTheMap): Neighbourhood => ({
  around: [...places, ...villages].flatMap((one) => positionOf(one) ?? []),
  metres: FURTHEST,
})

/** Where each code was so far, surveyed or not: what another position is held against. */
export const knownPositions = (rows: readonly Located[]): Map<string, KnownPosition> =>
  new Map(
    rows.flatMap((row): [string, KnownPosition][] => {
      const at = positionOf(row)
      const crs = parseCrs(row.crs ?? '')
      return at
        ? [
            [
              row.code,
              {
                ...at,
                approximate: row.approximate,
                ...(crs && row.lon !== null && row.lat !== null
                  ? { entered: { lng: row.lon, lat: row.lat, crs } }
                  : {}),
              },
            ],
          ]
        : []
    }),
  )
