/** A good cover with p points quickly. */
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
  for (const at of chosen)
    for (const row of covers[at]!) if (seen[row] === 0) [seen[row], sum] = [1, sum + weights[row]!]
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
