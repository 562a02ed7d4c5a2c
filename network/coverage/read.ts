/** Reads a coverage: shares of people, villages by minutes, who is left out. */
import type { Coverage } from './coverage.ts'
import { layerOf, LAYERS } from './layers.ts'
import type { ServiceOrAny, TierOrAll } from './layers.ts'
import { modesOf } from './question.ts'
import { halfHoursAt, nominalAt } from './tally.ts'
import { AGE_GROUP_NAMES } from './vocabulary.ts'
import type { AgeGroup } from './vocabulary.ts'
import { HALF_HOURS, WEEK_WORDS } from './week.ts'

export interface Selection {
  service?: ServiceOrAny
  tier?: TierOrAll
  /** All ages when left out. */
  age?: AgeGroup
}

export interface Shares {
  people: number
  /** Share of people near a place, whatever the hour; 0 to 1, 0 where nobody lives. */
  nominal: number
  /** Share of people-half-hours of the week in which whoever leaves is served. */
  effective: number
  /** Share of people for each half-hour from Monday midnight. */
  byHalfHour: Float64Array
}

export function sharesOf(coverage: Coverage, { service = 'any', tier = 'all', age }: Selection = {}): Shares {
  const layer = layerOf(service, tier)
  const groups = AGE_GROUP_NAMES.flatMap((name, group) => (age === undefined || age === name ? [{ name, group }] : []))
  const people = coverage.question.villages.reduce(
    (sum, village) => groups.reduce((all, { name }) => all + village.people[name], sum),
    0,
  )
  const share = (count: number) => (people === 0 ? 0 : count / people)
  const covered = new Float64Array(HALF_HOURS)
  let near = 0
  for (const { group } of groups) {
    near += nominalAt(coverage.tally, layer, group)
    halfHoursAt(coverage.tally, layer, group).forEach((count, half) => (covered[half]! += count))
  }
  const byHalfHour = covered.map(share)
  return {
    people,
    nominal: share(near),
    effective: byHalfHour.reduce((sum, one) => sum + one, 0) / HALF_HOURS,
    byHalfHour,
  }
}

export interface VillageCoverage {
  code: string
  /** Minutes to the nearest place, open or not; Infinity where no road leads. */
  minutes: number
  /** Half-hours of the week in which whoever leaves is served, 0 to 336. */
  halfHours: number
}

const placeIn = (coverage: Coverage, age: AgeGroup, { service = 'any', tier = 'all' }: Selection): number => {
  const { modeOf } = coverage.question
  return modesOf({ modeOf }).indexOf(modeOf[age]) * LAYERS + layerOf(service, tier)
}

/** Each village as people of an age (adults when left out) see it: colours of the map. */
export function villagesOf(coverage: Coverage, selection: Selection = {}): VillageCoverage[] {
  const at = placeIn(coverage, selection.age ?? 'adult', selection)
  return coverage.question.villages.map(({ code }, village) => {
    const { covered, nearest } = coverage.reach[village]!
    let halfHours = 0
    for (let word = 0; word < WEEK_WORDS; word += 1) halfHours += bitsIn(covered[at * WEEK_WORDS + word]!)
    return { code, minutes: nearest[at]! / 60, halfHours }
  })
}

/** Villages whose people of an age are not served when they leave at a half-hour of the week. */
export function uncoveredAt(coverage: Coverage, half: number, selection: Selection = {}): string[] {
  const at = placeIn(coverage, selection.age ?? 'adult', selection) * WEEK_WORDS + (half >> 5)
  return coverage.question.villages.flatMap(({ code }, village) =>
    (coverage.reach[village]!.covered[at]! >>> (half & 31)) & 1 ? [] : [code],
  )
}

/** False when a place's hours rest on a year without holiday notice: the screen says so. */
export const isCertain = ({ places }: Coverage): boolean => [...places.values()].every(({ certain }) => certain)

function bitsIn(word: number): number {
  let count = 0
  for (let left = word; left !== 0; left &= left - 1) count += 1
  return count
}
