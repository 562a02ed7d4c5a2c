/** Two scenarios side by side. */
import type { Coverage } from './coverage.ts'
import type { ServiceOrAny, TierOrAll } from './layers.ts'
import { sharesOf, villagesOf } from './read.ts'
import { AGE_GROUP_NAMES, SERVICE_NAMES, TIER_NAMES } from './vocabulary.ts'
import type { AgeGroup } from './vocabulary.ts'

export interface Change {
  before: number
  after: number
}
export interface SharesChange {
  nominal: Change
  effective: Change
}
export interface Comparison {
  byService: Record<ServiceOrAny, SharesChange>
  byTier: Record<TierOrAll, SharesChange>
  byAge: Record<AgeGroup, SharesChange>
  /** Villages with any change for adults, those that gain most half-hours first. */
  villages: { code: string; minutes: Change; halfHours: Change }[]
}

/** Both must ask about the same villages. */
export function compare(before: Coverage, after: Coverage): Comparison {
  const change = (selection: Parameters<typeof sharesOf>[1]): SharesChange => {
    const [was, is] = [sharesOf(before, selection), sharesOf(after, selection)]
    return {
      nominal: { before: was.nominal, after: is.nominal },
      effective: { before: was.effective, after: is.effective },
    }
  }
  const record = <K extends string>(names: readonly K[], how: (name: K) => SharesChange) =>
    Object.fromEntries(names.map((name) => [name, how(name)])) as Record<K, SharesChange>
  const now = villagesOf(after)
  const villages = villagesOf(before).map((was, at) => ({
    code: was.code,
    minutes: { before: was.minutes, after: now[at]!.minutes },
    halfHours: { before: was.halfHours, after: now[at]!.halfHours },
  }))
  return {
    byService: record<ServiceOrAny>([...SERVICE_NAMES, 'any'], (service) => change({ service })),
    byTier: record<TierOrAll>([...TIER_NAMES, 'all'], (tier) => change({ tier })),
    byAge: record(AGE_GROUP_NAMES, (age) => change({ age })),
    villages: villages
      .filter(({ minutes, halfHours }) => minutes.before !== minutes.after || halfHours.before !== halfHours.after)
      .sort((a, b) => gain(b.halfHours) - gain(a.halfHours)),
  }
}

const gain = ({ before, after }: Change): number => after - before
