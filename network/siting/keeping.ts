/** Of answers that are as good, the one that changes least of what is there today. */
import type { Goal } from './goal.ts'
import { nearestOf } from './nearest.ts'
import type { SitingProblem } from './problem.ts'

/** Sums of the same ways in another order differ in their last digits. */
const ROUNDING = 1e-10

/**
 * Leaves out new sites that change nothing, lets freed points of today fill what may still be open (`most`; not for `coverAll`,
 * where a point kept for nothing is one too many), and takes a freed point instead of a new site wherever that makes the answer
 * no worse: one exchange at a time, until none is left.
 */
export function keepingFreed(
  problem: SitingProblem,
  { goal, radius, most }: { goal: Goal; radius: number; most: number },
  free: readonly number[],
  sites: readonly number[],
): number[] {
  const { costs, weights } = problem
  const { rows, columns, cost } = costs
  const today = new Set([...problem.fixed, ...free])
  const nearest = nearestOf(costs, sites)
  const { open, first, second, who } = nearest
  const added = () => [...open].filter((site) => !today.has(site))
  // no village may have a longer way than the farthest has in the answer
  const reach = goal === 'farthest' ? first.reduce((far, one) => Math.max(far, one), 0) : radius

  const loss = (row: number, least: number): number => {
    switch (goal) {
      case 'coverAll':
      case 'farthest':
        return least <= reach ? 0 : 1
      case 'coverMost':
        return least <= reach ? 0 : weights[row]!
      case 'shortest':
        return weights[row] === 0 ? 0 : weights[row]! * least
      default:
        return goal satisfies never
    }
  }
  let limit = 0
  for (let row = 0; row < rows; row += 1) limit += loss(row, first[row]!)
  const holds = (sum: number) => sum <= limit + ROUNDING * Math.max(1, Math.abs(limit))

  const more = new Float64Array(columns)
  /** What is lost with `and` open besides; `more` says what else is lost when one of the open sites is closed then. */
  const lostWith = (and: number | undefined): number => {
    more.fill(0)
    let sum = 0
    for (let row = 0; row < rows; row += 1) {
      const way = and === undefined ? Infinity : cost[row * columns + and]!
      const lost = loss(row, Math.min(first[row]!, way))
      sum += lost
      if (who[row]! >= 0) more[who[row]!]! += loss(row, Math.min(second[row]!, way)) - lost
    }
    return sum
  }
  const needless = (and: number | undefined): number | undefined => {
    const lost = lostWith(and)
    return added().find((site) => holds(lost + more[site]!))
  }

  for (let again = true; again; ) {
    again = false
    for (let site = needless(undefined); site !== undefined; site = needless(undefined)) {
      nearest.close(site)
      again = true
    }
    for (const point of free) {
      if (open.has(point)) continue
      if (open.size < most && goal !== 'coverAll') {
        nearest.add(point)
        again = true
        continue
      }
      const instead = needless(point)
      if (instead === undefined) continue
      nearest.add(point)
      nearest.close(instead)
      again = true
    }
  }
  return [...open].sort((a, b) => a - b)
}
