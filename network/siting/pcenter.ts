/** Open p points so that the farthest person has the shortest way (p-center). */
import { coveringOf, greedyCover, reducedCover } from './covering.ts'
import { coverProgram } from './lscp.ts'
import {
  impossible,
  openable,
  secondsLeft,
  type SitingAnswer,
  type SitingLimits,
  sited,
  type SitingProblem,
} from './problem.ts'
import type { ProgramSolver } from './program.ts'

/**
 * Searches the distinct costs by halving: each step asks whether p points cover everybody within that cost. The bound is the
 * smallest cost that is not proven too short. Weights do not matter: nobody is left behind for being few.
 */
export function shortestFarthest(
  problem: SitingProblem,
  p: number,
  solver: ProgramSolver,
  limits: SitingLimits,
): SitingAnswer {
  const left = secondsLeft(limits)
  const open = openable(problem, p)
  if (open === undefined) return impossible('p must be at least 1 and at least the number of fixed sites')
  const { rows, columns, cost } = problem.costs
  // Nobody can be nearer than the nearest site there is.
  let needed = 0
  const unreachable: number[] = []
  for (let row = 0; row < rows; row += 1) {
    const nearest = cost
      .subarray(row * columns, (row + 1) * columns)
      .reduce((low, value) => Math.min(low, value), Infinity)
    if (nearest === Infinity) unreachable.push(row)
    needed = Math.max(needed, nearest)
  }
  if (unreachable.length > 0) return impossible('some demand points have no way to any site', unreachable)
  // Only costs between what nobody can better and a first answer are worth asking about.
  const start = farthestFirst(problem, open)
  const longest = farthest(problem, start)
  const steps = distinct(cost, needed, longest)

  let best: { at: number; sites: number[] } | undefined =
    longest < Infinity ? { at: steps.length - 1, sites: start } : undefined
  for (let low = 0, high = steps.length - (best ? 2 : 1); low <= high && left() > limits.seconds / 2; ) {
    const at = (low + high) >> 1
    const sites = byGreed(problem, steps[at]!, open)
    if (sites) [best, high] = [{ at, sites }, at - 1]
    else low = at + 1
  }
  let proven = 0
  for (let low = 0; low < (best?.at ?? steps.length); ) {
    const at = (low + (best?.at ?? steps.length) - 1) >> 1
    if (left() <= 0) break
    const answer = byProof(problem, steps[at]!, open, solver, Math.max(left() / 3, Math.min(left(), 2)))
    if (answer === 'unknown') low = at + 1
    else if (answer === 'tooShort') proven = low = at + 1
    else best = { at, sites: answer }
  }
  if (proven >= steps.length) return impossible('p sites cannot reach everybody, however far', [])
  if (best === undefined) return { outcome: 'outOfTime', says: 'no answer found in the time given', unreachable: [] }
  const sites = filledUp(best.sites, open, columns)
  return sited(farthest(problem, sites), Math.min(steps[proven]!, farthest(problem, sites)), sites)
}

function byGreed({ costs, fixed }: SitingProblem, radius: number, open: number): number[] | undefined {
  const own = [...new Set(fixed)]
  const { rows } = coveringOf(costs, radius, own)
  if (rows.some((row) => row.length === 0)) return undefined
  const chosen = greedyCover(rows)
  return own.length + chosen.length <= open ? [...own, ...chosen] : undefined
}

function byProof(
  { costs, fixed }: SitingProblem,
  radius: number,
  open: number,
  solver: ProgramSolver,
  seconds: number,
): number[] | 'tooShort' | 'unknown' {
  const own = [...new Set(fixed)]
  const covering = coveringOf(costs, radius, own)
  if (covering.rows.some((row) => row.length === 0)) return 'tooShort'
  const { needed, rows } = reducedCover(covering.rows)
  const most = open - own.length - needed.length
  if (most < 0 || (most === 0 && rows.length > 0)) return 'tooShort'
  if (rows.length === 0) return [...own, ...needed]
  const columns = [...new Set(rows.flat())]
  const answer = solver(coverProgram(rows, columns, most), { seconds, anySolution: true })
  if (answer.status === 'infeasible') return 'tooShort'
  if (answer.values === undefined) return 'unknown'
  return [...own, ...needed, ...columns.filter((_, at) => answer.values![at]! > 0.5)]
}

/** Points that are left over do no harm; opening them is what p asks for. */
function filledUp(sites: readonly number[], open: number, columns: number): number[] {
  const taken = new Set(sites)
  for (let column = 0; column < columns && taken.size < open; column += 1) taken.add(column)
  return [...taken]
}

export function farthest({ costs: { rows, columns, cost } }: SitingProblem, sites: readonly number[]): number {
  let most = 0
  for (let row = 0; row < rows; row += 1) {
    let nearest = Infinity
    for (const site of sites) nearest = Math.min(nearest, cost[row * columns + site]!)
    most = Math.max(most, nearest)
  }
  return most
}

/** Opens the site nearest to whoever has the longest way, again and again; quick, and at most about twice as long as need be. */
function farthestFirst({ costs: { rows, columns, cost }, fixed }: SitingProblem, open: number): number[] {
  const least = new Float64Array(rows).fill(Infinity)
  const sites = new Set<number>()
  const add = (site: number) => {
    sites.add(site)
    for (let row = 0; row < rows; row += 1) least[row] = Math.min(least[row]!, cost[row * columns + site]!)
  }
  for (const site of fixed) add(site)
  while (sites.size < open) {
    let far = 0
    for (let row = 1; row < rows; row += 1) if (least[row]! > least[far]!) far = row
    let site = 0
    for (let column = 1; column < columns; column += 1)
      if (cost[far * columns + column]! < cost[far * columns + site]!) site = column
    if (sites.has(site)) break
    add(site)
  }
  return [...sites]
}

/** The costs from one to another, both included, each once. */
function distinct(cost: Float64Array, from: number, to: number): Float64Array {
  const sorted = cost.filter((value) => value >= from && value <= to && value < Infinity).sort()
  return sorted.filter((value, at) => at === 0 || value !== sorted[at - 1])
}
