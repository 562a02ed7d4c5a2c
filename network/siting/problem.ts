/** What every siting question shares: who must be reached, what may be opened, and what an honest answer says of itself. */
import type { CostMatrix } from '../matrix.ts'

export interface SitingProblem {
  /** Demand points by candidate sites; `Infinity` where there is no way. */
  costs: CostMatrix
  /** People (or another weight, not negative) of each demand point. */
  weights: Float64Array
  /** Columns of existing points that stay open; they count among the p that may be open. */
  fixed: readonly number[]
}

export interface SitingLimits {
  /** Milliseconds of any clock that only goes forward. */
  clock: () => number
  /** Time the whole answer may take. */
  seconds: number
}

export interface Sited {
  outcome: 'sited'
  objective: number
  /** No answer can be better than this: a lower bound where little is good, an upper one where much is. */
  bound: number
  /** |objective − bound| / |objective|; 0 means proven best. */
  gap: number
  /** Columns to be open, ascending, the fixed ones among them. */
  sites: number[]
}
/** There is no answer at all, or none was found in the time (`outOfTime`). */
export interface NotSited {
  outcome: 'impossible' | 'outOfTime'
  says: string
  /** Demand points that nobody reaches, where that is the cause. */
  unreachable: number[]
}
export type SitingAnswer = Sited | NotSited

/** An answer whose bound can be rounded when every objective is a whole number, and whose gap follows. */
export function sited(objective: number, bound: number, sites: Iterable<number>): Sited {
  const distance = Math.abs(objective - bound)
  const gap =
    distance <= 1e-9 * Math.max(1, Math.abs(objective)) ? 0 : distance / Math.max(Math.abs(objective), Number.MIN_VALUE)
  return {
    outcome: 'sited',
    objective,
    bound: gap === 0 ? objective : bound,
    gap,
    sites: [...sites].sort((a, b) => a - b),
  }
}

export const impossible = (says: string, unreachable: number[] = []): NotSited => ({
  outcome: 'impossible',
  says,
  unreachable,
})

/** How many points may be open: never more than there are. Undefined when p is no number of points or the fixed ones alone are too many. */
export function openable({ costs, fixed }: SitingProblem, p: number): number | undefined {
  const open = Math.min(Math.floor(p), costs.columns)
  return open >= 1 && new Set(fixed).size <= open ? open : undefined
}

/** The clock of one question: seconds left until the limit. */
export function secondsLeft({ clock, seconds }: SitingLimits): () => number {
  const end = clock() + seconds * 1000
  return () => (end - clock()) / 1000
}

/** Numbers that look drawn by chance and are the same in every run (mulberry32). */
export function drawing(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
