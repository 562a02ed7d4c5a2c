/** What a search from one or many sources starts with and answers. */

/** Where nothing leads; larger than any sum of costs a search may reach. */
export const UNREACHED = 0x7fffffff

/** Nodes to start from with what it already cost to stand there. */
export interface Sources {
  nodes: ArrayLike<number>
  /** Whole and not negative; nothing at all when left out. */
  start?: ArrayLike<number>
}

export interface SearchOptions {
  /** Nodes further away than this stay unreached. */
  limit?: number
}

/** Per node the cheapest cost from any source, else UNREACHED. */
export type Costs = Int32Array
