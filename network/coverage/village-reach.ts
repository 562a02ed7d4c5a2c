/** What one village reaches: which half-hours are covered, and how far the nearest place is, for each layer and way of travelling. */
import type { Mode } from '../roads/profiles/profile.ts'
import type { AlikePlaces } from './alike.ts'
import { LAYERS, layersOf } from './layers.ts'
import { WEEK_WORDS } from './week.ts'

export interface VillageReach {
  /** WEEK_WORDS words for each layer of each mode: `(mode * LAYERS + layer) * WEEK_WORDS`. */
  covered: Uint32Array
  /** Seconds to the nearest place, whether open or not: `mode * LAYERS + layer`. */
  nearest: Float64Array
}

/**
 * Of places that are alike only the distances tell: the nearest, and in which minutes one of them is met. What is covered then is
 * looked up once for all that lie equally far.
 */
export function reachOf(
  village: number,
  kinds: readonly AlikePlaces[],
  modes: readonly Mode[],
  limitMinutes: number,
): VillageReach {
  const covered = new Uint32Array(modes.length * LAYERS * WEEK_WORDS)
  const nearest = new Float64Array(modes.length * LAYERS).fill(Infinity)
  const met = new Uint8Array(limitMinutes + 1)
  modes.forEach((name, mode) => {
    for (const {
      like: { place, offers, servedFrom },
      members,
    } of kinds) {
      let least = Infinity
      met.fill(0)
      for (const { times } of members) {
        const seconds = times[name]![village]!
        if (seconds < least) least = seconds
        if (seconds <= limitMinutes * 60) met[Math.ceil(seconds / 60)] = 1
      }
      for (const service of offers) {
        const layers = layersOf(service, place.tier).map((layer) => mode * LAYERS + layer)
        for (const at of layers) if (least < nearest[at]!) nearest[at] = least
        for (let minutes = 0; minutes <= limitMinutes; minutes += 1)
          if (met[minutes] === 1) for (const at of layers) cover(covered, at, servedFrom(service, minutes))
      }
    }
  })
  return { covered, nearest }
}

function cover(covered: Uint32Array, at: number, bits: Uint32Array): void {
  for (let word = 0, base = at * WEEK_WORDS; word < WEEK_WORDS; word += 1) covered[base + word]! |= bits[word]!
}

/** Within the limit of a place, were it open. */
export const isNear = (seconds: number, limitMinutes: number): boolean => Math.ceil(seconds / 60) <= limitMinutes
