/** A morning's cases at once: the choice that costs least for all together, and the fairest one that costs little more. */
import { bansFinder } from './bans.ts'
import type { BansOf } from './bans.ts'
import { fitCost } from './costs.ts'
import { pricedByGini, usesAfter } from './fair-price.ts'
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

export function batchOf(
  cases: readonly BatchCase[],
  lawyers: readonly Lawyer[],
  { findings, minutes }: Between,
  { weights }: Prices = PRICES,
  bansOf: BansOf = bansFinder(),
): Batch {
  const cost = new Float64Array(cases.length * lawyers.length)
  cases.forEach((one, row) =>
    lawyers.forEach((lawyer, column) => {
      const found = findings(one, lawyer)
      const away = minutes?.(one, lawyer)
      const seen = away === undefined ? lawyer : { ...lawyer, travelMinutes: away }
      cost[row * lawyers.length + column] =
        bansOf(one, lawyer, found).length > 0 ? Infinity : fitCost(one, seen, found, weights)
    }),
  )
  return { cases, lawyers, cost }
}

export function assignBatch({ cases, lawyers, cost }: Batch, { load }: Pick<Prices, 'load'> = PRICES): BatchAnswer {
  const answer = transported({
    cases: cases.length,
    lawyers: lawyers.length,
    cost,
    room: Int32Array.from(lawyers, roomOf),
    price: (lawyer, nth) => priceOfMore(lawyers[lawyer]!, nth, load),
  })
  return {
    ...answerOf({ cases, lawyers, cost }, [...answer.to]),
    cost: answer.cost,
    priced: answer.priced,
    bound: answer.bound,
  }
}

/** 点援: whoever was named and may take the case gets it while there is room; all others as fits. Costs are those of the batch. */
export function assignNamed(batch: Batch, prices: Pick<Prices, 'load'> = PRICES): BatchAnswer {
  const { cases, lawyers, cost } = batch
  const another = dearestOf(cost) * (cases.length + 1)
  const preferred = cost.slice()
  let set = 0
  cases.forEach(({ wishes }, row) => {
    const named = lawyers.findIndex(({ staffId }) => staffId === wishes?.lawyerId)
    if (named < 0 || !Number.isFinite(cost[row * lawyers.length + named]!)) return
    lawyers.forEach((_, column) => {
      if (column !== named) preferred[row * lawyers.length + column]! += another
    })
    set += 1
  })
  const answer = assignBatch(set === 0 ? batch : { ...batch, cost: preferred }, prices)
  const place = new Map(lawyers.map(({ staffId }, at) => [staffId, at]))
  const assigned = answer.assigned.map((one, row) =>
    one.staffId === undefined ? one : { ...one, cost: cost[row * lawyers.length + place.get(one.staffId)!]! },
  )
  return { ...answer, assigned, cost: assigned.reduce((sum, one) => sum + one.cost, 0) }
}
function dearestOf(cost: Float64Array): number {
  let dearest = 1
  for (const value of cost) if (value < Infinity) dearest = Math.max(dearest, value)
  return dearest + 100
}

export interface FairAnswer extends BatchAnswer {
  /** The price of evenness that was found. */
  full: number
  /** The same without a price of load. */
  cheapest: BatchAnswer
  /** (cost − that of the choice it may cost more than) / the same; `than`, else the cheapest. */
  costRise: number
  /** (Gini without price − Gini) / Gini without price. */
  giniFall: number
}

/**
 * The evenest load that costs at most so much more (0.05 for 5 %) than another choice, the cheapest where none is named. A named
 * one already looks at the load and costs more for it: beside it the answer is never the less even one. First a price that rises with how full a
 * lawyer is, then prices by what a case does to the Gini itself; both are raised until the money is spent, and the evenest answer counts.
 * A search: `gini` is reached, not proven to be least.
 */
export function fairestWithin(
  batch: Batch,
  costRise: number,
  { rounds = 28, than }: { rounds?: number; than?: BatchAnswer } = {},
): FairAnswer {
  const cheapest = assignBatch(batch, { load: { full: 0 } })
  const allowed = than?.cost ?? cheapest.cost
  const riseOf = ({ cost }: BatchAnswer): number =>
    cost <= allowed ? 0 : (cost - allowed) / Math.max(allowed, Number.MIN_VALUE)
  let best = { full: 0, answer: cheapest }
  const look = (full: number, answer: BatchAnswer): boolean => {
    const affordable = riseOf(answer) <= costRise + 1e-12
    if (affordable && answer.gini < best.answer.gini) best = { full, answer }
    return affordable
  }
  if (than) look(0, than)
  bisect(6, 400, (full) => look(full, assignBatch(batch, { load: { full } })))
  // What the prices rest on follows the answers: the last few together, so that it does not swing.
  const known = [usesAfter(batch, best.answer.assigned)]
  // A price by how full a lawyer is weighs about as much as one by the Gini that is half a capacity times as high.
  const capacity = batch.lawyers.reduce((sum, one) => sum + one.capacity, 0) / Math.max(1, batch.lawyers.length)
  bisect(
    rounds - 6,
    Math.max(best.full, 20) * capacity * 2,
    (price) => {
      const answer = answerOf(batch, pricedByGini(batch, known.flat(), price))
      known.push(usesAfter(batch, answer.assigned))
      if (known.length > KNOWN) known.shift()
      return look(price, answer)
    },
    true,
  )
  const before = cheapest.gini
  return {
    ...best.answer,
    full: best.full,
    cheapest,
    costRise: riseOf(best.answer),
    giniFall: before === 0 ? 0 : (before - best.answer.gini) / before,
  }
}
const KNOWN = 4

/** The first look is at the dearest price: where that is affordable nothing is left to search, unless what it rests on `moves`. */
function bisect(rounds: number, most: number, affordable: (price: number) => boolean, moves = false): void {
  let [low, high] = [0, most]
  for (let round = 0; round < rounds; round += 1) {
    const price = round === 0 ? high : (low + high) / 2
    if (affordable(price)) low = price
    else high = price
    if (low >= high && !moves) return
    // The same price may cost more or less next time: the window never closes, and goes up where its top is affordable.
    if (low >= high) high = low * 2
    else if (moves && high - low < low * 0.04) [low, high] = [low * 0.96, high * 1.02]
  }
}

/** What a choice costs, for each case the column of its lawyer or −1. Nothing is proven by it. */
function answerOf({ cases, lawyers, cost }: Batch, to: readonly number[]): BatchAnswer {
  const loads = lawyers.map(({ openLoad }) => openLoad)
  const assigned = cases.map(({ id }, row) => {
    const lawyer = to[row]!
    if (lawyer < 0) return { id, cost: 0 }
    loads[lawyer]! += 1
    return { id, staffId: lawyers[lawyer]!.staffId, cost: cost[row * lawyers.length + lawyer]! }
  })
  const sum = assigned.reduce((all, one) => all + one.cost, 0)
  return {
    assigned,
    cost: sum,
    priced: sum,
    bound: 0,
    gini: gini(
      loads,
      lawyers.map(({ capacity }) => capacity),
    ),
  }
}
