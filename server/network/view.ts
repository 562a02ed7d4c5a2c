import type { Coverage } from '@fatong/network/coverage/coverage.ts'
import { sharesOf, uncoveredAt, villagesOf } from '@fatong/network/coverage/read.ts'
import { AGE_GROUP_NAMES, SERVICE_NAMES, TIER_NAMES } from '@fatong/network/coverage/vocabulary.ts'
import { HALF_HOURS } from '@fatong/network/coverage/week.ts'
import type { Selected, SharesView, View } from './orders.ts'

/** A coverage as a screen reads it, for what was selected; each share beside it is of everybody at that tier, service or age. */
export function viewOf(coverage: Coverage, selected: Selected): View {
  const { people, nominal, effective, byHalfHour } = sharesOf(coverage, selected)
  const shares = (selection: Selected): SharesView => {
    const found = sharesOf(coverage, selection)
    return { nominal: found.nominal, effective: found.effective }
  }
  const { service, tier, age } = selected
  const also = <K extends keyof Selected>(key: K, value: Selected[K]): Selected => ({
    ...(service ? { service } : {}),
    ...(tier ? { tier } : {}),
    ...(age ? { age } : {}),
    [key]: value,
  })
  const covered = coverage.question.villages.map(() => new Uint8Array(HALF_HOURS / 4))
  const order = new Map(coverage.question.villages.map(({ code }, at) => [code, at]))
  for (let half = 0; half < HALF_HOURS; half += 1) {
    const out = new Set(uncoveredAt(coverage, half, selected).map((code) => order.get(code)!))
    covered.forEach((bits, at) => {
      if (!out.has(at)) bits[half >> 2]! |= 1 << (half & 3)
    })
  }
  return {
    people,
    nominal,
    effective,
    byHalfHour: [...byHalfHour],
    byTier: Object.fromEntries(TIER_NAMES.map((name) => [name, shares(also('tier', name))])),
    byService: Object.fromEntries(SERVICE_NAMES.map((name) => [name, shares(also('service', name))])),
    byAge: Object.fromEntries(AGE_GROUP_NAMES.map((name) => [name, shares(also('age', name))])),
    villages: villagesOf(coverage, selected).map(({ code, minutes, halfHours }, at) => ({
      code,
      minutes: Number.isFinite(minutes) ? minutes : null,
      halfHours,
      bits: [...covered[at]!].map((four) => four.toString(16)).join(''),
    })),
  }
}
