/** Cover as many people as possible with p points (maximal covering). */
import { coveringOf, merged, withoutDominatedColumns } from './covering.ts'
import { coverBound, coverIndex, exchanged, weightCovered, type CoverIndex } from './mclp-search.ts'
import { drawing, impossible, openable, secondsLeft, type SitingAnswer, type SitingLimits, sited, type SitingProblem } from './problem.ts'
import type { Program, ProgramSolver } from './program.ts'

/** The objective is the weight within `radius` of an open point. At most p are open, the fixed ones among them. */
export function coverMost(problem: SitingProblem, p: number, radius: number, solver: ProgramSolver, limits: SitingLimits): SitingAnswer {
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
  const index = coverIndex(merged({ rows: useful.map((at) => undominated[at]!), weights: useful.map((at) => weights[at]!) }))
  const free = open - fixed.length
  const named = (places: readonly number[]) => [...fixed, ...places.map((at) => index.columns[at]!)]
  if (index.columns.length <= free || free === 0) {
    const sites = free === 0 ? fixed : named(index.columns.map((_, at) => at))
    return answerFor(weightWithin(problem, radius, sites), sites)
  }
  const step = problem.weights.every(Number.isInteger) ? 1 : 0
  const found = exchanged(index, free, [], () => left() <= 0)
  const rough = coverBound(index, free, severalStarts(index, free, found, () => left() < limits.seconds * 0.9), step, () => left() < limits.seconds * 0.6)
  let { best, bound } = rough
  const roundDown = (value: number) => (step > 0 ? Math.floor(value + 1e-6) : value)
  const undecided = index.columns.length - rough.out.size
  if (roundDown(bound) > rough.covered && undecided > 0 && left() > 0.05) {
    const start = [...rough.best]
    const { program, places, constant } = coverMostProgram(index, free, rough.into, rough.out)
    const answer = solver(program, { seconds: left(), start: startOf(program, places, start) })
    const values = answer.values
    if (values) {
      const sites = [...rough.into, ...places.filter((_, at) => values[at]! > 0.5)]
      if (sites.length <= free && weightCovered(index, sites) > weightCovered(index, best)) best = sites
    }
    // What was decided beforehand holds for better answers only: nothing better is proven by the best there is.
    const value = weightCovered(index, best)
    const proven = answer.status === 'infeasible' ? value : Math.max(value, roundDown(answer.bound + constant))
    bound = Math.min(bound, answer.status === 'optimal' ? value : proven)
  }
  return answerFor(already + Math.max(roundDown(bound), weightCovered(index, best)), named(best))
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

/** The undecided columns first, then one variable for each row that is not surely covered. */
function coverMostProgram({ covers, weights, by }: CoverIndex, p: number, into: ReadonlySet<number>, out: ReadonlySet<number>) {
  const places = covers.flatMap((_, at) => (into.has(at) || out.has(at) ? [] : [at]))
  const column = new Map(places.map((place, at) => [place, at]))
  const price: number[] = places.map(() => 0)
  const program: Program = { sense: 'maximise', cost: new Float64Array(), whole: places.length, rows: [] }
  let constant = 0
  by.forEach((row, at) => {
    if (row.some((place) => into.has(place))) {
      constant += weights[at]!
      return
    }
    const able = row.flatMap((place) => column.get(place) ?? [])
    if (able.length === 0) return
    program.rows.push({ columns: [...able, price.length], values: [...able.map(() => 1), -1], lower: 0, upper: Infinity })
    price.push(weights[at]!)
  })
  program.rows.push({ columns: places.map((_, at) => at), lower: 0, upper: p - into.size })
  program.cost = Float64Array.from(price)
  return { program, places, constant }
}

function startOf(program: Program, places: readonly number[], chosen: readonly number[]): Float64Array {
  const start = new Float64Array(program.cost.length)
  const open = new Set(chosen)
  places.forEach((place, at) => (start[at] = open.has(place) ? 1 : 0))
  for (const { columns, values } of program.rows) {
    if (values) start[columns.at(-1)!] = columns.slice(0, -1).some((at) => start[at] === 1) ? 1 : 0
  }
  return start
}

export function weightWithin({ costs: { rows, columns, cost }, weights }: SitingProblem, radius: number, sites: readonly number[]): number {
  let sum = 0
  for (let row = 0; row < rows; row += 1) if (sites.some((site) => cost[row * columns + site]! <= radius)) sum += weights[row]!
  return sum
}
