/** A directed graph in typed arrays (compressed rows): the arcs of node n stand from `first[n]` to `first[n + 1]`. */
export interface Graph {
  nodes: number
  /** `nodes + 1` entries. */
  first: Int32Array
  head: Int32Array
  /** Whole, not negative. The caller says what of: the road network counts tenths of a second. */
  cost: Int32Array
  largestCost: number
}

/** Arcs in any order; the graph is built from them by counting. */
export interface ArcList {
  nodes: number
  tail: Int32Array
  head: Int32Array
  cost: Int32Array
}

export function graphOf({ nodes, tail, head, cost }: ArcList): Graph {
  const first = new Int32Array(nodes + 1)
  for (const from of tail) first[from + 1]! += 1
  for (let node = 0; node < nodes; node += 1) first[node + 1]! += first[node]!
  const place = first.slice(0, nodes)
  const heads = new Int32Array(head.length)
  const costs = new Int32Array(head.length)
  let largestCost = 0
  for (let arc = 0; arc < tail.length; arc += 1) {
    const at = place[tail[arc]!]!++
    heads[at] = head[arc]!
    costs[at] = cost[arc]!
    if (cost[arc]! < 0) throw new RangeError(`arc ${arc} costs less than nothing`)
    if (cost[arc]! > largestCost) largestCost = cost[arc]!
  }
  return { nodes, first, head: heads, cost: costs, largestCost }
}

/** The arc list of a graph, in the order of its rows. */
export function arcsOf(graph: Graph): ArcList {
  const tail = new Int32Array(graph.head.length)
  for (let node = 0; node < graph.nodes; node += 1) tail.fill(node, graph.first[node], graph.first[node + 1])
  return { nodes: graph.nodes, tail, head: graph.head, cost: graph.cost }
}

/** The same graph with every arc turned round: searching it from the points gives the way of people to the points. */
export function reversed(graph: Graph): Graph {
  const { nodes, tail, head, cost } = arcsOf(graph)
  return graphOf({ nodes, tail: head, head: tail, cost })
}
