/** Places in the flat lists of coverage: a layer is a service (or any) at a tier (or all). */
import { needsNobody, SERVICE_NAMES, TIER_NAMES } from './vocabulary.ts'
import type { Service, Tier } from './vocabulary.ts'

/** 'any' service at 'all' tiers is somebody who helps with whatever: neither leaflets on a shelf nor a screen. */
export type ServiceOrAny = Service | 'any'
export type TierOrAll = Tier | 'all'

const TIERS_AND_ALL = TIER_NAMES.length + 1
export const LAYERS = (SERVICE_NAMES.length + 1) * TIERS_AND_ALL

/** 0 to SERVICE_NAMES.length, the last for any. */
export const serviceAt = (service: ServiceOrAny): number =>
  service === 'any' ? SERVICE_NAMES.length : SERVICE_NAMES.indexOf(service)
const tierAt = (tier: TierOrAll): number => (tier === 'all' ? TIER_NAMES.length : TIER_NAMES.indexOf(tier))

export const layerOf = (service: ServiceOrAny, tier: TierOrAll): number =>
  serviceAt(service) * TIERS_AND_ALL + tierAt(tier)

/** A terminal counts for itself alone, so that "somebody is there" means a person; what needs nobody can be had at one like anywhere. */
export const countsForAll = (tier: Tier, service: ServiceOrAny): boolean =>
  tier !== 'kiosk' || (service !== 'any' && needsNobody(service))

/** The layers that a place of a tier counts in for a service: its tier, and mostly all. */
export const layersOf = (service: number, tier: Tier): readonly number[] => {
  const own = service * TIERS_AND_ALL + tierAt(tier)
  return countsForAll(tier, SERVICE_NAMES[service] ?? 'any')
    ? [own, service * TIERS_AND_ALL + TIER_NAMES.length]
    : [own]
}
