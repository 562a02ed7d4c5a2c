/** By bus: on foot to a stop, waiting, riding, changing where that helps, on foot from a stop; or on foot all the way where that is sooner. */
import { metresBetween } from '../geo/distance.ts'
import type { LngLat } from '../geo/position.ts'
import type { CostMatrix } from '../matrix.ts'
import { COST_PER_SECOND } from '../roads/build.ts'
import { graphOf, reversed, type Graph } from '../roads/graph.ts'
import { cheapestCosts } from '../travel/costs.ts'
import { UNREACHED } from '../travel/search.ts'
import type { BusData } from './bus-data.ts'

/** Nobody walks further than this to a bus (seconds). */
export const MOST_WALK = 20 * 60
/** Stops this near are changed between, at the pace of somebody not young and round a corner. */
const CHANGE_METRES = 300
const changeSeconds = (metres: number): number => (metres * 1.3) / (4.5 / 3.6)

export interface BusNetwork {
  stops: readonly LngLat[] /** From a stop one stands at; turned round. */
  inward: Graph
}

/**
 * Stops come first, then one node for each stop of each line, which stands for sitting in the bus there. Getting in costs half the time
 * between two buses, the wait on average; getting out costs nothing.
 */
export function busNetwork({ stops, lines }: BusData): BusNetwork {
  const [tail, head, cost]: [number[], number[], number[]] = [[], [], []]
  const arc = (from: number, to: number, seconds: number) => {
    tail.push(from)
    head.push(to)
    cost.push(Math.max(0, Math.round(seconds * COST_PER_SECOND)))
  }
  let nodes = stops.length
  for (const line of lines) {
    line.stops.forEach((stop, at) => {
      const aboard = nodes + at
      if (at + 1 < line.stops.length) {
        arc(stop, aboard, line.headwaySeconds / 2)
        arc(aboard, aboard + 1, line.seconds[at + 1]! - line.seconds[at]!)
      }
      if (at > 0) arc(aboard, stop, 0)
    })
    nodes += line.stops.length
  }
  for (const [from, to, metres] of neighbours(stops)) {
    arc(from, to, changeSeconds(metres))
    arc(to, from, changeSeconds(metres))
  }
  return {
    stops,
    inward: reversed(
      graphOf({ nodes, tail: Int32Array.from(tail), head: Int32Array.from(head), cost: Int32Array.from(cost) }),
    ),
  }
}

/** Pairs of stops within reach of each other, found by cells as wide as the reach. */
function neighbours(stops: readonly LngLat[]): [number, number, number][] {
  const cell = ({ lng, lat }: LngLat): [number, number] => [Math.floor(lng / 0.005), Math.floor(lat / 0.004)]
  const cells = new Map<string, number[]>()
  const pairs: [number, number, number][] = []
  stops.forEach((stop, at) => {
    const [x, y] = cell(stop)
    for (let dx = -1; dx <= 1; dx += 1)
      for (let dy = -1; dy <= 1; dy += 1) {
        for (const other of cells.get(`${x + dx} ${y + dy}`) ?? []) {
          const metres = metresBetween(stop, stops[other]!)
          if (metres <= CHANGE_METRES) pairs.push([other, at, metres])
        }
      }
    const key = `${x} ${y}`
    cells.set(key, [...(cells.get(key) ?? []), at])
  })
  return pairs
}

/** Seconds on foot: from each start to each end (rows by columns), and the parts of a way by bus. */
export interface Walks {
  direct: CostMatrix
  toStops: CostMatrix
  fromStops: CostMatrix
}

/** Seconds from each start (rows) to each end (columns). */
export function busTimes({ stops, inward }: BusNetwork, { direct, toStops, fromStops }: Walks): Float64Array {
  const seconds = direct.cost.slice()
  for (let column = 0; column < direct.columns; column += 1) {
    const near = stops.flatMap((_, stop) => {
      const walk = fromStops.cost[stop * fromStops.columns + column]!
      return walk <= MOST_WALK ? [{ stop, walk }] : []
    })
    if (near.length === 0) continue
    const costs = cheapestCosts(inward, {
      nodes: near.map(({ stop }) => stop),
      start: near.map(({ walk }) => Math.round(walk * COST_PER_SECOND)),
    })
    for (let row = 0; row < direct.rows; row += 1) {
      let best = seconds[row * direct.columns + column]!
      for (let stop = 0; stop < stops.length; stop += 1) {
        const walk = toStops.cost[row * toStops.columns + stop]!
        if (walk > MOST_WALK || costs[stop] === UNREACHED) continue
        best = Math.min(best, walk + costs[stop]! / COST_PER_SECOND)
      }
      seconds[row * direct.columns + column] = best
    }
  }
  return seconds
}
