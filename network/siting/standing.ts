/** What a point of today is when sites are looked for: it stays, it may be given up, or it is not counted. */
import type { Tier } from '../coverage/vocabulary.ts'

export const STANDINGS = { fixed: '固定', free: '可换', out: '不算' } as const
export type Standing = keyof typeof STANDINGS
export const STANDING_NAMES = Object.keys(STANDINGS) as Standing[]

/** What holds for a tier holds for its points, single ones excepted; of a tier nobody named nothing is counted. */
export interface Standings {
  tiers: Partial<Record<Tier, Standing>>
  /** By id of the place. */
  single: ReadonlyMap<string, Standing>
}

export const standingOf = ({ id, tier }: { id: string; tier: Tier }, { tiers, single }: Standings): Standing =>
  single.get(id) ?? tiers[tier] ?? 'out'
