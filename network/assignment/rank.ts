/** One case: who is open for it, best first, with what speaks for and against each. The officer decides (个人信息保护法 24). */
import { bansFinder } from './bans.ts'
import type { BansOf } from './bans.ts'
import { COST_WEIGHTS, costParts, fitCost } from './costs.ts'
import type { CostPart, CostWeights } from './costs.ts'
import type { CaseAsks, Finding, Lawyer } from './lawyer.ts'
import { LOAD_PRICE, loadCost, loadPart } from './load-price.ts'
import type { LoadPrice } from './load-price.ts'

export interface Prices {
  weights: CostWeights
  load: LoadPrice
}
export const PRICES: Prices = { weights: COST_WEIGHTS, load: LOAD_PRICE }

export interface SharedPart extends CostPart {
  /** Part of all that speaks against this lawyer; 0 to 1. */
  share: number
}
export interface RankedLawyer<L extends Lawyer = Lawyer> {
  lawyer: L
  cost: number
  parts: SharedPart[]
}
export interface RankedCase<L extends Lawyer = Lawyer> {
  open: RankedLawyer<L>[]
  banned: { lawyer: L; says: string[] }[]
}

/** `findings` are those of the conflict check by staff id; whoever is missing has not been checked and is not open. */
export function rankLawyers<L extends Lawyer>(
  one: CaseAsks,
  lawyers: readonly L[],
  findings: ReadonlyMap<string, readonly Finding[]>,
  prices: Prices = PRICES,
  bansOf: BansOf = bansFinder(),
): RankedCase<L> {
  const banned: RankedCase<L>['banned'] = []
  const open: { lawyer: L; cost: number; findings: readonly Finding[] }[] = []
  for (const lawyer of lawyers) {
    const found = findings.get(lawyer.staffId)
    const says = bansOf(one, lawyer, found)
    if (says.length > 0) banned.push({ lawyer, says })
    else
      open.push({
        lawyer,
        cost: fitCost(one, lawyer, found, prices.weights) + loadCost(lawyer, prices.load),
        findings: found ?? [],
      })
  }
  open.sort((a, b) => a.cost - b.cost || longestWaiting(a.lawyer, b.lawyer))
  return {
    open: open.map(({ lawyer, cost, findings: found }) => ({
      lawyer,
      cost,
      parts: shared([...costParts(one, lawyer, found, prices.weights), loadPart(lawyer, prices.load)]),
    })),
    banned: banned.sort((a, b) => byId(a.lawyer, b.lawyer)),
  }
}

/** The dearest first, those that cost nothing last. */
export function shared(parts: readonly CostPart[]): SharedPart[] {
  let sum = 0
  for (const { cost } of parts) sum += cost
  return parts
    .map(({ code, says, cost }) => ({ code, says, cost, share: sum === 0 ? 0 : cost / sum }))
    .sort((a, b) => b.cost - a.cost)
}

const byId = (a: Lawyer, b: Lawyer): number => (a.staffId < b.staffId ? -1 : a.staffId > b.staffId ? 1 : 0)
/** 轮派: whoever waited longest, whoever never had a case before all; the id last, so that the order is always the same. */
export const longestWaiting = (a: Lawyer, b: Lawyer): number => {
  const [left, right] = [a.lastAssignedAt ?? -Infinity, b.lastAssignedAt ?? -Infinity]
  return left === right ? byId(a, b) : left - right
}
