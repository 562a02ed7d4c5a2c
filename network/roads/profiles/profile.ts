/** How somebody travels: what may be used, how fast, and what standing at a barrier or a light costs. */
import type { Tags } from '../road-data.ts'

/** Ways that need nothing but roads. */
export const ROAD_MODES = ['walk', 'ebike', 'car'] as const
export type RoadMode = (typeof ROAD_MODES)[number]
/** The bus only where lines were given. */
export const MODES = [...ROAD_MODES, 'bus'] as const
export type Mode = (typeof MODES)[number]

/** Kilometres an hour along the way and against it; 0 where one may not go. */
export interface WaySpeeds {
  forward: number
  backward: number
}

export interface Profile {
  mode: RoadMode
  speeds: (way: Tags) => WaySpeeds
  /** Seconds lost at a node; `Infinity` where it cannot be passed. */
  waitAt: (node: Tags) => number
  /** From the door to the road and from the road to the door, straight over the ground. */
  offRoadKmh: number
}

const FORBIDDING = ['no', 'private', 'agricultural', 'forestry', 'delivery', 'emergency', 'military', 'use_sidepath']

/** The most particular key that is set decides: `keys` from the particular to the general. */
export function allowedBy(tags: Tags, keys: readonly string[]): boolean | undefined {
  const said = keys.map((key) => tags[key]).find((value) => value !== undefined)
  return said === undefined ? undefined : !FORBIDDING.includes(said)
}

export const NOWHERE: WaySpeeds = { forward: 0, backward: 0 }

/** One-way streets as `oneway` says; roundabouts and motorways are one-way without saying so. */
export function oneWay(tags: Tags): 'forward' | 'backward' | 'both' {
  switch (tags.oneway) {
    case '-1':
    case 'reverse':
      return 'backward'
    case 'yes':
    case '1':
    case 'true':
      return 'forward'
    case 'no':
      return 'both'
    default:
      return tags.junction === 'roundabout' || tags.junction === 'circular' || tags.highway === 'motorway'
        ? 'forward'
        : 'both'
  }
}

export function directed(direction: ReturnType<typeof oneWay>, kmh: number): WaySpeeds {
  return { forward: direction === 'backward' ? 0 : kmh, backward: direction === 'forward' ? 0 : kmh }
}
