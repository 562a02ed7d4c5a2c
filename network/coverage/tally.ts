/** People counted over all villages. Kept by adding what changed, so that an edit costs what it touches. */
import { LAYERS } from './layers.ts'
import { modesOf } from './question.ts'
import type { CoverageQuestion, Village } from './question.ts'
import { isNear } from './village-reach.ts'
import type { VillageReach } from './village-reach.ts'
import { AGE_GROUP_NAMES } from './vocabulary.ts'
import { HALF_HOURS, WEEK_WORDS } from './week.ts'

const GROUPS = AGE_GROUP_NAMES.length

export interface Tally {
  /** People near a place whatever the hour: `layer * GROUPS + group`. */
  nominal: Float64Array
  /** People covered in each half-hour: `(layer * GROUPS + group) * HALF_HOURS + half`. */
  effective: Float64Array
}

export const emptyTally = (): Tally => ({
  nominal: new Float64Array(LAYERS * GROUPS),
  effective: new Float64Array(LAYERS * GROUPS * HALF_HOURS),
})
export const copyOf = ({ nominal, effective }: Tally): Tally => ({
  nominal: nominal.slice(),
  effective: effective.slice(),
})

/** Takes a village's change from one reach to another into the tally; no reach before means it is counted for the first time. */
export function countChange(
  tally: Tally,
  { people }: Village,
  before: VillageReach | undefined,
  after: VillageReach,
  { modeOf, limitMinutes }: Pick<CoverageQuestion, 'modeOf' | 'limitMinutes'>,
): void {
  const modes = modesOf({ modeOf })
  AGE_GROUP_NAMES.forEach((name, group) => {
    const mode = modes.indexOf(modeOf[name])
    const count = people[name]
    if (count === 0) return
    for (let layer = 0; layer < LAYERS; layer += 1) {
      const at = mode * LAYERS + layer
      const near = (reach: VillageReach | undefined) =>
        reach !== undefined && isNear(reach.nearest[at]!, limitMinutes) ? count : 0
      tally.nominal[layer * GROUPS + group]! += near(after) - near(before)
      const base = (layer * GROUPS + group) * HALF_HOURS
      for (let word = 0; word < WEEK_WORDS; word += 1) {
        const now = after.covered[at * WEEK_WORDS + word]!
        let changed = (before === undefined ? 0 : before.covered[at * WEEK_WORDS + word]!) ^ now
        while (changed !== 0) {
          const bit = 31 - Math.clz32(changed & -changed)
          tally.effective[base + word * 32 + bit]! += (now >>> bit) & 1 ? count : -count
          changed &= changed - 1
        }
      }
    }
  })
}

export const nominalAt = (tally: Tally, layer: number, group: number): number => tally.nominal[layer * GROUPS + group]!
export function halfHoursAt(tally: Tally, layer: number, group: number): Float64Array {
  const base = (layer * GROUPS + group) * HALF_HOURS
  return tally.effective.subarray(base, base + HALF_HOURS)
}
