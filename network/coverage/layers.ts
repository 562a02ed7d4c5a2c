/** Places in the flat lists of coverage: a layer is a service (or any) at a tier (or all). */
import { SERVICE_NAMES, TIER_NAMES } from './vocabulary.ts'
import type { Service, Tier } from './vocabulary.ts'

/** 'any' service at 'all' tiers is help of whatever kind. */
export type ServiceOrAny = Service | 'any'
export type TierOrAll = Tier | 'all'

const TIERS_AND_ALL = TIER_NAMES.length + 1
export const LAYERS = (SERVICE_NAMES.length + 1) * TIERS_AND_ALL

/** 0 to SERVICE_NAMES.length, the last for any. */
export const serviceAt = (service: ServiceOrAny): number => (service === 'any' ? SERVICE_NAMES.length : SERVICE_NAMES.indexOf(service))
const tierAt = (tier: TierOrAll): number => (tier === 'all' ? TIER_NAMES.length : TIER_NAMES.indexOf(tier))

export const layerOf = (service: ServiceOrAny, tier: TierOrAll): number => serviceAt(service) * TIERS_AND_ALL + tierAt(tier)

/** The two layers that a place of a tier counts in for a service: its tier, and all. */
export const layersOf = (service: number, tier: Tier): readonly [number, number] =>
  [service * TIERS_AND_ALL + tierAt(tier), service * TIERS_AND_ALL + TIER_NAMES.length]
