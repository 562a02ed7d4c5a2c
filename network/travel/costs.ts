import type { Graph } from '../roads/graph.ts'
import { dialCosts, ringSize } from './dial.ts'
import { heapCosts } from './heap.ts'
import type { Costs, SearchOptions, Sources } from './search.ts'

/** A ring beyond this no longer fits the caches and its empty buckets cost more than a heap. */
const LARGEST_RING = 1 << 18

/** Cheapest cost of every node from the nearest of the sources, by buckets or by heap, whichever suits the costs. */
export const cheapestCosts = (graph: Graph, sources: Sources, options?: SearchOptions): Costs =>
  ringSize(graph, sources) <= LARGEST_RING ? dialCosts(graph, sources, options) : heapCosts(graph, sources, options)
