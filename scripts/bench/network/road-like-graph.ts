import type { ArcList } from '@fatong/network/roads/graph.ts'
import { chance } from './random.ts'

const COLUMNS = 500
const ROWS = 400
const ARCS = 500_000

/**
 * 200,000 junctions on a jittered grid, joined by a random tree and then by further streets until there are 500,000 arcs
 * (250,000 streets, both ways). Costs are whole seconds at 30 to 70 km/h over the jittered length, blocks of about 300 m.
 */
export function roadLikeGraph(seed: number): ArcList {
  const random = chance(seed)
  const nodes = COLUMNS * ROWS
  const x = Float64Array.from({ length: nodes }, (_, node) => (node % COLUMNS) + random() * 0.8)
  const y = Float64Array.from({ length: nodes }, (_, node) => Math.floor(node / COLUMNS) + random() * 0.8)
  const streets: [number, number][] = []
  for (let node = 0; node < nodes; node += 1) {
    if (node % COLUMNS < COLUMNS - 1) streets.push([node, node + 1])
    if (node + COLUMNS < nodes) streets.push([node, node + COLUMNS])
  }
  for (let index = streets.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1))
    ;[streets[index], streets[other]] = [streets[other]!, streets[index]!]
  }
  const chosen = treeFirst(streets, nodes).slice(0, ARCS / 2)
  const arcs = { nodes, tail: new Int32Array(ARCS), head: new Int32Array(ARCS), cost: new Int32Array(ARCS) }
  chosen.forEach(([a, b], index) => {
    const metres = 300 * Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!)
    const seconds = Math.max(1, Math.round(metres / ((30 + 40 * random()) / 3.6)))
    for (const [arc, from, to] of [
      [2 * index, a, b],
      [2 * index + 1, b, a],
    ] as const) {
      arcs.tail[arc] = from
      arcs.head[arc] = to
      arcs.cost[arc] = seconds
    }
  })
  return arcs
}

/** The streets of a random spanning tree, then the rest: so that every junction can be reached. */
function treeFirst(streets: readonly [number, number][], nodes: number): [number, number][] {
  const parent = Int32Array.from({ length: nodes }, (_, node) => node)
  const rootOf = (node: number): number => {
    let root = node
    while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!
    return root
  }
  const tree: [number, number][] = []
  const rest: [number, number][] = []
  for (const street of streets) {
    const [a, b] = [rootOf(street[0]), rootOf(street[1])]
    if (a === b) rest.push(street)
    else {
      parent[a] = b
      tree.push(street)
    }
  }
  return [...tree, ...rest]
}

export const drawNodes = (count: number, nodes: number, seed: number): number[] => {
  const random = chance(seed)
  const drawn = new Set<number>()
  while (drawn.size < count) drawn.add(Math.floor(random() * nodes))
  return [...drawn]
}
