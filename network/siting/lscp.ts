/** Cover everybody with the fewest points (location set covering). */
import { coveringOf, greedyCover, reducedCover } from './covering.ts'
import { impossible, secondsLeft, type SitingAnswer, type SitingLimits, sited, type SitingProblem } from './problem.ts'
import type { Program, ProgramSolver } from './program.ts'

/** The objective counts the fixed points too. Weights do not matter: everybody must be reached within `radius`. */
export function coverAll(
  problem: SitingProblem,
  radius: number,
  solver: ProgramSolver,
  limits: SitingLimits,
): SitingAnswer {
  const left = secondsLeft(limits)
  const fixed = [...new Set(problem.fixed)]
  const unreachable = outOfReach(problem, radius)
  if (unreachable.length > 0) return impossible('some demand points have no site within the radius', unreachable)
  const { needed, rows } = reducedCover(coveringOf(problem.costs, radius, fixed).rows)
  const sure = [...fixed, ...needed]
  if (rows.length === 0) return sited(sure.length, sure.length, sure)
  const columns = [...new Set(rows.flat())]
  const greedy = new Set(greedyCover(rows))
  const answer = solver(coverProgram(rows, columns), {
    seconds: left(),
    start: Float64Array.from(columns, (column) => (greedy.has(column) ? 1 : 0)),
  })
  const better = answer.values ? columns.filter((_, at) => answer.values![at]! > 0.5) : [...greedy]
  const chosen = better.length < greedy.size ? better : [...greedy]
  // Numbers of points are whole, so a bound between two of them counts as the upper one; one point at least is needed.
  const bound =
    answer.status === 'optimal'
      ? chosen.length
      : Math.min(chosen.length, Math.max(apart(rows), Math.ceil(answer.bound - 1e-6)))
  return sited(sure.length + chosen.length, sure.length + bound, [...sure, ...chosen])
}

/** Rows of which no two share a column: each needs a point of its own. Found greedily, those with few columns first. */
function apart(rows: readonly (readonly number[])[]): number {
  const used = new Set<number>()
  let count = 0
  for (const row of [...rows].sort((a, b) => a.length - b.length)) {
    if (row.some((column) => used.has(column))) continue
    for (const column of row) used.add(column)
    count += 1
  }
  return count
}

/** Rows that no column covers, fixed or not. */
export function outOfReach({ costs: { rows, columns, cost } }: SitingProblem, radius: number): number[] {
  const found: number[] = []
  for (let row = 0; row < rows; row += 1) {
    let nearest = Infinity
    for (let column = 0; column < columns; column += 1) nearest = Math.min(nearest, cost[row * columns + column]!)
    if (!(nearest <= radius) || nearest === Infinity) found.push(row)
  }
  return found
}

/** Fewest columns that cover all rows; with `most` it only asks whether that many will do. */
export function coverProgram(rows: readonly number[][], columns: readonly number[], most?: number): Program {
  const place = new Map(columns.map((column, at) => [column, at]))
  const program: Program = {
    sense: 'minimise',
    cost: new Float64Array(columns.length).fill(1),
    whole: columns.length,
    rows: rows.map((row) => ({ columns: row.map((column) => place.get(column)!), lower: 1, upper: Infinity })),
  }
  if (most !== undefined) program.rows.push({ columns: columns.map((_, at) => at), lower: 0, upper: most })
  return program
}
