/** How long people need to the places: over roads where there are any, else estimated and said to be so. */
import { metresBetween } from '../geo/distance.ts'
import type { LngLat } from '../geo/position.ts'
import type { CostMatrix } from '../matrix.ts'
import { COST_PER_SECOND } from '../roads/build.ts'
import type { RoadNetwork } from '../roads/build.ts'
import type { RoadMode } from '../roads/profiles/profile.ts'
import { alongOnePiece, anchorOf } from './anchor.ts'
import type { Anchor } from './anchor.ts'
import { cheapestCosts } from './costs.ts'
import type { RoadIndex } from './road-index.ts'
import { UNREACHED } from './search.ts'

export interface TravelTimes {
  /** Seconds from each of the people's points (rows) to each place (columns); Infinity where no road leads. */
  seconds: CostMatrix
  /** True where no roads were known: great-circle distance times a detour. Screens must say it. */
  estimated: boolean
  /** Rows and columns that lie too far from any road. */
  offRoads: { from: readonly number[]; to: readonly number[] }
}

/** WGS84 points; `limitSeconds` ends each search early and leaves what is further unreached. */
export function travelTimes(
  network: RoadNetwork,
  index: RoadIndex,
  from: readonly LngLat[],
  to: readonly LngLat[],
  limitSeconds = Infinity,
): TravelTimes {
  const starts = from.map((point) => anchorOf(point, network, index))
  const ends = to.map((point) => anchorOf(point, network, index))
  const seconds = new Float64Array(from.length * to.length).fill(Infinity)
  const limit = Math.min(UNREACHED - 1, limitSeconds * COST_PER_SECOND)
  ends.forEach((end, column) => {
    if (end === undefined) return
    const costs = cheapestCosts(network.inward, sourcesOf(end), { limit })
    starts.forEach((start, row) => {
      if (start === undefined) return
      const cost = costFrom(start, end, costs)
      if (cost <= limit) seconds[row * to.length + column] = cost / COST_PER_SECOND
    })
  })
  return {
    seconds: { rows: from.length, columns: to.length, cost: seconds },
    estimated: false,
    offRoads: { from: missing(starts), to: missing(ends) },
  }
}

/**
 * Seconds from each of the points to the nearest of some places, by one search for all of them. Points further than `offMetres` from a
 * road, or beyond the limit, are Infinity.
 */
export function nearestTimes(
  network: RoadNetwork,
  index: RoadIndex,
  from: readonly LngLat[],
  to: readonly LngLat[],
  { limitSeconds, offMetres }: { limitSeconds: number; offMetres: number },
): Float64Array {
  const ends = to.flatMap((point) => anchorOf(point, network, index) ?? [])
  const sources = ends.map(sourcesOf)
  const limit = Math.min(UNREACHED - 1, limitSeconds * COST_PER_SECOND)
  const costs = cheapestCosts(
    network.inward,
    { nodes: sources.flatMap(({ nodes }) => nodes), start: sources.flatMap(({ start }) => start) },
    { limit },
  )
  return Float64Array.from(from, (point) => {
    const start = anchorOf(point, network, index, offMetres)
    if (start === undefined) return Infinity
    const cost = ends.reduce((least, end) => Math.min(least, alongOnePiece(start, end)), throughEnds(start, costs))
    return cost <= limit ? cost / COST_PER_SECOND : Infinity
  })
}

const missing = (anchors: readonly (Anchor | undefined)[]) =>
  anchors.flatMap((anchor, at) => (anchor === undefined ? [at] : []))

function sourcesOf({ ends, arrive }: Anchor) {
  const open = ([0, 1] as const).filter((side) => arrive[side] < Infinity)
  return { nodes: open.map((side) => ends[side]), start: open.map((side) => arrive[side]) }
}

function costFrom(start: Anchor, end: Anchor, costs: Int32Array): number {
  return Math.min(throughEnds(start, costs), alongOnePiece(start, end))
}

const throughEnds = (start: Anchor, costs: Int32Array): number =>
  Math.min(
    ...([0, 1] as const).map((side) =>
      costs[start.ends[side]]! === UNREACHED ? Infinity : costs[start.ends[side]]! + start.leave[side],
    ),
  )

/** Roads wind: this much longer than the straight line, and this fast, when no roads are known. Ours, not surveyed. */
export interface Estimate {
  detour: number
  kmh: number
}
export const ESTIMATES: Record<RoadMode, Estimate> = {
  walk: { detour: 1.3, kmh: 4.5 },
  ebike: { detour: 1.35, kmh: 18 },
  car: { detour: 1.4, kmh: 40 },
}

/** Without roads: great-circle distance times a detour. */
export function estimatedTimes(from: readonly LngLat[], to: readonly LngLat[], { detour, kmh }: Estimate): TravelTimes {
  const cost = new Float64Array(from.length * to.length)
  from.forEach((start, row) =>
    to.forEach((end, column) => (cost[row * to.length + column] = (metresBetween(start, end) * detour) / (kmh / 3.6))),
  )
  return { seconds: { rows: from.length, columns: to.length, cost }, estimated: true, offRoads: { from: [], to: [] } }
}
