/** How much p points can cover at most: "a row counts only where a chosen column covers it" relaxed with prices (Lagrange). */
import type { CoverIndex } from './mclp-search.ts'

export const FREE = 0
export const OPEN = 1
export const CLOSED = 2

export interface CoverNode {
  /** No choice with these decisions covers more. */
  bound: number
  /** One for each row, between 0 and its weight. */
  prices: Float64Array
  /** One of FREE, OPEN, CLOSED for each column; what no better answer can have otherwise is decided. */
  decided: Uint8Array
  /** The free column about which the searches were most undecided; −1 when none is free. */
  branch: number
}
export interface CoverGoal {
  /** What the best known answer covers. */
  known: () => number
  /** Called with columns worth a look; returns what the best known answer covers then. */
  offer: (chosen: readonly number[]) => number
  /** Smallest difference of two objectives: 1 for whole weights, 0 where nothing is known. */
  step: number
  outOfTime: () => boolean
}
/** How prices move: `keep` is the part of the last step that goes on, without which they swing to and fro. */
export interface PriceSearch {
  rounds: number
  pace: number
  slower: number
  patience: number
  keep: number
  /** Goes back to the best prices before it goes slower. */
  returns: boolean
}
export const AT_ROOT: PriceSearch = { rounds: 3000, pace: 1, slower: 0.6, patience: 40, keep: 0.85, returns: true }
export const AT_BRANCH: PriceSearch = { rounds: 60, pace: 0.6, slower: 0.5, patience: 8, keep: 0.7, returns: false }

/** What is worth finding must cover at least this much. */
export const worthCovering = ({ known, step }: Pick<CoverGoal, 'known' | 'step'>): number =>
  step > 0 ? known() + step - 1e-6 : known() * (1 + 1e-9)

/** A row on its own is worth its weight, on the two columns that most rows have half of it. */
export const firstCoverPrices = ({ weights, by }: CoverIndex): Float64Array =>
  weights.map((weight, row) => weight / Math.max(1, Math.min(by[row]!.length, 2)))

/**
 * For any prices between 0 and the weights, Σ (weight − price) + the p largest column sums of prices is an upper bound. Starts at
 * the given prices and decisions, which are not changed.
 */
export function relaxedCover(
  { covers, weights }: CoverIndex,
  p: number,
  from: Pick<CoverNode, 'prices' | 'decided'>,
  goal: CoverGoal,
  search: PriceSearch,
): CoverNode {
  const prices = from.prices.slice()
  const decided = from.decided.slice()
  const result: CoverNode = { bound: Infinity, prices, decided, branch: -1 }
  const best = prices.slice()
  const value = new Float64Array(covers.length)
  /** How often a column was chosen of late: near the middle means undecided. */
  const often = new Float64Array(covers.length)
  const served = new Int32Array(weights.length)
  const way = new Float64Array(weights.length)
  const sure = surely(covers, decided, weights.length)
  const open = covers.flatMap((_, at) => (decided[at] === OPEN ? [at] : []))
  let free = covers.flatMap((_, at) => (decided[at] === FREE ? [at] : []))
  const room = Math.max(0, Math.min(p - open.length, free.length))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const { lists, settled } = stillOpen(covers, free, sure)
  // Covered for certain: nothing is to be paid. Out of reach of what is left: it counts for nothing.
  settled.forEach((yes, row) => {
    if (yes === 1) prices[row] = sure[row] === 1 ? 0 : weights[row]!
  })
  let { pace } = search
  for (let round = 0, idle = 0; round < search.rounds && pace > 1e-3; round += 1) {
    for (const at of free) value[at] = summed(lists[at]!, prices)
    const { chosen, sum: most, last, next } = largest(free, value, room)
    let sum = total + most
    for (let row = 0; row < prices.length; row += 1) sum -= prices[row]!
    for (const at of free) often[at]! *= 0.92
    for (const at of chosen) often[at]! += 0.08
    if (sum < result.bound - 1e-6 * sum) idle = 0
    else idle += 1
    if (sum < result.bound) {
      result.bound = sum
      best.set(prices)
      if (round % 10 === 0) goal.offer([...open, ...chosen])
      const enough = worthCovering(goal)
      if (sum < enough) break
      // Deciding it otherwise would leave less than is worth finding. Open ones stay among the free here: they are chosen anyhow.
      for (const at of free) {
        if (value[at]! >= last && sum - value[at]! + next < enough) decided[at] = OPEN
        else if (value[at]! < last && sum - last + value[at]! < enough) decided[at] = CLOSED
      }
      if (room === 0) for (const at of free) decided[at] = CLOSED
      free = free.filter((at) => decided[at] !== CLOSED)
    }
    if (idle >= search.patience) {
      pace *= search.slower
      idle = 0
      if (search.returns) {
        prices.set(best)
        way.fill(0)
      }
    }
    if (round % 4 === 0 && goal.outOfTime()) break
    served.fill(-1)
    for (const at of chosen) for (const row of lists[at]!) served[row]! += 1
    let norm = 0
    for (let row = 0; row < served.length; row += 1) {
      const slope = served[row]!
      // Prices at their limits cannot move further out.
      const held =
        settled[row] === 1 || (slope < 0 && prices[row]! >= weights[row]!) || (slope > 0 && prices[row]! <= 0)
      way[row] = held ? 0 : slope + search.keep * way[row]!
      norm += way[row]! ** 2
    }
    if (norm === 0) break
    const length = (pace * (sum - goal.known() * 0.999)) / norm
    for (let row = 0; row < way.length; row += 1)
      prices[row] = Math.max(0, Math.min(weights[row]!, prices[row]! - length * way[row]!))
  }
  prices.set(best)
  let undecided = -1
  for (const at of free) {
    if (decided[at] === FREE && often[at]! * (1 - often[at]!) > undecided)
      [result.branch, undecided] = [at, often[at]! * (1 - often[at]!)]
  }
  return result
}

/** What each free column covers of the rows that are not settled yet; a row is when an open column covers it or no free one does. */
function stillOpen(
  covers: readonly Int32Array[],
  free: readonly number[],
  sure: Uint8Array,
): { lists: Int32Array[]; settled: Uint8Array } {
  const settled = new Uint8Array(sure.length).fill(1)
  const lists: Int32Array[] = []
  for (const at of free) {
    const list = (lists[at] = covers[at]!.filter((row) => sure[row] === 0))
    for (const row of list) settled[row] = 0
  }
  return { lists, settled }
}

/** Rows that an open column covers. */
function surely(covers: readonly Int32Array[], decided: Uint8Array, rows: number): Uint8Array {
  const sure = new Uint8Array(rows)
  covers.forEach((list, at) => {
    if (decided[at] === OPEN) for (const row of list) sure[row] = 1
  })
  return sure
}

function summed(rows: Int32Array, prices: Float64Array): number {
  let sum = 0
  for (let at = 0; at < rows.length; at += 1) sum += prices[rows[at]!]!
  return sum
}

/** The `room` largest; `last` is the smallest of them, `next` the largest of the others. */
function largest(free: readonly number[], value: Float64Array, room: number) {
  const sorted = Float64Array.from(free, (at) => value[at]!)
    .sort()
    .reverse()
  const last = room > 0 ? sorted[room - 1]! : Infinity
  const chosen = free.filter((at) => value[at]! > last)
  for (const at of free) if (chosen.length < room && value[at] === last) chosen.push(at)
  let sum = 0
  for (let rank = 0; rank < room; rank += 1) sum += sorted[rank]!
  return { chosen, sum, last, next: sorted[room] ?? 0 }
}
