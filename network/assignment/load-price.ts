/** The price of one more case: it rises with how full a lawyer is, so that what fits equally well goes to whoever has least. */
import type { CostPart } from './costs.ts'
import type { Lawyer } from './lawyer.ts'

export interface LoadPrice {
  /** Points of the last place of a full lawyer; half as much at half. 0 leaves the load out of account. */
  full: number
}
export const LOAD_PRICE: LoadPrice = { full: 30 }

/** Price of the nth case (from 1) in hand. */
export const priceOfLoad = (nth: number, capacity: number, { full }: LoadPrice): number =>
  full === 0 ? 0 : (full * nth) / Math.max(capacity, 1)
/** Price of the nth case (from 1) more than the lawyer has. */
export const priceOfMore = (
  { openLoad, capacity }: Pick<Lawyer, 'openLoad' | 'capacity'>,
  nth: number,
  price: LoadPrice,
): number => priceOfLoad(openLoad + nth, capacity, price)

export const roomOf = ({ openLoad, capacity }: Pick<Lawyer, 'openLoad' | 'capacity'>): number =>
  Math.max(0, Math.floor(capacity) - openLoad)

/** What full lawyers cost on top in a list for one case: they come last, but a person may still choose them. */
const FULL = 40
/** Points of one more case for this lawyer. */
export const loadCost = (lawyer: Lawyer, price: LoadPrice): number =>
  priceOfMore(lawyer, 1, price) + (roomOf(lawyer) === 0 ? FULL : 0)

/** `loadCost` with its reason in the officer's words. */
export function loadPart(lawyer: Lawyer, price: LoadPrice): CostPart {
  const { openLoad, capacity } = lawyer,
    cost = loadCost(lawyer, price)
  return roomOf(lawyer) === 0
    ? { code: 'full', says: `在办 ${openLoad} 件，已满（最多 ${capacity} 件）`, cost }
    : { code: 'load', says: `在办 ${openLoad} 件，还能办 ${capacity - openLoad} 件`, cost }
}
