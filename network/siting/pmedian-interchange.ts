/** Fast interchange for p-medians: Whitaker's bookkeeping of gains and losses, as Resende and Werneck describe it. */
import type { MedianCosts } from './pmedian-costs.ts'

export interface Median {
  cost: number
  open: number[]
}

/** Adds greedily until p are open. What a site saves only falls as others open, so that most need not be looked at again. */
export function greedyMedian(costs: MedianCosts, p: number, start: readonly number[]): number[] {
  const { demands, sites, bySite } = costs
  const least = new Float64Array(demands).fill(costs.blocked)
  const open = new Set<number>()
  const add = (site: number) => {
    open.add(site)
    for (let at = 0, from = site * demands; at < demands; at += 1) least[at] = Math.min(least[at]!, bySite[from + at]!)
  }
  start.forEach(add)
  /** What each saves, or saved when it was last looked at, with how many open. */
  const gains = new Float64Array(sites).fill(Infinity)
  const seen = new Int32Array(sites).fill(-1)
  while (open.size < p) {
    let best = -1
    for (let site = 0; site < sites; site += 1)
      if (!open.has(site) && (best < 0 || gains[site]! > gains[best]!)) best = site
    if (seen[best] === open.size) {
      add(best)
      continue
    }
    let gain = 0
    for (let at = 0, from = best * demands; at < demands; at += 1) {
      const saved = least[at]! - bySite[from + at]!
      if (saved > 0) gain += saved
    }
    gains[best] = gain
    seen[best] = open.size
  }
  return [...open]
}

/** Exchanges one open site for one closed while that saves anything; fixed sites stay. */
export function interchanged(
  costs: MedianCosts,
  start: readonly number[],
  fixed: ReadonlySet<number>,
  outOfTime: () => boolean,
): Median {
  const { demands, sites, bySite } = costs
  const open = Int32Array.from(start)
  const place = new Int32Array(sites).fill(-1)
  open.forEach((site, at) => (place[site] = at))
  const movable = open.map((site) => (fixed.has(site) ? 0 : 1))
  /** Places in `open` of the nearest and the second nearest, and their costs. */
  const first = new Int32Array(demands)
  const second = new Int32Array(demands)
  const least = new Float64Array(demands)
  const next = new Float64Array(demands)
  const look = (demand: number) => {
    let [one, two, low, high] = [-1, -1, Infinity, Infinity]
    for (let at = 0; at < open.length; at += 1) {
      const value = bySite[open[at]! * demands + demand]!
      if (value < low) [two, high, one, low] = [one, low, at, value]
      else if (value < high) [two, high] = [at, value]
    }
    first[demand] = one
    second[demand] = two
    least[demand] = low
    next[demand] = high
  }
  for (let demand = 0; demand < demands; demand += 1) look(demand)
  const loss = new Float64Array(open.length)
  let total = least.reduce((sum, value) => sum + value, 0)
  for (let site = 0, tried = 0; tried < sites; site = (site + 1) % sites, tried += 1) {
    if (place[site]! >= 0) continue
    if (tried % 64 === 0 && outOfTime()) break
    loss.fill(0)
    let gain = 0
    for (let at = 0, from = site * demands; at < demands; at += 1) {
      const value = bySite[from + at]!
      const low = least[at]!
      if (value < low) gain += low - value
      else loss[first[at]!]! += (value < next[at]! ? value : next[at]!) - low
    }
    let out = -1
    let saved = 1e-9 * Math.max(1, total)
    for (let at = 0; at < open.length; at += 1)
      if (movable[at] === 1 && gain - loss[at]! > saved) [out, saved] = [at, gain - loss[at]!]
    if (out < 0) continue
    place[open[out]!] = -1
    place[site] = out
    open[out] = site
    for (let demand = 0, from = site * demands; demand < demands; demand += 1) {
      const value = bySite[from + demand]!
      if (first[demand] === out || second[demand] === out || value < next[demand]!) look(demand)
    }
    total -= saved
    tried = 0
  }
  // Summed anew: the running total collects the rounding of every exchange.
  return { cost: least.reduce((sum, value) => sum + value, 0), open: [...open] }
}

/** Shakes the best known answer a little, then more and more, and searches again from there. */
export function shakenMedian(
  costs: MedianCosts,
  start: Median,
  fixed: ReadonlySet<number>,
  draw: () => number,
  { idle, outOfTime }: { idle: number; outOfTime: () => boolean },
): Median {
  let best = start
  const movable = best.open.length - fixed.size
  if (movable === 0 || best.open.length === costs.sites) return best
  const widest = Math.max(1, Math.min(movable, Math.ceil(movable / 3), costs.sites - best.open.length))
  for (let round = 0; round < idle && !outOfTime(); round += 1) {
    const next = interchanged(
      costs,
      shaken(best.open, 1 + (round % widest), costs.sites, fixed, draw),
      fixed,
      outOfTime,
    )
    if (next.cost < best.cost - 1e-9 * best.cost) [best, round] = [next, -1]
  }
  return best
}

function shaken(
  open: readonly number[],
  exchanges: number,
  sites: number,
  fixed: ReadonlySet<number>,
  draw: () => number,
): number[] {
  const result = new Set(open)
  const leaving = open.filter((site) => !fixed.has(site))
  for (let round = 0; round < exchanges; round += 1) {
    const [out] = leaving.splice(Math.floor(draw() * leaving.length), 1)
    let into = Math.floor(draw() * sites)
    while (result.has(into)) into = (into + 1) % sites
    result.delete(out!)
    result.add(into)
  }
  return [...result]
}
