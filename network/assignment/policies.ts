/**
 * How a district assigns: 精准 by what fits, 点援 as the applicant named, 轮派 in turn. The bans of law hold under each. The shape is
 * that of the application's assignment policies, so that one can be put in the place of another.
 */
import { costParts } from './costs.ts'
import type { CostCode } from './costs.ts'
import type { CaseAsks, Finding, Lawyer } from './lawyer.ts'
import { loadPart, roomOf } from './load-price.ts'
import { longestWaiting, PRICES, shared } from './rank.ts'
import type { Prices } from './rank.ts'

export interface PolicyReason {
  code: CostCode
  says: string
  /** Points taken off; never above 0. */
  weight: number
}
export interface Ordered<L extends Lawyer> {
  provider: L
  score: number
  reasons: PolicyReason[]
}
export interface Choosable<L extends Lawyer> {
  provider: L
  findings: readonly Finding[]
}
export interface Policy {
  code: string
  /** One sentence for the officer. */
  says: string
  /** Best first, every choosable lawyer exactly once; the same input gives the same order. */
  order<L extends Lawyer>(one: CaseAsks, choosable: readonly Choosable<L>[]): Ordered<L>[]
}

export const POLICY_CODES = ['precise', 'named', 'rota'] as const
export type PolicyCode = (typeof POLICY_CODES)[number]

export const policies = (prices: Prices = PRICES): Record<PolicyCode, Policy> => ({
  precise: precise(prices),
  named: named(prices),
  rota: rota(prices),
})

/** Points are rounded for people, the order is not. */
function judged<L extends Lawyer>(one: CaseAsks, { provider, findings }: Choosable<L>, { weights, load }: Prices) {
  const parts = shared([...costParts(one, provider, findings, weights), loadPart(provider, load)])
  const cost = parts.reduce((sum, part) => sum + part.cost, 0)
  const reasons = parts.map(
    ({ code, says, cost: lost, share }): PolicyReason => ({
      code,
      says: lost === 0 ? says : `${says}（扣 ${points(lost)} 分，占扣分的 ${Math.round(share * 100)}%）`,
      weight: lost === 0 ? 0 : -points(lost),
    }),
  )
  return { cost, ordered: { provider, score: -points(cost), reasons } }
}
const points = (cost: number): number => Math.round(cost * 10) / 10

const byCost = <L extends Lawyer>(one: CaseAsks, choosable: readonly Choosable<L>[], prices: Prices) =>
  choosable
    .map((each) => judged(one, each, prices))
    .sort((a, b) => a.cost - b.cost || longestWaiting(a.ordered.provider, b.ordered.provider))
    .map(({ ordered }) => ordered)

const precise = (prices: Prices): Policy => ({
  code: 'precise',
  says: '精准指派：按专长、语言、性别意愿、路程和在办案件数扣分，扣得少的排在前',
  order: (one, choosable) => byCost(one, choosable, prices),
})

/** A wish is not a right: it is followed where no ban stands against it and the lawyer has room. */
const named = (prices: Prices): Policy => ({
  code: 'named',
  says: '点援：受援人点名的人能办就排第一，没有点名或者办不了的按精准指派',
  order: (one, choosable) => {
    const list = byCost(one, choosable, prices)
    const at = list.findIndex(({ provider }) => provider.staffId === one.wishes?.lawyerId && roomOf(provider) > 0)
    return at > 0 ? [list[at]!, ...list.slice(0, at), ...list.slice(at + 1)] : list
  },
})

const rota = (prices: Prices): Policy => ({
  code: 'rota',
  says: '轮派：最久没有派过案的排在前，已满的排在后',
  order: (one, choosable) =>
    choosable
      .map((each) => judged(one, each, prices).ordered)
      .sort(
        (a, b) =>
          Number(roomOf(a.provider) === 0) - Number(roomOf(b.provider) === 0) || longestWaiting(a.provider, b.provider),
      ),
})
