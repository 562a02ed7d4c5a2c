/** Of answers that are as good, the one that changes least of what is there today. */
import type { Goal } from './goal.ts'
import type { SitingProblem } from './problem.ts'

/** Sums of the same ways in another order differ in their last digits. */
const ROUNDING = 1e-10

/** Each demand point's way to the nearest of some sites, to which one, and the way to the next one. */
interface Nearest {
  first: Float64Array
  second: Float64Array
  who: Int32Array
}

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
  const today = new Set([...problem.fixed, ...free])
  const open = new Set(sites)
  const added = () => [...open].filter((site) => !today.has(site))
  const worth = losses(problem, goal, radius)
  const limit = worth(nearestOf(problem, open), undefined, undefined)
  const holds = (loss: number) => loss <= limit + ROUNDING * Math.max(1, Math.abs(limit))

  for (let again = true; again; ) {
    again = false
    for (const site of added()) {
      if (!holds(worth(nearestOf(problem, open), site, undefined))) continue
      open.delete(site)
      again = true
    }
    for (const point of free) {
      if (open.has(point)) continue
      if (open.size < most && goal !== 'coverAll') {
        open.add(point)
        again = true
        continue
      }
      const nearest = nearestOf(problem, open)
      const instead = added().find((site) => holds(worth(nearest, site, point)))
      if (instead === undefined) continue
      open.delete(instead)
      open.add(point)
      again = true
    }
  }
  return [...open].sort((a, b) => a - b)
}

function nearestOf({ costs: { rows, columns, cost } }: SitingProblem, open: ReadonlySet<number>): Nearest {
  const first = new Float64Array(rows).fill(Infinity)
  const second = new Float64Array(rows).fill(Infinity)
  const who = new Int32Array(rows).fill(-1)
  for (const site of open)
    for (let row = 0; row < rows; row += 1) {
      const value = cost[row * columns + site]!
      if (value < first[row]!) {
        second[row] = first[row]!
        first[row] = value
        who[row] = site
      } else if (value < second[row]!) second[row] = value
    }
  return { first, second, who }
}

/** How bad the answer is, as the goal counts it, once `without` is closed and `and` is open: less is better for every goal. */
function losses({ costs: { rows, columns, cost }, weights }: SitingProblem, goal: Goal, radius: number) {
  const lost = (least: number, weight: number): number => {
    switch (goal) {
      case 'coverAll':
        return least <= radius ? 0 : 1
      case 'coverMost':
        return least <= radius ? 0 : weight
      case 'shortest':
        return weight === 0 ? 0 : weight * least
      case 'farthest':
        return least
      default:
        return goal satisfies never
    }
  }
  return ({ first, second, who }: Nearest, without: number | undefined, and: number | undefined): number => {
    let sum = 0
    for (let row = 0; row < rows; row += 1) {
      let least = who[row] === without ? second[row]! : first[row]!
      if (and !== undefined) least = Math.min(least, cost[row * columns + and]!)
      const loss = lost(least, weights[row]!)
      sum = goal === 'farthest' ? Math.max(sum, loss) : sum + loss
    }
    return sum
  }
}
