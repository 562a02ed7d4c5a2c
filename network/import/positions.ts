/** Whether coordinates can be what their column says: swapped, too far away, or in another system than declared. */
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

/** Closer than this, a shift is no other system but a better survey. */
const SAME_METRES = 60
const NAMES: Record<CrsName, string> = { WGS84: 'WGS84（GPS）', CGCS2000: 'CGCS2000（国家2000）', GCJ02: 'GCJ-02（高德、腾讯）', BD09: 'BD-09（百度）' }
const OTHERS: readonly CrsName[] = ['WGS84', 'GCJ02', 'BD09']

/** Undefined when nothing speaks against it. `known` is the surveyed position of the same code, in WGS84. */
export function positionFault(at: LngLat, declared: CrsName, { around, metres }: Neighbourhood, known: LngLat | undefined): string | undefined {
  if (!inChina(at) && inChina({ lng: at.lat, lat: at.lng })) return `经度和纬度写反了（经度 ${at.lng}、纬度 ${at.lat}）。请把两列对调`
  if (!inChina(at)) return `经度 ${at.lng}、纬度 ${at.lat} 不在国内。请核对`
  const here = toWgs84({ ...at, crs: declared })
  if (known) {
    const off = metresBetween(here, known)
    const better = OTHERS.filter((crs) => crs !== declared && !(crs === 'WGS84' && declared === 'CGCS2000')).map((crs) => ({ crs, off: metresBetween(toWgs84({ ...at, crs }), known) })).sort((a, b) => a.off - b.off)[0]
    if (off > SAME_METRES && better && better.off < SAME_METRES && better.off < off / 3) return `写的是 ${NAMES[declared]}，其实像 ${NAMES[better.crs]}：照写的算离原来的位置 ${Math.round(off)} 米，照 ${NAMES[better.crs]} 算只差 ${Math.round(better.off)} 米。请改“坐标系”一列`
  }
  const nearest = around.reduce((least, one) => Math.min(least, metresBetween(here, one)), Infinity)
  if (around.length > 0 && nearest > metres) return `离本区最近的点还有 ${Math.round(nearest / 1000)} 公里。请核对经纬度`
  return undefined
}
