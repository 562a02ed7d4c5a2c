/** Between coordinate systems. All computing is done in WGS84; what was stored is kept and converted on the way in and out. */
import gcoord from 'gcoord'
import type { CRSTypes } from 'gcoord'
import { CRS_NAMES } from './position.ts'
import type { CrsName, LngLat, Position } from './position.ts'

const SYSTEMS: Record<CrsName, CRSTypes> = {
  WGS84: gcoord.WGS84,
  CGCS2000: gcoord.WGS84,
  GCJ02: gcoord.GCJ02,
  BD09: gcoord.BD09,
}

/** The same place in another system; degrees. */
export function inSystem(position: Position, crs: CrsName): Position {
  const from = SYSTEMS[position.crs]
  const to = SYSTEMS[crs]
  if (from === to) return { lng: position.lng, lat: position.lat, crs }
  const [lng, lat] = gcoord.transform([position.lng, position.lat], from, to)
  return { lng, lat, crs }
}

export const toWgs84 = (position: Position): LngLat => {
  const { lng, lat } = inSystem(position, 'WGS84')
  return { lng, lat }
}

const SPELLINGS: Readonly<Record<string, CrsName>> = {
  WGS84: 'WGS84',
  EPSG4326: 'WGS84',
  GPS: 'WGS84',
  CRS84: 'WGS84',
  CGCS2000: 'CGCS2000',
  EPSG4490: 'CGCS2000',
  国家2000: 'CGCS2000',
  大地2000: 'CGCS2000',
  天地图: 'CGCS2000',
  GCJ02: 'GCJ02',
  火星: 'GCJ02',
  高德: 'GCJ02',
  腾讯: 'GCJ02',
  BD09: 'BD09',
  BD09LL: 'BD09',
  百度: 'BD09',
}

/** Reads how people and files write a system ('gcj-02', 'EPSG:4490', '百度'); undefined when it is none we know. */
export function parseCrs(text: string): CrsName | undefined {
  const key = text
    .trim()
    .toUpperCase()
    .replace(/^URN:OGC:DEF:CRS:(OGC|EPSG)::?/, '$1')
    .replace(/[\s:：_.-]/g, '')
    .replace(/(坐标系?|OGC13|OGC(?=CRS))/g, '')
  return CRS_NAMES.find((name) => name === key) ?? SPELLINGS[key]
}
