import { localDate } from '@fatong/law/calendar/dates.ts'
import { describe, expect, it } from 'vitest'
import { assignBatch, fairestWithin, type Batch, type BatchCase } from './batch.ts'
import { gini } from './fairness.ts'
import type { Lawyer } from './lawyer.ts'

/** Numbers that are the same each time. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state / 2 ** 32
  }
}
const lawyer = (at: number, capacity: number, openLoad = 0): Lawyer => ({
  staffId: `l${at}`,
  name: '',
  kind: 'lawyer',
  practiceYears: 9,
  criminalDefenseYears: 9,
  juvenileAware: true,
  specialties: [],
  openLoad,
  capacity,
  languages: [],
})
const cases = (n: number): BatchCase[] =>
  Array.from({ length: n }, (_, at) => ({
    id: `c${at}`,
    qualification: { service: 'civilRepresentation' },
    stoodDown: [],
    today: localDate('2026-11-24'),
  }))
function drawn(seed: number, n: number, team: number, most: number): Batch {
  const random = chance(seed)
  return {
    cases: cases(n),
    lawyers: Array.from({ length: team }, (_, at) =>
      lawyer(at, 1 + Math.floor(random() * most), Math.floor(random() * 2)),
    ),
    cost: Float64Array.from({ length: n * team }, () => (random() < 0.05 ? Infinity : Math.floor(random() * 60))),
  }
}

/** The least Gini of every choice that places as many and costs no more than allowed. */
function least({ lawyers, cost, cases: all }: Batch, placed: number, most: number): number {
  const loads = lawyers.map(({ openLoad }) => openLoad)
  let best = Infinity
  const go = (row: number, given: number, sum: number): void => {
    if (sum > most + 1e-9 || given + all.length - row < placed) return
    if (row === all.length) {
      best = Math.min(
        best,
        gini(
          loads,
          lawyers.map(({ capacity }) => capacity),
        ),
      )
      return
    }
    go(row + 1, given, sum)
    lawyers.forEach(({ capacity }, at) => {
      if (loads[at]! >= capacity || cost[row * lawyers.length + at] === Infinity) return
      loads[at]! += 1
      go(row + 1, given + 1, sum + cost[row * lawyers.length + at]!)
      loads[at]! -= 1
    })
  }
  go(0, 0, 0)
  return best
}

describe('the evenest within the money', () => {
  it('comes near the least Gini there is, and never costs more than allowed or places fewer', () => {
    let [worst, sum] = [0, 0]
    for (let seed = 1; seed <= 40; seed += 1) {
      const batch = drawn(seed, 6, 4, 4)
      const fair = fairestWithin(batch, 0.25)
      const placed = (of: { assigned: { staffId?: string }[] }) =>
        of.assigned.filter(({ staffId }) => staffId !== undefined).length
      expect(fair.cost).toBeLessThanOrEqual(fair.cheapest.cost * 1.25 + 1e-6)
      expect(placed(fair)).toBe(placed(fair.cheapest))
      const gap = fair.gini - least(batch, placed(fair), fair.cheapest.cost * 1.25)
      expect(gap).toBeGreaterThanOrEqual(-1e-9)
      worst = Math.max(worst, gap)
      sum += gap
    }
    expect(sum / 40).toBeLessThan(0.02)
    expect(worst).toBeLessThan(0.2)
  })
  it('beside a choice that looks at the load already it is never the less even one, and costs no more than allowed', () => {
    let evener = 0
    for (let seed = 1; seed <= 20; seed += 1) {
      const batch = drawn(seed, 24, 8, 6)
      const precise = assignBatch(batch)
      const fair = fairestWithin(batch, 0.05, { than: precise })
      expect(fair.gini).toBeLessThanOrEqual(precise.gini)
      expect(fair.cost).toBeLessThanOrEqual(precise.cost * 1.05 + 1e-6)
      expect(fair.costRise).toBeLessThanOrEqual(0.05 + 1e-9)
      if (fair.gini < precise.gini) evener += 1
    }
    expect(evener).toBeGreaterThan(5)
  })
  it('gets more evenness for the money than a price by how full a lawyer is', () => {
    for (let seed = 1; seed <= 4; seed += 1) {
      const batch = drawn(seed, 120, 30, 8)
      const fair = fairestWithin(batch, 0.05)
      let linear = Infinity
      for (let full = 0; full <= 200; full += 4) {
        const answer = assignBatch(batch, { load: { full } })
        if (answer.cost <= fair.cheapest.cost * 1.05) linear = Math.min(linear, answer.gini)
      }
      expect(fair.gini).toBeLessThanOrEqual(linear + 0.002)
    }
  })
})
