import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { highsSolver } from './highs.ts'
import { coverAll } from './lscp.ts'
import { coverMost, weightWithin } from './mclp.ts'
import { farthest, shortestFarthest } from './pcenter.ts'
import { shortestTotal } from './pmedian.ts'
import { drawing, type SitingAnswer, type SitingProblem } from './problem.ts'
import type { ProgramSolver } from './program.ts'

let solver: ProgramSolver
beforeAll(async () => {
  solver = await highsSolver()
})
const limits = { clock: () => performance.now(), seconds: 20 }

const problemOf = (cost: number[][], weights = cost.map(() => 1), fixed: number[] = []): SitingProblem => ({
  costs: { rows: cost.length, columns: cost[0]!.length, cost: Float64Array.from(cost.flat()) },
  weights: Float64Array.from(weights),
  fixed,
})

/** Every set of sites with the fixed ones in it. */
function* sets({ costs: { columns }, fixed }: SitingProblem): Generator<number[]> {
  for (let mask = 1; mask < 1 << columns; mask += 1) {
    const sites = Array.from({ length: columns }, (_, at) => at).filter((at) => (mask >> at) & 1)
    if (fixed.every((at) => sites.includes(at))) yield sites
  }
}
const withAtMost = (problem: SitingProblem, p: number) => [...sets(problem)].filter((sites) => sites.length <= p)
const totalCost = ({ costs: { rows, columns, cost }, weights }: SitingProblem, sites: readonly number[]): number => {
  let sum = 0
  for (let row = 0; row < rows; row += 1)
    if (weights[row]! > 0) sum += weights[row]! * Math.min(...sites.map((site) => cost[row * columns + site]!))
  return sum
}

function expectBest(
  problem: SitingProblem,
  answer: SitingAnswer,
  best: number | undefined,
  value: (sites: readonly number[]) => number,
): void {
  if (best === undefined || !Number.isFinite(best)) {
    expect(answer.outcome).toBe('impossible')
    return
  }
  if (answer.outcome !== 'sited') throw new Error(answer.says)
  expect(answer.objective).toBeCloseTo(best, 6)
  expect(value(answer.sites)).toBeCloseTo(best, 6)
  expect(answer.gap).toBe(0)
  expect(problem.fixed.every((site) => answer.sites.includes(site))).toBe(true)
}

const problems = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 7 }))
  .chain(([rows, columns]) =>
    fc.record({
      cost: fc.array(
        fc.array(
          fc.oneof(
            { weight: 6, arbitrary: fc.integer({ min: 0, max: 30 }) },
            { weight: 1, arbitrary: fc.constant(Infinity) },
          ),
          { minLength: columns, maxLength: columns },
        ),
        { minLength: rows, maxLength: rows },
      ),
      weights: fc.array(fc.oneof(fc.nat(9), fc.constant(2.5)), { minLength: rows, maxLength: rows }),
      fixed: fc.uniqueArray(fc.nat(columns - 1), { maxLength: 2 }),
      radius: fc.integer({ min: 0, max: 30 }),
      more: fc.nat(3),
    }),
  )
  .map(({ cost, weights, fixed, radius, more }) => ({
    problem: problemOf(cost, weights, fixed),
    radius,
    p: Math.max(1, fixed.length + more),
  }))

describe('siting beside every possible choice', () => {
  it('covers all with the fewest', () => {
    fc.assert(
      fc.property(problems, ({ problem, radius }) => {
        const all = problem.costs.rows
        const everybody = { ...problem, weights: new Float64Array(all).fill(1) }
        const fewest = [...sets(problem)]
          .filter((sites) => weightWithin(everybody, radius, sites) === all)
          .map((sites) => sites.length)
        expectBest(
          problem,
          coverAll(problem, radius, solver, limits),
          fewest.length === 0 ? undefined : Math.min(...fewest),
          (sites) => sites.length,
        )
      }),
      { numRuns: 120 },
    )
  })
  it('covers the most with p', () => {
    fc.assert(
      fc.property(problems, ({ problem, radius, p }) => {
        const value = (sites: readonly number[]) => weightWithin(problem, radius, sites)
        expectBest(
          problem,
          coverMost(problem, p, radius, limits),
          Math.max(...withAtMost(problem, p).map(value)),
          value,
        )
      }),
      { numRuns: 300 },
    )
  })
  it('makes all ways together shortest', () => {
    fc.assert(
      fc.property(problems, ({ problem, p }) => {
        const value = (sites: readonly number[]) => totalCost(problem, sites)
        expectBest(problem, shortestTotal(problem, p, limits), Math.min(...withAtMost(problem, p).map(value)), value)
      }),
      { numRuns: 300 },
    )
  })
  it('makes the farthest way shortest', () => {
    fc.assert(
      fc.property(problems, ({ problem, p }) => {
        const value = (sites: readonly number[]) => farthest(problem, sites)
        expectBest(
          problem,
          shortestFarthest(problem, p, solver, limits),
          Math.min(...withAtMost(problem, p).map(value)),
          value,
        )
      }),
      { numRuns: 120 },
    )
  })
})

describe('siting when time is short', () => {
  /** 400 villages and 80 sites on a square, the same in every run. */
  const draw = drawing(3)
  const points = (count: number) => Array.from({ length: count }, () => [draw() * 100, draw() * 100] as const)
  const [villages, sites] = [points(400), points(80)]
  const problem = problemOf(
    villages.map(([x, y]) => sites.map(([a, b]) => Math.hypot(x - a, y - b))),
    villages.map((_, at) => 1 + (at % 9)),
  )
  /** A clock that runs a tenth of a second at each look. */
  const hurried = (seconds: number) => {
    let now = 0
    return { clock: () => (now += 100), seconds }
  }

  it.each([1, 2, 5])('says how far from the best it may be, and is no further (%s s)', (seconds) => {
    const most = coverMost(problem, 12, 14, limits)
    const least = shortestTotal(problem, 12, limits)
    const [quickMost, quickLeast] = [
      coverMost(problem, 12, 14, hurried(seconds)),
      shortestTotal(problem, 12, hurried(seconds)),
    ]
    if (
      most.outcome !== 'sited' ||
      least.outcome !== 'sited' ||
      quickMost.outcome !== 'sited' ||
      quickLeast.outcome !== 'sited'
    )
      throw new Error('not sited')
    expect([most.gap, least.gap]).toEqual([0, 0])
    expect(quickMost.objective).toBeLessThanOrEqual(most.objective)
    expect(quickMost.bound).toBeGreaterThanOrEqual(most.objective)
    expect(quickLeast.objective).toBeGreaterThanOrEqual(least.objective - 1e-6)
    expect(quickLeast.bound).toBeLessThanOrEqual(least.objective + 1e-6)
  })

  it('names whom nobody can reach', () => {
    const island = problemOf([
      [1, 2],
      [Infinity, Infinity],
      [3, 1],
    ])
    expect(coverAll(island, 10, solver, limits)).toMatchObject({ outcome: 'impossible', unreachable: [1] })
    expect(shortestTotal(island, 2, limits)).toMatchObject({ outcome: 'impossible', unreachable: [1] })
    expect(shortestFarthest(island, 2, solver, limits)).toMatchObject({ outcome: 'impossible', unreachable: [1] })
    expect(coverMost(island, 2, 10, limits)).toMatchObject({ objective: 2, gap: 0 })
  })
})
