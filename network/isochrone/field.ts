/** Minutes to the nearest of some points, at the corners of a grid over a district. */
import { degreeSizeAt } from '../geo/distance.ts'
import type { LngLat } from '../geo/position.ts'

export interface Box {
  west: number
  east: number
  south: number
  north: number
}
/** Row after row from the south-west corner; Infinity where nothing leads. */
export interface Field {
  box: Box
  columns: number
  rows: number
  minutes: Float64Array
}

/** Corners of the grid as positions, in the order of `minutes`. About square on the ground; `along` steps the longer way. */
export function gridOver(box: Box, along: number): { columns: number; rows: number; corners: LngLat[] } {
  const size = degreeSizeAt((box.south + box.north) / 2)
  const [wide, high] = [Math.max((box.east - box.west) * size.lng, 1), Math.max((box.north - box.south) * size.lat, 1)]
  const step = Math.max(wide, high) / along
  const columns = Math.max(2, Math.round(wide / step) + 1),
    rows = Math.max(2, Math.round(high / step) + 1)
  const corners = Array.from({ length: rows * columns }, (_, at) => ({
    lng: box.west + ((at % columns) / (columns - 1)) * (box.east - box.west),
    lat: box.south + (Math.floor(at / columns) / (rows - 1)) * (box.north - box.south),
  }))
  return { columns, rows, corners }
}

/** Around all of these, with a margin (share of each side), so that lines close inside. */
export function boxAround(spots: readonly LngLat[], margin: number): Box {
  const lngs = spots.map(({ lng }) => lng),
    lats = spots.map(({ lat }) => lat)
  const [west, east, south, north] = [Math.min(...lngs), Math.max(...lngs), Math.min(...lats), Math.max(...lats)]
  const [x, y] = [Math.max((east - west) * margin, 0.005), Math.max((north - south) * margin, 0.005)]
  return { west: west - x, east: east + x, south: south - y, north: north + y }
}
