/** The four things that can be wanted of sites, and how good a set of them is. */
import { weightWithin } from './mclp.ts'
import { farthest } from './pcenter.ts'
import type { SitingProblem } from './problem.ts'

/** Everybody within the radius with the fewest; the most within it; all ways together shortest; the farthest way shortest. */
export type Goal = 'coverAll' | 'coverMost' | 'shortest' | 'farthest'

/** What the answer of a goal counts: points, people, weighted cost of all, cost of the farthest. `Infinity` where somebody has no way (or, for `coverAll`, none within the radius). */
export function figureOf(goal: Goal, problem: SitingProblem, radius: number, sites: readonly number[]): number {
  switch (goal) {
    case 'coverAll':
      return reachesAll(problem, radius, sites) ? sites.length : Infinity
    case 'coverMost':
      return weightWithin(problem, radius, sites)
    case 'shortest':
      return totalCost(problem, sites)
    case 'farthest':
      return sites.length === 0 ? Infinity : farthest(problem, sites)
    default:
      return goal satisfies never
  }
}

function totalCost({ costs: { rows, columns, cost }, weights }: SitingProblem, sites: readonly number[]): number {
  let sum = 0
  for (let row = 0; row < rows; row += 1) {
    if (weights[row] === 0) continue
    let least = Infinity
    for (const site of sites) least = Math.min(least, cost[row * columns + site]!)
    sum += weights[row]! * least
  }
  return sum
}

function reachesAll({ costs: { rows, columns, cost } }: SitingProblem, radius: number, sites: readonly number[]) {
  for (let row = 0; row < rows; row += 1) if (!sites.some((site) => cost[row * columns + site]! <= radius)) return false
  return true
}
