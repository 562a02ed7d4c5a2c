/** How good a p-median can be at best: the assignment of demands relaxed with prices (Lagrange), raised by subgradients. */
import type { MedianCosts } from './pmedian-costs.ts'

export const FREE = 0
export const OPEN = 1
export const CLOSED = 2

export interface Relaxed {
  bound: number
  prices: Float64Array
  /** One of FREE, OPEN, CLOSED by site; what no better answer can have otherwise is decided. */
  decided: Uint8Array
  /** p sites that the last best prices would open; a start for searches. */
  suggested: number[]
  /** The free site among the suggested whose closing would cost most; −1 when none is free. */
  branch: number
}
export interface RelaxOptions {
  rounds: number
  pace: number
  outOfTime: () => boolean
  /** Called with sets of p sites worth a look; returns the best known cost. */
  offer: (open: readonly number[]) => number
}

/** What is worth finding must cost less than this. */
export const worth = ({ step }: MedianCosts, best: number): number =>
  step > 0 ? best - step + 1e-6 : best - 1e-9 * Math.abs(best)

/**
 * For any prices u, Σ u + the p smallest of ρ_j = Σ_i min(0, c_ij − u_i) is a lower bound. Starts at the given prices and
 * decisions, which are not changed; ends when the bound is not worth going on against `best`.
 */
export function relaxedMedian(
  costs: MedianCosts,
  p: number,
  from: { prices: Float64Array; decided: Uint8Array },
  best: number,
  options: RelaxOptions,
): Relaxed {
  const { demands, sites, near, nearCost } = costs
  const prices = from.prices.slice()
  const decided = from.decided.slice()
  const result: Relaxed = { bound: -Infinity, prices: prices.slice(), decided, suggested: [], branch: -1 }
  const saving = new Float64Array(sites)
  const chosen = new Uint8Array(sites)
  const slope = new Int32Array(demands)
  let pace = options.pace
  let idle = 0
  let known = best
  for (let round = 0; round < options.rounds && pace > 0.002; round += 1) {
    if (round % 8 === 0 && options.outOfTime()) break
    saving.fill(0)
    let sum = 0
    for (let demand = 0; demand < demands; demand += 1) {
      const price = prices[demand]!
      sum += price
      for (let at = demand * sites, end = at + sites; at < end && nearCost[at]! < price; at += 1)
        saving[near[at]!]! += nearCost[at]! - price
    }
    const { taken, free, room } = ranked(decided, saving, p)
    for (const site of taken) sum += saving[site]!
    if (sum > result.bound + 1e-7 * Math.abs(sum)) idle = 0
    else idle += 1
    if (sum > result.bound) {
      Object.assign(result, { bound: sum, suggested: taken })
      result.prices.set(prices)
      const last = room > 0 ? saving[free[room - 1]!]! : undefined
      const next = room < free.length ? saving[free[room]!]! : undefined
      result.branch = room > 0 ? free[0]! : -1
      // Only now: other rounds have worse prices and decide little.
      const limit = worth(costs, known)
      free.forEach((site, rank) => {
        if (rank >= room && (last === undefined || sum - last + saving[site]! > limit)) decided[site] = CLOSED
        else if (rank < room && next !== undefined && sum - saving[site]! + next > limit) decided[site] = OPEN
      })
    }
    if (round % 20 === 0 || idle === 0) known = Math.min(known, options.offer(taken))
    if (result.bound > worth(costs, known)) break
    if (idle >= 20) {
      pace /= 2
      idle = 0
      prices.set(result.prices)
    }
    chosen.fill(0)
    for (const site of taken) chosen[site] = 1
    let norm = 0
    for (let demand = 0; demand < demands; demand += 1) {
      let served = 1
      for (let at = demand * sites, end = at + sites; at < end && nearCost[at]! < prices[demand]!; at += 1)
        served -= chosen[near[at]!]!
      slope[demand] = served
      norm += served * served
    }
    if (norm === 0) break
    const length = (pace * (known * 1.002 - sum)) / norm
    for (let demand = 0; demand < demands; demand += 1) prices[demand]! += length * slope[demand]!
  }
  if (result.branch >= 0 && decided[result.branch] !== FREE)
    result.branch = result.suggested.find((site) => decided[site] === FREE) ?? decided.indexOf(FREE)
  return result
}

/** The decided ones and as many of the free ones as there is room for, those that save most first. */
function ranked(decided: Uint8Array, saving: Float64Array, p: number) {
  const free: number[] = []
  const taken: number[] = []
  decided.forEach((state, site) => {
    if (state === FREE) free.push(site)
    else if (state === OPEN) taken.push(site)
  })
  free.sort((a, b) => saving[a]! - saving[b]!)
  const room = Math.max(0, Math.min(p - taken.length, free.length))
  taken.push(...free.slice(0, room))
  return { taken, free, room }
}

/** Prices to begin with: what each demand pays for its second nearest of the known open sites, or its nearest when only one is open. */
export function firstPrices({ demands, bySite }: MedianCosts, open: readonly number[]): Float64Array {
  return Float64Array.from({ length: demands }, (_, demand) => {
    const paid = open.map((site) => bySite[site * demands + demand]!).sort((a, b) => a - b)
    return ((paid[0] ?? 0) + (paid[1] ?? paid[0] ?? 0)) / 2
  })
}
