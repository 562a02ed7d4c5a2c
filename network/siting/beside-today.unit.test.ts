import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { siteBesideToday, type BesideToday, type SitingQuestion } from './beside-today.ts'
import { figureOf, type Goal } from './goal.ts'
import { highsSolver } from './highs.ts'
import { drawing } from './problem.ts'
import type { ProgramSolver } from './program.ts'
import { standingOf } from './standing.ts'

let solver: ProgramSolver
beforeAll(async () => {
  solver = await highsSolver()
})
const limits = { clock: () => performance.now(), seconds: 20 }
const GOALS: readonly Goal[] = ['coverAll', 'coverMost', 'shortest', 'farthest']
const smallIsGood = (goal: Goal) => goal !== 'coverMost'

const solved = (question: SitingQuestion) => siteBesideToday(question, solver, limits)
function found(question: SitingQuestion): Extract<BesideToday, { outcome: 'sited' }> {
  const answer = solved(question)
  if (answer.outcome !== 'sited') throw new Error(answer.says)
  return answer
}

/** Columns are the fixed points, the free ones, then new sites, as the product asks. */
const questions = fc
  .record({
    rows: fc.integer({ min: 1, max: 8 }),
    fixed: fc.nat(2),
    free: fc.nat(3),
    sites: fc.integer({ min: 1, max: 4 }),
    more: fc.integer({ min: -2, max: 2 }),
    goal: fc.constantFrom(...GOALS),
    radius: fc.integer({ min: 0, max: 30 }),
  })
  .filter(({ fixed, free, more, goal }) => goal === 'coverAll' || fixed + free + more >= Math.max(1, fixed))
  .chain(({ rows, fixed, free, sites, more, goal, radius }) => {
    const columns = fixed + free + sites
    return fc.record({
      cost: fc.array(
        fc.oneof(
          { weight: 8, arbitrary: fc.integer({ min: 0, max: 30 }) },
          { weight: 1, arbitrary: fc.constant(Infinity) },
        ),
        { minLength: rows * columns, maxLength: rows * columns },
      ),
      weights: fc.array(fc.oneof(fc.nat(9), fc.constant(2.5)), { minLength: rows, maxLength: rows }),
      shape: fc.constant({ rows, columns, fixed, free, more, goal, radius }),
    })
  })
  .map(
    ({ cost, weights, shape: { rows, columns, fixed, free, more, goal, radius } }): SitingQuestion => ({
      goal,
      more,
      radius,
      problem: {
        costs: { rows, columns, cost: Float64Array.from(cost) },
        weights: Float64Array.from(weights),
        fixed: Array.from({ length: fixed }, (_, at) => at),
      },
      free: Array.from({ length: free }, (_, at) => fixed + at),
    }),
  )

/** The best figure of all sets that may be open; undefined where none serves. */
function bestOf({ goal, problem, free, more, radius }: SitingQuestion): number | undefined {
  const { columns } = problem.costs
  const most = goal === 'coverAll' ? columns : problem.fixed.length + free.length + more
  const figures: number[] = []
  for (let mask = 0; mask < 1 << columns; mask += 1) {
    const sites = Array.from({ length: columns }, (_, at) => at).filter((at) => (mask >> at) & 1)
    if (sites.length <= most && problem.fixed.every((at) => sites.includes(at)))
      figures.push(figureOf(goal, problem, radius, sites))
  }
  const best = smallIsGood(goal) ? Math.min(...figures) : Math.max(...figures)
  return Number.isFinite(best) ? best : undefined
}
const betterOrAsGood = (goal: Goal, one: number, other: number) =>
  smallIsGood(goal) ? one <= other + 1e-6 : one >= other - 1e-6

