/** Where a point that lies beside the roads meets them. */
import { degreeSizeAt, footOnSegment } from '../geo/distance.ts'
import type { LngLat } from '../geo/position.ts'
import { COST_PER_SECOND } from '../roads/build.ts'
import type { RoadNetwork } from '../roads/build.ts'
import type { RoadIndex } from './road-index.ts'

/** Costs in the network's tenths of a second, the way between door and road included in each. */
export interface Anchor {
  /** The two ends of the nearest piece of road, and where between them the foot lies (0 first, 1 second). */
  ends: readonly [number, number]
  along: number
  metresToRoad: number
  offRoad: number
  /** From the door to each end; Infinity where one-way traffic forbids it. */
  leave: readonly [number, number]
  /** From each end to the door. */
  arrive: readonly [number, number]
  /** Along the whole piece, first to second end and back. */
  piece: readonly [number, number]
}

/** Further from any road than this, a travel time would be invented: the point stays unreached and is reported. */
const FURTHEST_METRES = 5_000

export function anchorOf(
  point: LngLat,
  network: RoadNetwork,
  index: RoadIndex,
  furthest = FURTHEST_METRES,
): Anchor | undefined {
  const size = degreeSizeAt(point.lat)
  const { lng, lat, outward, profile } = network
  const at = (node: number): LngLat => ({ lng: lng[node]!, lat: lat[node]! })
  let best: { arc: number; along: number; metres: number } | undefined
  for (const ring of index.ringsAround(point, furthest)) {
    for (const arc of ring.arcs) {
      const foot = footOnSegment(point, at(index.tail[arc]!), at(outward.head[arc]!), size)
      if (best === undefined || foot.metres < best.metres) best = { arc, ...foot }
    }
    // What is still to come lies further away than the ring just seen.
    if (best !== undefined && best.metres <= ring.metres) break
  }
  if (best === undefined || best.metres > furthest) return undefined
  const { along, metres } = best
  const ends = [index.tail[best.arc]!, outward.head[best.arc]!] as const
  const piece = [costOf(network, ends[0], ends[1]), costOf(network, ends[1], ends[0])] as const
  const offRoad = (metres / (profile.offRoadKmh / 3.6)) * COST_PER_SECOND
  const cost = (share: number, whole: number) => (whole === Infinity ? Infinity : Math.round(offRoad + share * whole))
  return {
    ends,
    along,
    metresToRoad: metres,
    offRoad,
    piece,
    leave: [cost(along, piece[1]), cost(1 - along, piece[0])],
    arrive: [cost(along, piece[0]), cost(1 - along, piece[1])],
  }
}

function costOf({ outward }: RoadNetwork, from: number, to: number): number {
  let cheapest = Infinity
  for (let arc = outward.first[from]!; arc < outward.first[from + 1]!; arc += 1) {
    if (outward.head[arc] === to) cheapest = Math.min(cheapest, outward.cost[arc]!)
  }
  return cheapest
}

/** Between two doors at the same piece of road without leaving it; Infinity when they lie at different ones. */
export function alongOnePiece(from: Anchor, to: Anchor): number {
  const turned = from.ends[0] === to.ends[1] && from.ends[1] === to.ends[0]
  if (!turned && (from.ends[0] !== to.ends[0] || from.ends[1] !== to.ends[1])) return Infinity
  const step = (turned ? 1 - to.along : to.along) - from.along
  const whole = from.piece[step >= 0 ? 0 : 1]
  return whole === Infinity ? Infinity : Math.round(from.offRoad + to.offRoad + Math.abs(step) * whole)
}
