/** From roads and a way of travelling to a network that can be searched. */
import { metresBetween } from '../geo/distance.ts'
import { graphOf, reversed } from './graph.ts'
import type { ArcList, Graph } from './graph.ts'
import { partsThatHoldTogether } from './parts.ts'
import type { Profile } from './profiles/profile.ts'
import { placeOf } from './road-data.ts'
import type { RoadData, Way } from './road-data.ts'

/** Arc costs are tenths of a second: short pieces of road take less than a second each. */
export const COST_PER_SECOND = 10
/** Pieces of road with no way on, smaller than this, are mapping errors or yards; nobody is put on them. */
const SMALLEST_PART = 100

export interface RoadNetwork {
  profile: Profile
  /** From the node one stands at. */
  outward: Graph
  /** The same turned round: searched from a point it tells how long people need to get there. */
  inward: Graph
  lng: Float64Array
  lat: Float64Array
  /** What was left out: nodes on pieces with no way on, and steps whose node the file lacks. */
  left: { nodes: number; steps: number }
}

export function buildNetwork(roads: RoadData, profile: Profile): RoadNetwork {
  const arcs = new ArcBuilder(roads, profile)
  for (const way of roads.ways) arcs.addWay(way)
  const whole = arcs.finish(roads.ids.length)
  const part = partsThatHoldTogether(graphOf(whole), SMALLEST_PART)
  // Nodes are numbered anew so that a walk network does not carry the motorways' nodes and the other way round.
  const numbers = new Int32Array(roads.ids.length).fill(-1)
  const kept: number[] = []
  part.forEach((id, node) => {
    if (id >= 0) numbers[node] = kept.push(node) - 1
  })
  const within: number[] = []
  for (let arc = 0; arc < whole.tail.length; arc += 1) {
    if (numbers[whole.tail[arc]!]! >= 0 && part[whole.tail[arc]!] === part[whole.head[arc]!]) within.push(arc)
  }
  const outward = graphOf({
    nodes: kept.length,
    tail: Int32Array.from(within, (arc) => numbers[whole.tail[arc]!]!),
    head: Int32Array.from(within, (arc) => numbers[whole.head[arc]!]!),
    cost: Int32Array.from(within, (arc) => whole.cost[arc]!),
  })
  return {
    profile,
    outward,
    inward: reversed(outward),
    lng: Float64Array.from(kept, (node) => roads.lng[node]!),
    lat: Float64Array.from(kept, (node) => roads.lat[node]!),
    left: { nodes: arcs.touched() - kept.length, steps: arcs.missing },
  }
}

class ArcBuilder {
  private readonly tail: number[] = []
  private readonly head: number[] = []
  private readonly cost: number[] = []
  missing = 0

  constructor(
    private readonly roads: RoadData,
    private readonly profile: Profile,
  ) {}

  addWay({ nodes, tags }: Way): void {
    const { forward, backward } = this.profile.speeds(tags)
    if (forward === 0 && backward === 0) return
    const { ids, lng, lat } = this.roads
    let metres = 0
    let before = -1
    for (const id of nodes) {
      const node = placeOf(ids, id)
      if (node < 0) {
        this.missing += 1
        before = -1
        continue
      }
      if (before >= 0) {
        const until =
          metres + metresBetween({ lng: lng[before]!, lat: lat[before]! }, { lng: lng[node]!, lat: lat[node]! })
        if (forward > 0) this.addArc(before, node, stretch(metres, until, forward))
        if (backward > 0) this.addArc(node, before, stretch(metres, until, backward))
        metres = until
      }
      before = node
    }
  }

  finish(nodes: number): ArcList {
    return {
      nodes,
      tail: Int32Array.from(this.tail),
      head: Int32Array.from(this.head),
      cost: Int32Array.from(this.cost),
    }
  }

  touched(): number {
    return new Set([...this.tail.values(), ...this.head.values()]).size
  }

  /** What a node costs is paid on arriving at it, so that nobody gets past without paying. */
  private addArc(from: number, to: number, cost: number): void {
    const wait = this.waitAt(to)
    if (wait === Infinity || this.waitAt(from) === Infinity) return
    this.tail.push(from)
    this.head.push(to)
    this.cost.push(cost + Math.round(wait * COST_PER_SECOND))
  }

  private waitAt(node: number): number {
    const tags = this.roads.nodeTags.get(this.roads.ids[node]!)
    return tags === undefined ? 0 : this.profile.waitAt(tags)
  }
}

/** Rounded along the way as a whole: pieces of a few metres rounded one by one would add up to a wrong road. */
function stretch(from: number, to: number, kmh: number): number {
  const tenths = (metres: number) => Math.round((metres / (kmh / 3.6)) * COST_PER_SECOND)
  return tenths(to) - tenths(from)
}
