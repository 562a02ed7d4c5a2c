/** Open p points so that all ways together are shortest (p-median): search from above, prices from below, branches between. */
import { firstPrices, OPEN, relaxedMedian, worth } from './pmedian-bound.ts'
import { branchedMedian } from './pmedian-branches.ts'
import { medianCost, medianCosts } from './pmedian-costs.ts'
import { greedyMedian, interchanged, type Median, shakenMedian } from './pmedian-interchange.ts'
import {
  drawing,
  impossible,
  openable,
  secondsLeft,
  type SitingAnswer,
  type SitingLimits,
  sited,
  type SitingProblem,
} from './problem.ts'

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
    if (sites.length === open && cost < best.cost * 1.01)
      best = better(
        best,
        interchanged(costs, sites, fixed, () => left() <= 0),
      )
    return best.cost
  }
  const decided = new Uint8Array(costs.sites)
  for (const site of fixed) decided[site] = OPEN
  const root = relaxedMedian(costs, open, { prices: firstPrices(costs, best.open), decided }, best.cost, {
    rounds: 1200,
    pace: 1.5,
    outOfTime: () => left() <= 0,
    offer,
  })
  if (root.bound <= worth(costs, best.cost))
    best = shakenMedian(costs, best, fixed, draw, { idle: 25, outOfTime: untilShare(0.5) })
  const bound = branchedMedian(costs, open, root, { known: () => best.cost, offer, outOfTime: () => left() <= 0 })
  if (best.cost >= costs.blocked) {
    if (bound >= costs.blocked) return impossible('p sites cannot reach everybody, however far', withoutWay(problem))
    return {
      outcome: 'outOfTime',
      says: 'no answer with a way for everybody was found in the time given',
      unreachable: [],
    }
  }
  return sited(best.cost, Math.min(best.cost, costs.step > 0 ? Math.ceil(bound - 1e-6) : bound), best.open)
}

const better = (a: Median, b: Median): Median => (b.cost < a.cost ? b : a)

function withoutWay({ costs: { rows, columns, cost }, weights }: SitingProblem): number[] {
  const found: number[] = []
  for (let row = 0; row < rows; row += 1)
    if (weights[row]! > 0 && cost.subarray(row * columns, (row + 1) * columns).every((value) => value === Infinity))
      found.push(row)
  return found
}
