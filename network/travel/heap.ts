/** Dijkstra's search with a heap of four children a node: for graphs whose costs are too large to count in buckets. */
import type { Graph } from '../roads/graph.ts'
import { UNREACHED } from './search.ts'
import type { Costs, SearchOptions, Sources } from './search.ts'

/** Same answer as `dialCosts`. */
export function heapCosts(graph: Graph, sources: Sources, { limit = UNREACHED - 1 }: SearchOptions = {}): Costs {
  const { first, head, cost } = graph
  const costs = new Int32Array(graph.nodes).fill(UNREACHED)
  const heap = new NodeHeap(costs)
  for (let index = 0; index < sources.nodes.length; index += 1) {
    const node = sources.nodes[index]!
    const value = sources.start === undefined ? 0 : sources.start[index]!
    if (value > limit || value >= costs[node]!) continue
    costs[node] = value
    heap.raise(node)
  }
  for (let node = heap.take(); node >= 0; node = heap.take()) {
    const value = costs[node]!
    for (let arc = first[node]!, end = first[node + 1]!; arc < end; arc += 1) {
      const to = head[arc]!
      const sum = value + cost[arc]!
      if (sum >= costs[to]! || sum > limit) continue
      costs[to] = sum
      heap.raise(to)
    }
  }
  return costs
}

/** Open nodes by their cost; a node found cheaper climbs, so none stands twice. */
class NodeHeap {
  private readonly order: Int32Array
  private readonly place: Int32Array
  private size = 0

  constructor(private readonly costs: Costs) {
    this.order = new Int32Array(costs.length)
    this.place = new Int32Array(costs.length).fill(-1)
  }

  /** Puts a node in, or lets it climb after its cost fell. */
  raise(node: number): void {
    const { order, place, costs } = this
    let at = place[node]!
    if (at < 0) at = this.size++
    const value = costs[node]!
    while (at > 0) {
      const parent = (at - 1) >> 2
      const other = order[parent]!
      if (costs[other]! <= value) break
      order[at] = other
      place[other] = at
      at = parent
    }
    order[at] = node
    place[node] = at
  }

  /** The cheapest open node, -1 when none is left. */
  take(): number {
    if (this.size === 0) return -1
    const { order, place, costs } = this
    const top = order[0]!
    const last = order[--this.size]!
    const size = this.size
    const value = costs[last]!
    let at = 0
    for (let child = 1; child < size; child = at * 4 + 1) {
      let best = child
      for (let sibling = child + 1, end = Math.min(child + 4, size); sibling < end; sibling += 1) {
        if (costs[order[sibling]!]! < costs[order[best]!]!) best = sibling
      }
      const node = order[best]!
      if (costs[node]! >= value) break
      order[at] = node
      place[node] = at
      at = best
    }
    if (size > 0) {
      order[at] = last
      place[last] = at
    }
    place[top] = -1
    return top
  }
}
