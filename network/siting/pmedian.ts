/** Open p points so that all ways together are shortest (p-median): search from above, prices from below, branches between. */
import { CLOSED, firstPrices, FREE, OPEN, relaxedMedian, type Relaxed, worth } from './pmedian-bound.ts'
import { medianCost, medianCosts, type MedianCosts } from './pmedian-costs.ts'
import { greedyMedian, interchanged, type Median, shakenMedian } from './pmedian-interchange.ts'
import { drawing, impossible, openable, secondsLeft, type SitingAnswer, type SitingLimits, sited, type SitingProblem } from './problem.ts'

type Node = Pick<Relaxed, 'bound' | 'prices' | 'decided' | 'branch'>

/** The objective is the sum of weight × cost to the nearest open point. Needs no solver: small ones are proven by branches. */
export function shortestTotal(problem: SitingProblem, p: number, limits: SitingLimits): SitingAnswer {
  const left = secondsLeft(limits)
  const open = openable(problem, p)
  if (open === undefined) return impossible('p must be at least 1 and at least the number of fixed sites')
  const costs = medianCosts(problem)
  const fixed = new Set(problem.fixed)
  const draw = drawing(7)
  const untilShare = (share: number) => () => left() < limits.seconds * (1 - share)

  let best = interchanged(costs, greedyMedian(costs, open, [...fixed]), fixed, untilShare(0.3))
  best = shakenMedian(costs, best, fixed, draw, { idle: 12, outOfTime: untilShare(0.2) })
  const offer = (sites: readonly number[]): number => {
    const cost = medianCost(costs, sites)
    // A start near the best may lead below it.
    if (sites.length === open && cost < best.cost * 1.01) best = better(best, interchanged(costs, sites, fixed, () => left() <= 0))
    return best.cost
  }
  const decided = new Uint8Array(costs.sites)
  for (const site of fixed) decided[site] = OPEN
  const root = relaxedMedian(costs, open, { prices: firstPrices(costs, best.open), decided }, best.cost, { rounds: 1200, pace: 1.5, outOfTime: () => left() <= 0, offer })
  if (root.bound <= worth(costs, best.cost)) best = shakenMedian(costs, best, fixed, draw, { idle: 25, outOfTime: untilShare(0.5) })
  const bound = branched(costs, open, root, () => best.cost, offer, () => left() <= 0)
  if (best.cost >= costs.blocked) {
    if (bound >= costs.blocked) return impossible('p sites cannot reach everybody, however far', withoutWay(problem))
    return { outcome: 'outOfTime', says: 'no answer with a way for everybody was found in the time given', unreachable: [] }
  }
  return sited(best.cost, Math.min(best.cost, costs.step > 0 ? Math.ceil(bound - 1e-6) : bound), best.open)
}

const better = (a: Median, b: Median): Median => (b.cost < a.cost ? b : a)

/** Always goes on where the bound is lowest, so that the lowest open bound holds for all. Returns that bound. */
function branched(
  costs: MedianCosts, p: number, root: Relaxed, best: () => number, offer: (open: readonly number[]) => number, outOfTime: () => boolean,
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
      const child = relaxedMedian(costs, p, { prices: node.prices, decided }, best(), { rounds: 120, pace: 0.6, outOfTime, offer })
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

function withoutWay({ costs: { rows, columns, cost }, weights }: SitingProblem): number[] {
  const found: number[] = []
  for (let row = 0; row < rows; row += 1) if (weights[row]! > 0 && cost.subarray(row * columns, (row + 1) * columns).every((value) => value === Infinity)) found.push(row)
  return found
}
