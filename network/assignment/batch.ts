/** A morning's cases at once: the choice that costs least for all together, and the fairest one that costs little more. */
import { bansFinder } from './bans.ts'
import type { BansOf } from './bans.ts'
import { fitCost } from './costs.ts'
import { gini } from './fairness.ts'
import type { CaseAsks, Finding, Lawyer } from './lawyer.ts'
import { priceOfMore, roomOf } from './load-price.ts'
import { PRICES } from './rank.ts'
import type { Prices } from './rank.ts'
import { transported } from './transport.ts'

export interface BatchCase extends CaseAsks {
  id: string
}
/** What depends on both, worked out by who knows: the conflict check, and the way from the recipient to the lawyer. */
export interface Between {
  /** Undefined means not checked: nobody is open then. */
  findings: (one: BatchCase, lawyer: Lawyer) => readonly Finding[] | undefined
  /** Where left out the lawyer's own `travelMinutes` or town count. */
  minutes?: (one: BatchCase, lawyer: Lawyer) => number | undefined
}

/** Costs of each pair, worked out once; several answers can be asked of it. */
export interface Batch {
  cases: readonly BatchCase[]
  lawyers: readonly Lawyer[]
  /** Case after case; Infinity is a ban. */
  cost: Float64Array
}
export interface BatchAnswer {
  /** In the order of the cases. `staffId` is absent where nobody could take it. */
  assigned: { id: string; staffId?: string; cost: number }[]
  /** What is lost by what does not fit, load left out. */
  cost: number
  /** With the prices of load: what no other choice undercuts (`bound` proves it). */
  priced: number
  bound: number
  /** Evenness of the load afterwards, what the lawyers had before counted in. */
  gini: number
}

export function batchOf(cases: readonly BatchCase[], lawyers: readonly Lawyer[], { findings, minutes }: Between, { weights }: Prices = PRICES, bansOf: BansOf = bansFinder()): Batch {
  const cost = new Float64Array(cases.length * lawyers.length)
  cases.forEach((one, row) => lawyers.forEach((lawyer, column) => {
    const found = findings(one, lawyer)
    const away = minutes?.(one, lawyer)
    const seen = away === undefined ? lawyer : { ...lawyer, travelMinutes: away }
    cost[row * lawyers.length + column] = bansOf(one, lawyer, found).length > 0 ? Infinity : fitCost(one, seen, found, weights)
  }))
  return { cases, lawyers, cost }
}

export function assignBatch({ cases, lawyers, cost }: Batch, { load }: Pick<Prices, 'load'> = PRICES): BatchAnswer {
  const answer = transported({
    cases: cases.length, lawyers: lawyers.length, cost, room: Int32Array.from(lawyers, roomOf),
    price: (lawyer, nth) => priceOfMore(lawyers[lawyer]!, nth, load),
  })
  const loads = lawyers.map(({ openLoad }) => openLoad)
  const assigned = cases.map(({ id }, row) => {
    const lawyer = answer.to[row]!
    if (lawyer < 0) return { id, cost: 0 }
    loads[lawyer]! += 1
    return { id, staffId: lawyers[lawyer]!.staffId, cost: cost[row * lawyers.length + lawyer]! }
  })
  return { assigned, cost: answer.cost, priced: answer.priced, bound: answer.bound, gini: gini(loads, lawyers.map(({ capacity }) => capacity)) }
}

export interface FairAnswer extends BatchAnswer {
  /** The price of load that was found. */
  full: number
  /** The same without a price of load. */
  cheapest: BatchAnswer
  /** (cost − cheapest cost) / cheapest cost. */
  costRise: number
  /** (Gini without price − Gini) / Gini without price. */
  giniFall: number
}

/** The evenest load that costs at most so much more (0.05 for 5 %) than the cheapest choice: raises the price of load until it would. */
export function fairestWithin(batch: Batch, costRise: number, rounds = 10): FairAnswer {
  const cheapest = assignBatch(batch, { load: { full: 0 } })
  const riseOf = ({ cost }: BatchAnswer): number => (cost <= cheapest.cost ? 0 : (cost - cheapest.cost) / Math.max(cheapest.cost, Number.MIN_VALUE))
  let best = { full: 0, answer: cheapest }
  let [low, high] = [0, 400]
  for (let round = 0; round < rounds; round += 1) {
    // The first look is at the dearest price: where that is affordable nothing is left to search.
    const full = round === 0 ? high : (low + high) / 2
    const answer = assignBatch(batch, { load: { full } })
    if (riseOf(answer) <= costRise) {
      if (answer.gini < best.answer.gini || best.full === 0) best = { full, answer }
      low = full
    } else high = full
    if (low >= high) break
  }
  const before = cheapest.gini
  return { ...best.answer, full: best.full, cheapest, costRise: riseOf(best.answer), giniFall: before === 0 ? 0 : (before - best.answer.gini) / before }
}
