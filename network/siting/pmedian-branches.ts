/** Branches of a p-median on open or closed, each with its own bound, until the best known answer is proven or time is up. */
import { CLOSED, FREE, OPEN, relaxedMedian, type Relaxed, worth } from './pmedian-bound.ts'
import type { MedianCosts } from './pmedian-costs.ts'

type Node = Pick<Relaxed, 'bound' | 'prices' | 'decided' | 'branch'>
export interface BranchOptions {
  /** Cost of the best answer known. */
  known: () => number
  /** Called with sites worth a look; returns the best known cost. */
  offer: (open: readonly number[]) => number
  outOfTime: () => boolean
}

/** Always goes on where the bound is lowest, so that the lowest open bound holds for all. Returns that bound. */
export function branchedMedian(
  costs: MedianCosts,
  p: number,
  root: Relaxed,
  { known: best, offer, outOfTime }: BranchOptions,
): number {
  const nodes: Node[] = [root]
  while (nodes.length > 0) {
    let at = 0
    for (let other = 1; other < nodes.length; other += 1) if (nodes[other]!.bound < nodes[at]!.bound) at = other
    const node = nodes[at]!
    if (node.bound > worth(costs, best())) return best()
    if (outOfTime()) return node.bound
    nodes[at] = nodes.at(-1)!
    nodes.pop()
    for (const state of [OPEN, CLOSED]) {
      const decided = node.decided.slice()
      if (node.branch >= 0) decided[node.branch] = state
      const whole = settled(decided, p)
      if (whole) {
        if (whole.length <= p && whole.length > 0) offer(filled(whole, p, costs.sites))
        if (node.branch < 0) break
        continue
      }
      const child = relaxedMedian(costs, p, { prices: node.prices, decided }, best(), {
        rounds: 120,
        pace: 0.6,
        outOfTime,
        offer,
      })
      child.bound = Math.max(child.bound, node.bound)
      if (child.bound <= worth(costs, best())) nodes.push(child)
    }
  }
  return best()
}

/** The open sites, when nothing is left to choose: enough are open, or all that remain must open. */
function settled(decided: Uint8Array, p: number): number[] | undefined {
  const open: number[] = []
  const free: number[] = []
  decided.forEach((state, site) => {
    if (state === OPEN) open.push(site)
    else if (state === FREE) free.push(site)
  })
  if (open.length >= p || free.length === 0) return open
  return open.length + free.length <= p ? [...open, ...free] : undefined
}

function filled(open: readonly number[], p: number, sites: number): number[] {
  const result = new Set(open)
  for (let site = 0; site < sites && result.size < p; site += 1) result.add(site)
  return [...result]
}
