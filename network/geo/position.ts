/** Where something is. A coordinate without its system is wrong by up to a kilometre in China, so the two never part. */

/** CGCS2000 is the national system and counts as WGS84 at this scale; GCJ-02 is what Chinese maps show, BD-09 what Baidu shows. */
export const CRS_NAMES = ['WGS84', 'CGCS2000', 'GCJ02', 'BD09'] as const
export type CrsName = (typeof CRS_NAMES)[number]

/** Degrees. */
export interface LngLat {
  lng: number
  lat: number
}

export interface Position extends LngLat {
  crs: CrsName
}