describe('siting beside the points of today, held against every possible choice', () => {
  it('finds the best, with all that is fixed in it, and says of each freed point whether it is kept', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const { goal, problem, free, radius, more } = question
        const answer = solved(question)
        const best = bestOf(question)
        if (answer.outcome !== 'sited') {
          expect(best).toBeUndefined()
          return
        }
        expect(answer.gap).toBe(0)
        expect(answer.objective).toBeCloseTo(best!, 6)
        expect(figureOf(goal, problem, radius, answer.sites)).toBeCloseTo(best!, 6)
        expect(answer.sites).toEqual([...problem.fixed, ...answer.kept, ...answer.added].sort((a, b) => a - b))
        expect([...answer.kept, ...answer.givenUp].sort((a, b) => a - b)).toEqual(free)
        expect(answer.added.every((site) => site >= problem.fixed.length + free.length)).toBe(true)
        if (goal !== 'coverAll')
          expect(answer.sites.length).toBeLessThanOrEqual(problem.fixed.length + free.length + more)
        expect(answer.today).toBe(figureOf(goal, problem, radius, [...problem.fixed, ...free]))
      }),
      { numRuns: 400 },
    )
  })

  it('changes nothing for nothing: no new site that could be left out, none in place of a freed point as good', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const { goal, problem, radius } = question
        const answer = solved(question)
        if (answer.outcome !== 'sited') return
        const figure = (sites: readonly number[]) => figureOf(goal, problem, radius, sites)
        for (const site of answer.added) {
          const without = answer.sites.filter((one) => one !== site)
          expect(betterOrAsGood(goal, figure(without), answer.objective)).toBe(false)
          for (const point of answer.givenUp)
            expect(betterOrAsGood(goal, figure([...without, point]), answer.objective)).toBe(false)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('is never worse for freeing what was fixed, and never better for leaving out what was free', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const { goal, problem, free } = question
        const { fixed } = problem
        const answer = solved(question)
        const freed = solved({ ...question, problem: { ...problem, fixed: [] }, free: [...fixed, ...free] })
        if (answer.outcome === 'sited') {
          if (freed.outcome !== 'sited') throw new Error(freed.says)
          expect(betterOrAsGood(goal, freed.objective, answer.objective)).toBe(true)
        }
        const last = free.at(-1)
        const still = fixed.length + free.length - 1 + question.more
        if (last === undefined || (goal !== 'coverAll' && still < Math.max(1, fixed.length))) return
        const { rows, columns, cost } = problem.costs
        const kept = Array.from({ length: columns }, (_, at) => at).filter((at) => at !== last)
        const fewer = Float64Array.from(
          Array.from({ length: rows }, (_, row) => kept.map((at) => cost[row * columns + at]!)).flat(),
        )
        const out = solved({
          ...question,
          problem: { ...problem, costs: { rows, columns: columns - 1, cost: fewer } },
          free: free.slice(0, -1),
        })
        if (out.outcome !== 'sited') return
        if (answer.outcome !== 'sited') throw new Error(answer.says)
        expect(betterOrAsGood(goal, answer.objective, out.objective)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

describe('siting beside the points of today, small towns worked out by hand', () => {
  /** Villages along a road at these kilometres; points and sites stand at kilometres too. */
  const along = (villages: [at: number, people: number][], fixed: number[], free: number[]) => {
    const columns = [...fixed, ...free, ...villages.map(([at]) => at)]
    return {
      problem: {
        costs: {
          rows: villages.length,
          columns: columns.length,
          cost: Float64Array.from(villages.flatMap(([at]) => columns.map((site) => Math.abs(at - site)))),
        },
        weights: Float64Array.from(villages, ([, people]) => people),
        fixed: fixed.map((_, at) => at),
      },
      free: free.map((_, at) => fixed.length + at),
    }
  }
  const ROAD: [number, number][] = [
    [0, 500],
    [10, 100],
    [20, 400],
    [30, 300],
    [40, 600],
  ]

  it('moves a freed station to where more people are, without one more point', () => {
    // 0 stays; what the station at 5 reaches, the one at 0 reaches too; only the one at 50 reaches the village there
    const villages: [number, number][] = [
      [0, 500],
      [10, 100],
      [20, 400],
      [50, 600],
    ]
    const answer = found({ goal: 'coverMost', ...along(villages, [0], [5, 50]), more: 0, radius: 10 })
    expect(answer).toMatchObject({ today: 1200, objective: 1600, gap: 0, kept: [2], givenUp: [1] })
    // the villages at kilometre 10 and 20 both reach the one at 20
    expect(answer.added).toHaveLength(1)
    expect([4, 5]).toContain(answer.added[0])
  })

  it('leaves all as it is where today is as good as any answer', () => {
    const question = { goal: 'coverMost', ...along(ROAD, [0], [10, 40]), more: 0, radius: 10 } as const
    expect(found(question)).toMatchObject({ today: 1900, objective: 1900, kept: [1, 2], givenUp: [], added: [] })
  })

  it('keeps a freed point beside a new site that would be no better', () => {
    const question = { goal: 'coverMost', ...along(ROAD, [], [0, 20, 40]), more: 0, radius: 10 } as const
    expect(found(question)).toMatchObject({ today: 1900, objective: 1900, kept: [0, 1, 2], givenUp: [], added: [] })
  })

  it('gives up the point that is missed least where there is to be one less', () => {
    const question = { goal: 'coverMost', ...along(ROAD, [0], [20, 40]), more: -1, radius: 5 } as const
    expect(found(question)).toMatchObject({ today: 1500, objective: 1100, kept: [2], givenUp: [1], added: [] })
  })

  it('covers everybody with fewer points than today', () => {
    const question = { goal: 'coverAll', ...along(ROAD, [], [0, 10, 20, 30, 40]), more: 0, radius: 10 } as const
    const answer = found(question)
    expect(answer).toMatchObject({ today: 5, objective: 2, gap: 0, added: [] })
    expect(answer.kept).toHaveLength(2)
    expect(answer.givenUp).toHaveLength(3)
  })

  it('shortens the ways of all, and the farthest, by what is freed', () => {
    const town = along(ROAD, [10], [0, 20])
    expect(found({ goal: 'shortest', ...town, more: 0, radius: 10 })).toMatchObject({
      today: 300 * 10 + 600 * 20,
      // 0 and 40 have their own: 10 is fixed, 20 goes ten to 10, 30 goes ten to 40
      objective: 400 * 10 + 300 * 10,
      kept: [1],
      givenUp: [2],
      added: [7],
    })
    expect(found({ goal: 'farthest', ...town, more: 0, radius: 10 })).toMatchObject({ today: 20, objective: 10 })
  })

  it('says what stands in the way: more is fixed than may be open', () => {
    expect(solved({ goal: 'coverMost', ...along(ROAD, [0, 40], [20]), more: -2, radius: 5 }).outcome).toBe('impossible')
  })
})

describe('siting beside the points of today when time is short', () => {
  it.each(GOALS)('%s: an answer with all that is fixed, a bound that holds, a gap that is a number', (goal) => {
    const draw = drawing(11)
    const points = (count: number) => Array.from({ length: count }, () => [draw() * 100, draw() * 100] as const)
    const [villages, today] = [points(120), points(40)]
    const columns = [...today, ...villages]
    const question: SitingQuestion = {
      goal,
      more: 0,
      radius: 12,
      free: Array.from({ length: 35 }, (_, at) => 5 + at),
      problem: {
        costs: {
          rows: villages.length,
          columns: columns.length,
          cost: Float64Array.from(villages.flatMap(([x, y]) => columns.map(([a, b]) => Math.hypot(x - a, y - b)))),
        },
        weights: Float64Array.from(villages, (_, at) => 1 + (at % 9)),
        fixed: [0, 1, 2, 3, 4],
      },
    }
    let now = 0
    const hurried = siteBesideToday(question, solver, { clock: () => (now += 400), seconds: 1 })
    const whole = found(question)
    if (hurried.outcome !== 'sited') throw new Error(hurried.says)
    expect(question.problem.fixed.every((site) => hurried.sites.includes(site))).toBe(true)
    expect(Number.isFinite(hurried.gap)).toBe(true)
    expect(betterOrAsGood(goal, hurried.bound, whole.objective)).toBe(true)
    expect(betterOrAsGood(goal, whole.bound, hurried.objective)).toBe(true)
  })
})

describe('what a point is', () => {
  const rule = {
    tiers: { station: 'fixed', office: 'free' },
    single: new Map([
      ['a', 'out'],
      ['k', 'fixed'],
    ] as const),
  } as const
  it.each([
    ['a', 'station', 'out'],
    ['b', 'station', 'fixed'],
    ['c', 'office', 'free'],
    ['k', 'kiosk', 'fixed'],
    ['d', 'kiosk', 'out'],
  ] as const)('%s of %s: %s', (id, tier, standing) => {
    expect(standingOf({ id, tier }, rule)).toBe(standing)
  })
})
