/** Distances on the sphere; at the size of a county the error against the ellipsoid is below half a percent. */
import type { LngLat } from './position.ts'

const EARTH_RADIUS_METRES = 6_371_008.8
const RADIANS = Math.PI / 180

/** Great-circle distance in metres between two WGS84 points (haversine). */
export function metresBetween(a: LngLat, b: LngLat): number {
  const halfLat = ((b.lat - a.lat) * RADIANS) / 2
  const halfLng = ((b.lng - a.lng) * RADIANS) / 2
  const s = Math.sin(halfLat) ** 2 + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * Math.sin(halfLng) ** 2
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(s)))
}

/** Metres of one degree of latitude, and of longitude at a latitude: a flat world for snapping and grids. */
export interface DegreeSize {
  lng: number
  lat: number
}

export const degreeSizeAt = (lat: number): DegreeSize => ({
  lng: EARTH_RADIUS_METRES * RADIANS * Math.cos(lat * RADIANS),
  lat: EARTH_RADIUS_METRES * RADIANS,
})

/** Where the foot of a point on a segment lies (0 start, 1 end) and how many metres away it is. */
export function footOnSegment(
  point: LngLat,
  from: LngLat,
  to: LngLat,
  size: DegreeSize,
): { along: number; metres: number } {
  const [dx, dy] = [(to.lng - from.lng) * size.lng, (to.lat - from.lat) * size.lat]
  const [px, py] = [(point.lng - from.lng) * size.lng, (point.lat - from.lat) * size.lat]
  const squared = dx * dx + dy * dy
  const along = squared === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / squared))
  return { along, metres: Math.hypot(px - along * dx, py - along * dy) }
}
