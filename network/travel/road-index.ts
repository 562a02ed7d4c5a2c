/** Finds pieces of road near a point: a grid of square cells, each with the arcs whose bounding box touches it. */
import { degreeSizeAt } from '../geo/distance.ts'
import type { LngLat } from '../geo/position.ts'
import type { RoadNetwork } from '../roads/build.ts'
import { arcsOf } from '../roads/graph.ts'

const CELL_METRES = 250

export interface Ring {
  arcs: Iterable<number>
  /** Everything nearer than this has been seen with this ring. */
  metres: number
}

export interface RoadIndex {
  /** Arcs of the outward graph; the tail of each. */
  tail: Int32Array
  ringsAround: (point: LngLat, metres: number) => Iterable<Ring>
}

export function roadIndex({ outward, lng, lat }: RoadNetwork): RoadIndex {
  const { tail, head } = arcsOf(outward)
  const west = least(lng)
  const south = least(lat)
  const size = degreeSizeAt((south + most(lat)) / 2)
  const columnOf = (degrees: number) => Math.floor(((degrees - west) * size.lng) / CELL_METRES)
  const rowOf = (degrees: number) => Math.floor(((degrees - south) * size.lat) / CELL_METRES)
  const columns = Math.max(1, columnOf(most(lng)) + 1)
  const rows = Math.max(1, rowOf(most(lat)) + 1)
  const cells = new Map<number, number[]>()
  for (let arc = 0; arc < tail.length; arc += 1) {
    const [a, b] = [tail[arc]!, head[arc]!]
    const [left, right] = [columnOf(Math.min(lng[a]!, lng[b]!)), columnOf(Math.max(lng[a]!, lng[b]!))]
    const [bottom, top] = [rowOf(Math.min(lat[a]!, lat[b]!)), rowOf(Math.max(lat[a]!, lat[b]!))]
    for (let row = bottom; row <= top; row += 1) {
      for (let column = left; column <= right; column += 1) {
        const cell = row * columns + column
        const there = cells.get(cell)
        if (there === undefined) cells.set(cell, [arc])
        else there.push(arc)
      }
    }
  }

  function* ringsAround(point: LngLat, metres: number): Generator<Ring> {
    const [column, row] = [columnOf(point.lng), rowOf(point.lat)]
    const rings = Math.ceil(metres / CELL_METRES) + 1
    for (let ring = 0; ring <= rings; ring += 1)
      yield { arcs: arcsInRing(column, row, ring), metres: ring * CELL_METRES }
  }

  /** The cells at this distance around a cell, itself when 0. */
  function* arcsInRing(column: number, row: number, ring: number): Generator<number> {
    for (let y = Math.max(0, row - ring); y <= Math.min(rows - 1, row + ring); y += 1) {
      const edge = Math.abs(y - row) === ring
      for (let x = column - ring; x <= column + ring; x += edge || ring === 0 ? 1 : 2 * ring) {
        if (x >= 0 && x < columns) yield* cells.get(y * columns + x) ?? []
      }
    }
  }
  return { tail, ringsAround }
}

const least = (list: Float64Array) => list.reduce((low, value) => Math.min(low, value), Infinity)
const most = (list: Float64Array) => list.reduce((high, value) => Math.max(high, value), -Infinity)
