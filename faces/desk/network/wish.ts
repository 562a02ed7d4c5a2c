import type { coverage } from '@fatong/contract/network/coverage.ts'
import type { ReplyOf } from '@fatong/contract/route.ts'
import { AGE_GROUPS, SERVICES, type AgeGroup, type Service, type Tier } from '../vocabulary.ts'
import { words } from '../words/words.ts'

const w = words.circle
export type Circle = ReplyOf<typeof coverage>
export type View = Circle['now']
export interface Wish {
  week?: string
  service?: Service
  tier?: Tier
  age?: AgeGroup
  travel?: 'walk' | 'ebike' | 'car' | 'bus'
  minutes: number
}
export const LIMITS = [15, 30, 45, 60] as const
export const SERVICE_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(SERVICES).map(([name, { words: says }]) => [name, says]),
)
/** Tiers and what visits a village. */
export const ALL_TIERS: Readonly<Record<string, string>> = { ...w.tiers, visit: w.visitTier }
export const AGES: Readonly<Record<string, string>> = AGE_GROUPS

/** What is looked at, from the address, so that it can be passed on as a link. */
export function wishOf(search: URLSearchParams): Wish {
  const minutes = Number(search.get('minutes'))
  const wish: Wish = { minutes: Number.isInteger(minutes) && minutes >= 5 && minutes <= 120 ? minutes : 30 }
  for (const name of ['week', 'service', 'tier', 'age', 'travel'] as const) {
    const value = search.get(name)
    if (value) (wish as unknown as Record<string, string>)[name] = value
  }
  return wish
}
/** 按什么算, as one sentence for paper. */
export const wishText = (wish: Wish, monday: string): string =>
  [
    `${monday} 那一周`,
    SERVICE_WORDS[wish.service ?? ''] ?? w.anyService,
    ALL_TIERS[wish.tier ?? ''] ?? w.allTiers,
    AGES[wish.age ?? ''] ?? w.allAges,
    w.travels[wish.travel ?? ''] ?? w.usual,
    w.limit(wish.minutes),
  ].join('，')
