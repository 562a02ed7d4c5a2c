/** Prices that pull at the Gini coefficient itself, not at a stand-in for it. */
import type { Batch, BatchAnswer } from './batch.ts'
import { roomOf } from './load-price.ts'
import { transported } from './transport.ts'

/** Utilisation of each lawyer after an answer. */
export function usesAfter({ lawyers }: Batch, assigned: BatchAnswer['assigned']): number[] {
  const got = new Map<string, number>()
  for (const { staffId } of assigned) if (staffId !== undefined) got.set(staffId, (got.get(staffId) ?? 0) + 1)
  return lawyers.flatMap(({ staffId, openLoad, capacity }) =>
    capacity > 0 ? [(openLoad + (got.get(staffId) ?? 0)) / capacity] : [],
  )
}

/**
 * One more case of a lawyer of capacity c moves the Gini of utilisations u by (2 F(u) − 1 − G) / (c · n · mean), where F is the share
 * of lawyers less used: cheap for those at the bottom, dear at the top, and never falling as a lawyer fills up, which is what the
 * transport problem asks of prices. `known` are utilisations of answers before, from which F and G are taken; `price` is what one
 * point of it is worth.
 */
export function pricedByGini(batch: Batch, known: readonly number[], price: number): number[] {
  const { cases, lawyers, cost } = batch
  const sorted = [...known].sort((a, b) => a - b)
  const sum = sorted.reduce((all, one) => all + one, 0)
  const gini =
    sum === 0
      ? 0
      : sorted.reduce((all, one, at) => all + (2 * (at + 1) - sorted.length - 1) * one, 0) / (sorted.length * sum)
  const least = Math.min(...lawyers.map(({ capacity }) => Math.max(1, capacity)))
  const prices = lawyers.map((lawyer) =>
    Array.from({ length: roomOf(lawyer) }, (_, at) => {
      const capacity = Math.max(1, lawyer.capacity)
      // Half a case on: between the step before and the step after.
      const below = shareBelow(sorted, (lawyer.openLoad + at + 0.5) / capacity)
      // The same for all is added, so that no price is below 0; it changes nothing where as many are placed.
      return price * (2 / least + (2 * below - 1 - gini) / capacity)
    }),
  )
  const { to } = transported({
    cases: cases.length,
    lawyers: lawyers.length,
    cost,
    room: Int32Array.from(lawyers, roomOf),
    price: (lawyer, nth) => prices[lawyer]![nth - 1]!,
  })
  return [...to]
}

function shareBelow(sorted: readonly number[], use: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < use) low = middle + 1
    else high = middle
  }
  return sorted.length === 0 ? 0 : low / sorted.length
}
