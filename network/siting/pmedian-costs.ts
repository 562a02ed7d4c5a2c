/** The weighted costs of a p-median in the two orders that its searches read them in. */
import type { SitingProblem } from './problem.ts'

export interface MedianCosts {
  demands: number
  sites: number
  /** Weighted cost by site: demand i and site j stand at `j * demands + i`. Where there is no way: `blocked`. */
  bySite: Float64Array
  /** Each demand's sites from near to far, row after row, and what they cost. */
  near: Int32Array
  nearCost: Float64Array
  /** More than any answer with ways for all can cost; an objective that reaches it leaves somebody without a way. */
  blocked: number
  /** Smallest difference of two objectives: 1 for whole numbers, 0 where nothing is known. */
  step: number
}

export function medianCosts({ costs: { rows, columns, cost }, weights }: SitingProblem): MedianCosts {
  const bySite = new Float64Array(rows * columns)
  let whole = true
  let most = 0
  for (let row = 0; row < rows; row += 1) {
    let dearest = 0
    for (let column = 0; column < columns; column += 1) {
      const value = weights[row] === 0 ? 0 : weights[row]! * cost[row * columns + column]!
      bySite[column * rows + row] = value
      if (value === Infinity) continue
      dearest = Math.max(dearest, value)
      whole &&= Number.isInteger(value)
    }
    most += dearest
  }
  const blocked = Math.ceil(most) + 1
  for (let at = 0; at < bySite.length; at += 1) if (bySite[at] === Infinity) bySite[at] = blocked
  const near = new Int32Array(rows * columns)
  const nearCost = new Float64Array(rows * columns)
  const order = new Int32Array(columns)
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) order[column] = column
    order.sort((a, b) => bySite[a * rows + row]! - bySite[b * rows + row]! || a - b)
    near.set(order, row * columns)
    for (let rank = 0; rank < columns; rank += 1) nearCost[row * columns + rank] = bySite[order[rank]! * rows + row]!
  }
  return { demands: rows, sites: columns, bySite, near, nearCost, blocked, step: whole ? 1 : 0 }
}

/** What it costs when everybody goes to the nearest of the open sites. */
export function medianCost({ demands, bySite }: MedianCosts, open: readonly number[]): number {
  let sum = 0
  for (let demand = 0; demand < demands; demand += 1) {
    let least = Infinity
    for (const site of open) least = Math.min(least, bySite[site * demands + demand]!)
    sum += least
  }
  return sum
}
