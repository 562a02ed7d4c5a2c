/** Makes an edit and works out anew only the villages it touches. */
import { alike } from './alike.ts'
import { checkTimes } from './coverage.ts'
import type { Coverage } from './coverage.ts'
import { edited } from './edits.ts'
import type { Edit, EditRefusal } from './edits.ts'
import { openPlace } from './open-place.ts'
import type { OpenPlace } from './open-place.ts'
import { modesOf } from './question.ts'
import type { TimesTo } from './question.ts'
import { copyOf, countChange } from './tally.ts'
import { isNear, reachOf } from './village-reach.ts'

/** `touched` are the villages worked out anew, in order. */
export type EditOutcome =
  | { outcome: 'changed'; coverage: Coverage; touched: readonly number[] }
  | { outcome: 'refused'; reason: EditRefusal }

export function applyEdit(coverage: Coverage, edit: Edit): EditOutcome {
  const result = edited(edit, (id) => coverage.places.get(id), coverage.question.calendar)
  if (result.outcome === 'refused') return result
  const { question } = coverage
  const { id, after } = result
  const before = coverage.places.get(id)
  if (after !== undefined) checkTimes(after.times, question)
  const now = after === undefined ? undefined : openPlace(after, question)
  const places = new Map(coverage.places)
  if (now === undefined) places.delete(id)
  else places.set(id, now)

  const modes = modesOf(question)
  const touched = question.villages.flatMap((_, village) =>
    modes.some((mode) => touches(before, now, (times) => times[mode]![village]!, question.limitMinutes))
      ? [village]
      : [],
  )
  const reach = [...coverage.reach]
  const tally = copyOf(coverage.tally)
  const kinds = alike(places.values())
  for (const village of touched) {
    const anew = reachOf(village, kinds, modes, question.limitMinutes)
    countChange(tally, question.villages[village]!, reach[village], anew, question)
    reach[village] = anew
  }
  return { outcome: 'changed', coverage: { question, places, reach, tally }, touched }
}

/** Far away only the distance to the nearest place can change: where the place moved, opened, closed, or changed what it offers. */
function touches(
  before: OpenPlace | undefined,
  now: OpenPlace | undefined,
  secondsBy: (times: TimesTo) => number,
  limitMinutes: number,
): boolean {
  const was = before === undefined ? Infinity : secondsBy(before.times)
  const is = now === undefined ? Infinity : secondsBy(now.times)
  return was !== is || isNear(was, limitMinutes) || (is < Infinity && before?.place.services !== now?.place.services)
}
