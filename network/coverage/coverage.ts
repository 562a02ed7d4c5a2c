/** Who is covered when. Computed whole once, then edit by edit. */
import { alike } from './alike.ts'
import { openPlace } from './open-place.ts'
import type { OpenPlace } from './open-place.ts'
import { modesOf } from './question.ts'
import type { CoverageQuestion } from './question.ts'
import { countChange, emptyTally } from './tally.ts'
import type { Tally } from './tally.ts'
import { reachOf } from './village-reach.ts'
import type { VillageReach } from './village-reach.ts'

/** Never changed in place: a scenario is a coverage of its own and shares what it has in common. */
export interface Coverage {
  question: Omit<CoverageQuestion, 'places'>
  places: ReadonlyMap<string, OpenPlace>
  /** In the order of the question's villages. */
  reach: readonly VillageReach[]
  tally: Tally
}

export function coverageOf({ places, ...question }: CoverageQuestion): Coverage {
  const opened = new Map(
    places.map((timed) => {
      checkTimes(timed.times, question)
      return [timed.place.id, openPlace(timed, question)] as const
    }),
  )
  if (opened.size < places.length) throw new RangeError('two places have the same id')
  const modes = modesOf(question)
  const kinds = alike(opened.values())
  const reach = question.villages.map((_, village) => reachOf(village, kinds, modes, question.limitMinutes))
  const tally = emptyTally()
  question.villages.forEach((village, at) => countChange(tally, village, undefined, reach[at]!, question))
  return { question, places: opened, reach, tally }
}

/** Times are worked out by us for exactly these villages; others would be a mistake of ours. */
export function checkTimes(times: OpenPlace['times'], { villages, modeOf }: Coverage['question']): void {
  for (const mode of modesOf({ modeOf })) {
    if (times[mode]?.length !== villages.length) throw new RangeError(`times by ${mode} are not those of the villages`)
  }
}
