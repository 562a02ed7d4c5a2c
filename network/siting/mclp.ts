/** Cover as many people as possible with p points (maximal covering). */
import { coveringOf, merged, withoutDominatedColumns } from './covering.ts'
import { AT_ROOT, firstCoverPrices, relaxedCover } from './mclp-bound.ts'
import { branchedCover } from './mclp-branches.ts'
import { coverIndex, exchanged, weightCovered, type CoverIndex } from './mclp-search.ts'
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

/** The objective is the weight within `radius` of an open point. At most p are open, the fixed ones among them. Needs no solver. */
export function coverMost(problem: SitingProblem, p: number, radius: number, limits: SitingLimits): SitingAnswer {
  const left = secondsLeft(limits)
  const open = openable(problem, p)
  if (open === undefined) return impossible('p must be at least 1 and at least the number of fixed sites')
  const fixed = [...new Set(problem.fixed)]
  const answerFor = (bound: number, sites: readonly number[]) => {
    const objective = weightWithin(problem, radius, sites)
    return sited(objective, Math.max(objective, bound), sites)
  }
  const already = weightWithin(problem, radius, fixed)
  const { rows, weights } = merged(coveringOf(problem.costs, radius, fixed, problem.weights))
  const undominated = withoutDominatedColumns(rows)
  const useful = undominated.flatMap((row, at) => (row.length > 0 && weights[at]! > 0 ? [at] : []))
  const index = coverIndex(
    merged({ rows: useful.map((at) => undominated[at]!), weights: useful.map((at) => weights[at]!) }),
  )
  const free = open - fixed.length
  const named = (places: readonly number[]) => [...fixed, ...places.map((at) => index.columns[at]!)]
  if (index.columns.length <= free || free === 0) {
    const sites = free === 0 ? fixed : named(index.columns.map((_, at) => at))
    return answerFor(weightWithin(problem, radius, sites), sites)
  }
  const step = problem.weights.every(Number.isInteger) ? 1 : 0
  const outOfTime = () => left() <= 0
  let best = severalStarts(index, free, exchanged(index, free, [], outOfTime), () => left() < limits.seconds * 0.9)
  let most = weightCovered(index, best)
  const offer = (chosen: readonly number[]): number => {
    // A start near the best may lead beyond it.
    if (weightCovered(index, chosen) > most * 0.99) {
      const next = exchanged(index, free, chosen, outOfTime)
      const covered = weightCovered(index, next)
      if (covered > most) [best, most] = [next, covered]
    }
    return most
  }
  const goal = { known: () => most, offer, step, outOfTime }
  const root = relaxedCover(
    index,
    free,
    { prices: firstCoverPrices(index), decided: new Uint8Array(index.columns.length) },
    goal,
    AT_ROOT,
  )
  const bound = branchedCover(index, free, root, goal)
  return answerFor(already + Math.max(most, step > 0 ? Math.floor(bound + 1e-6) : bound), named(best))
}

/** Local searches from shaken starts; the best of them. */
function severalStarts(index: CoverIndex, p: number, first: number[], outOfTime: () => boolean): number[] {
  const draw = drawing(1)
  let best = first
  let most = weightCovered(index, first)
  for (let round = 0; round < 12 && !outOfTime(); round += 1) {
    const kept = best.filter(() => draw() > 0.3)
    while (kept.length < Math.min(p, best.length)) {
      const any = Math.floor(draw() * index.columns.length)
      if (!kept.includes(any)) kept.push(any)
    }
    const next = exchanged(index, p, kept, outOfTime)
    const covered = weightCovered(index, next)
    if (covered > most) [best, most] = [next, covered]
  }
  return best
}

/** Weight within `radius` of one of the sites. */
export function weightWithin(
  { costs: { rows, columns, cost }, weights }: SitingProblem,
  radius: number,
  sites: readonly number[],
): number {
  let sum = 0
  for (let row = 0; row < rows; row += 1)
    if (sites.some((site) => cost[row * columns + site]! <= radius)) sum += weights[row]!
  return sum
}
