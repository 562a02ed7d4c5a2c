import type { LngLat } from '@fatong/network/geo/position.ts'
import type { StoredVillage } from '../../db/stores/network.ts'
import type { StoredPlace } from '../../db/stores/places.ts'
import { positionOf } from '../network/tiers.ts'
import { belongsTo } from './above.ts'
import type { Directory } from './directory.ts'

/** Where a place is as far as anybody entered it; what is absent nobody knows. */
export interface Whereabouts {
  /** WGS84; its own position, else that of the village its address names */
  spot?: LngLat
  /** code of the town it lies in */
  town?: string
}

/** The town by what it belongs to or what its address begins with (firms hang under the bureau), the spot to the village: near enough for a way by car. */
export function whereaboutsOf(
  place: StoredPlace,
  { byId }: Pick<Directory, 'byId'>,
  villages: readonly StoredVillage[],
): Whereabouts {
  const address = place.address ?? ''
  const above = belongsTo(byId, place.id)
    .flatMap((id) => byId.get(id) ?? [])
    .find(({ kind }) => kind === 'station')
  const station =
    above ??
    [...byId.values()].find(
      ({ kind, name }) => kind === 'station' && townName(name) !== '' && address.includes(townName(name)),
    )
  const spot =
    positionOf(place) ??
    (station && address !== ''
      ? spotOfVillage(
          address,
          villages.filter(({ townCode }) => townCode === station.code),
        )
      : undefined)
  return { ...(spot ? { spot } : {}), ...(station ? { town: station.code } : {}) }
}

function spotOfVillage(address: string, villages: readonly StoredVillage[]): LngLat | undefined {
  const [named] = villages.filter(({ name }) => address.includes(name)).sort((a, b) => b.name.length - a.name.length)
  return named && positionOf(named)
}

const townName = (station: string): string => station.replace(/(公共法律服务)?工作站.*$/, '')
