/** Whether coordinates can lie where they are said to: swapped, abroad or too far away. What system they are of: wrong-system.ts. */
import { toWgs84 } from '../geo/crs.ts'
import { metresBetween } from '../geo/distance.ts'
import type { CrsName, LngLat } from '../geo/position.ts'

/** Where the district lies: positions known so far and how far from them anything may be. */
export interface Neighbourhood {
  around: readonly LngLat[]
  metres: number
}
/** China, with a margin: 73 to 136 east, 3 to 54 north. */
const inChina = ({ lng, lat }: LngLat): boolean => lng >= 73 && lng <= 136 && lat >= 3 && lat <= 54

/** Undefined when nothing speaks against it. */
export function positionFault(at: LngLat, declared: CrsName, { around, metres }: Neighbourhood): string | undefined {
  if (!inChina(at) && inChina({ lng: at.lat, lat: at.lng }))
    return `经度和纬度写反了（经度 ${at.lng}、纬度 ${at.lat}）。请把两个对调`
  if (!inChina(at)) return `经度 ${at.lng}、纬度 ${at.lat} 不在国内。请核对`
  const here = toWgs84({ ...at, crs: declared })
  const nearest = around.reduce((least, one) => Math.min(least, metresBetween(here, one)), Infinity)
  if (around.length > 0 && nearest > metres)
    return `离本区最近的点还有 ${Math.round(nearest / 1000)} 公里。请核对经纬度`
  return undefined
}
