/** Dijkstra's search with Dial's buckets: whole costs are sorted by counting, so there is no heap and no comparison. */
import type { Graph } from '../roads/graph.ts'
import { UNREACHED } from './search.ts'
import type { Costs, SearchOptions, Sources } from './search.ts'

/**
 * Cheapest cost of every node from the nearest source. Every open node waits in a doubly linked list, one list per cost,
 * in a ring that is one longer than the dearest arc; a node found cheaper moves to another list, so none waits twice.
 */
export function dialCosts(graph: Graph, sources: Sources, { limit = UNREACHED - 1 }: SearchOptions = {}): Costs {
  const { nodes, first, head, cost } = graph
  const costs = new Int32Array(nodes).fill(UNREACHED)
  const ring = ringSize(graph, sources)
  const mask = ring - 1
  const bucket = new Int32Array(ring).fill(-1)
  const next = new Int32Array(nodes)
  // Negative entries name the bucket whose list the node leads.
  const previous = new Int32Array(nodes)

  let waiting = 0
  const { nodes: starts, start } = sources
  for (let index = 0; index < starts.length; index += 1) {
    const node = starts[index]!
    const value = start === undefined ? 0 : start[index]!
    if (value > limit || value >= costs[node]!) continue
    if (costs[node] !== UNREACHED) unlink(node, bucket, next, previous)
    else waiting += 1
    costs[node] = value
    const slot = value & mask
    const leader = bucket[slot]!
    next[node] = leader
    previous[node] = ~slot
    if (leader >= 0) previous[leader] = node
    bucket[slot] = node
  }

  for (let value = 0; waiting > 0; value += 1) {
    const slot = value & mask
    for (let node = bucket[slot]!; node >= 0; node = bucket[slot]!) {
      const after = next[node]!
      bucket[slot] = after
      if (after >= 0) previous[after] = ~slot
      waiting -= 1
      for (let arc = first[node]!, end = first[node + 1]!; arc < end; arc += 1) {
        const to = head[arc]!
        const sum = value + cost[arc]!
        const known = costs[to]!
        if (sum >= known || sum > limit) continue
        if (known === UNREACHED) waiting += 1
        else unlink(to, bucket, next, previous)
        costs[to] = sum
        const toSlot = sum & mask
        const leader = bucket[toSlot]!
        next[to] = leader
        previous[to] = ~toSlot
        if (leader >= 0) previous[leader] = to
        bucket[toSlot] = to
      }
    }
  }
  return costs
}

function unlink(node: number, bucket: Int32Array, next: Int32Array, previous: Int32Array): void {
  const before = previous[node]!
  const after = next[node]!
  if (before < 0) bucket[~before] = after
  else next[before] = after
  if (after >= 0) previous[after] = before
}

/** The ring holds every cost that can wait at one time: the dearest arc, or the spread of the starting costs. */
export function ringSize(graph: Graph, { start }: Sources): number {
  let span = graph.largestCost
  if (start !== undefined) for (let index = 0; index < start.length; index += 1) span = Math.max(span, start[index]!)
  let size = 1
  while (size < span + 1) size *= 2
  return size
}
