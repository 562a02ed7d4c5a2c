/** A good cover with p points quickly, and how much better any other could be: exchange from below, Lagrange from above. */
import { transposed } from './covering.ts'
import type { Covering } from './covering.ts'

export interface CoverIndex {
  /** Original column numbers. */
  columns: number[]
  /** Rows of each column, by its place in `columns`. */
  covers: Int32Array[]
  weights: Float64Array
  /** Columns (places) of each row. */
  by: number[][]
}

export function coverIndex({ rows, weights }: Covering): CoverIndex {
  const covered = transposed(rows)
  const columns = [...covered.keys()].sort((a, b) => a - b)
  const place = new Map(columns.map((column, at) => [column, at]))
  return {
    columns,
    covers: columns.map((column) => Int32Array.from(covered.get(column)!)),
    weights: Float64Array.from(weights),
    by: rows.map((row) => row.map((column) => place.get(column)!)),
  }
}

export function weightCovered({ covers, weights }: CoverIndex, chosen: readonly number[]): number {
  const seen = new Uint8Array(weights.length)
  let sum = 0
  for (const at of chosen) for (const row of covers[at]!) if (seen[row] === 0) [seen[row], sum] = [1, sum + weights[row]!]
  return sum
}

/**
 * Fills up to p greedily and exchanges one point at a time while that helps. What each column would add is kept up to date
 * row by row, so an exchange costs only the rows that change hands.
 */
export function exchanged(index: CoverIndex, p: number, start: readonly number[], outOfTime: () => boolean): number[] {
  const { covers, weights, by } = index
  const times = new Int32Array(weights.length)
  const adds = new Float64Array(covers.length)
  covers.forEach((rows, at) => (adds[at] = rows.reduce((sum, row) => sum + weights[row]!, 0)))
  const chosen = new Set<number>()
  const change = (at: number, step: 1 | -1) => {
    for (const row of covers[at]!) {
      const before = times[row]!
      times[row] = before + step
      if (step === 1 ? before > 0 : before > 1) continue
      for (const column of by[row]!) adds[column]! -= step * weights[row]!
    }
    if (step === 1) chosen.add(at)
    else chosen.delete(at)
  }
  const bestToAdd = (): number => {
    let best = -1
    for (let at = 0; at < adds.length; at += 1) if (!chosen.has(at) && (best < 0 || adds[at]! > adds[best]!)) best = at
    return best
  }
  for (const at of start.slice(0, p)) if (!chosen.has(at)) change(at, 1)
  while (chosen.size < p) {
    const at = bestToAdd()
    if (at < 0) return [...chosen]
    change(at, 1)
  }
  for (let better = true; better && !outOfTime(); ) {
    better = false
    for (const out of [...chosen]) {
      change(out, -1)
      const into = bestToAdd()
      const useful = adds[into]! > adds[out]! * (1 + 1e-9) + 1e-9
      change(useful ? into : out, 1)
      better ||= useful
    }
  }
  return [...chosen]
}

export interface CoverBound {
  /** No choice of p covers more. */
  bound: number
  best: number[]
  covered: number
  /** Columns (places) that a better answer must open, and those it cannot open. */
  into: Set<number>
  out: Set<number>
}

/**
 * Subgradient search on "a row counts only where a chosen column covers it": for any prices between 0 and the weights,
 * Σ (weight − price) + the p largest column sums of prices is an upper bound. `step` is the smallest difference of two
 * objectives: 1 for whole weights, 0 where nothing is known.
 */
export function coverBound(index: CoverIndex, p: number, start: readonly number[], step: number, outOfTime: () => boolean): CoverBound {
  const { covers, weights, by } = index
  const price = weights.map((weight, row) => weight / Math.max(1, Math.min(by[row]!.length, 2)))
  const result: CoverBound = { bound: Infinity, best: [...start], covered: weightCovered(index, start), into: new Set(), out: new Set() }
  const value = new Float64Array(covers.length)
  const order = Array.from(covers, (_, at) => at)
  const counts = new Int32Array(weights.length)
  let pace = 1.5
  let idle = 0
  for (let round = 0; round < 1500 && pace > 1e-3; round += 1) {
    if (round % 16 === 0 && outOfTime()) break
    let sum = 0
    for (let row = 0; row < weights.length; row += 1) sum += weights[row]! - price[row]!
    covers.forEach((list, at) => {
      let total = 0
      for (const row of list) total += price[row]!
      value[at] = total
    })
    order.sort((a, b) => value[b]! - value[a]!)
    const chosen = order.slice(0, p)
    for (const at of chosen) sum += value[at]!
    if (sum < result.bound - 1e-9 * Math.abs(sum)) [result.bound, idle] = [sum, 0]
    else if ((idle += 1) >= 25) [pace, idle] = [pace / 2, 0]
    const covered = weightCovered(index, chosen)
    if (covered > result.covered) {
      result.best = exchanged(index, p, chosen, outOfTime)
      result.covered = weightCovered(index, result.best)
    }
    const last = value[order[p - 1]!]!
    const next = order.length > p ? value[order[p]!]! : 0
    // What cannot beat the best answer by one step is decided.
    const enough = result.covered + step - (step > 0 ? 1e-6 : 0)
    order.forEach((at, rank) => {
      if (rank < p ? sum - value[at]! + next < enough : false) result.into.add(at)
      if (rank >= p && sum - last + value[at]! < enough) result.out.add(at)
    })
    if (result.bound < enough) return { ...result, bound: result.covered }
    counts.fill(-1)
    for (const at of chosen) for (const row of covers[at]!) counts[row]! += 1
    let norm = 0
    for (let row = 0; row < counts.length; row += 1) {
      // Prices at their limits cannot move further out.
      if ((counts[row]! < 0 && price[row]! >= weights[row]!) || (counts[row]! > 0 && price[row]! <= 0)) counts[row] = 0
      norm += counts[row]! ** 2
    }
    if (norm === 0) break
    const length = (pace * (sum - result.covered * 0.999)) / norm
    for (let row = 0; row < counts.length; row += 1) price[row] = Math.max(0, Math.min(weights[row]!, price[row]! - length * counts[row]!))
  }
  return result
}
