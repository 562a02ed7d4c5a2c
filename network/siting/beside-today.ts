/** Where to open, beside the points of today: some stay, some may be given up for better ones, some are not counted at all. */
import { figureOf, type Goal } from './goal.ts'
import { keepingFreed } from './keeping.ts'
import { coverAll } from './lscp.ts'
import { coverMost } from './mclp.ts'
import { shortestFarthest } from './pcenter.ts'
import { shortestTotal } from './pmedian.ts'
import {
  type NotSited,
  secondsLeft,
  sited,
  type Sited,
  type SitingAnswer,
  type SitingLimits,
  type SitingProblem,
} from './problem.ts'
import type { ProgramSolver } from './program.ts'

export interface SitingQuestion {
  goal: Goal
  problem: SitingProblem
  /** Columns of points of today that may be kept or given up. All columns but these and the fixed ones are new sites. */
  free: readonly number[]
  /** How many more points than today's may be open, fewer when negative; `coverAll` does not ask. */
  more: number
  radius: number
}

/** The answer told beside today; `today` is the goal's figure (`figureOf`) with what is fixed and what is free. */
export type BesideToday =
  | (Sited & { today: number; kept: number[]; givenUp: number[]; added: number[] })
  | (NotSited & { today: number })

/** How many points may be open: a freed one that is given up may be set up elsewhere. */
export const pointsAllowed = (fixed: number, free: number, more: number): number => fixed + free + more

/**
 * Freed points are sites like any other, so that the answer is as exact as the goal's own and its bound holds. Of answers as
 * good the one that changes least is looked for by single exchanges, which proves nothing about the number of changes.
 */
export function siteBesideToday(
  { goal, problem, free, more, radius }: SitingQuestion,
  solver: ProgramSolver,
  limits: SitingLimits,
): BesideToday {
  const left = secondsLeft(limits)
  const fixed = [...new Set(problem.fixed)]
  const most = pointsAllowed(fixed.length, free.length, more)
  const today = figureOf(goal, problem, radius, [...fixed, ...free])
  const answer = ((): SitingAnswer => {
    const rest = { clock: limits.clock, seconds: left() }
    switch (goal) {
      case 'coverAll':
        return coverAll(problem, radius, solver, rest)
      case 'coverMost':
        return coverMost(problem, most, radius, rest)
      case 'shortest':
        return shortestTotal(problem, most, rest)
      case 'farthest':
        return shortestFarthest(problem, most, solver, rest)
      default:
        return goal satisfies never
    }
  })()
  if (answer.outcome !== 'sited') return { ...answer, today }
  const sites = keepingFreed(problem, { goal, radius, most }, free, answer.sites)
  const objective = figureOf(goal, problem, radius, sites)
  const open = new Set(sites)
  const known = new Set([...fixed, ...free])
  // nobody is further than not at all, and no more can be reached than there are: true also when time proved nothing
  const bound =
    goal === 'coverMost'
      ? Math.max(
          objective,
          Math.min(
            answer.bound,
            problem.weights.reduce((sum, one) => sum + one, 0),
          ),
        )
      : Math.min(objective, Math.max(answer.bound, 0))
  return {
    ...sited(objective, bound, sites),
    today,
    kept: free.filter((site) => open.has(site)),
    givenUp: free.filter((site) => !open.has(site)),
    added: sites.filter((site) => !known.has(site)),
  }
}
