import { words } from '../words/words.ts'
import { percent, persons } from './half-hours.ts'
import type { VillageRow } from './order.ts'

const w = words.circle
/** People, minutes and hours of a village in one sentence, for the eye and the ear. */
export const factOf = ({ people, minutes, halfHours }: VillageRow): string =>
  w.card.village(
    persons(people),
    minutes === null ? w.nowhere : w.minutesText(minutes),
    w.hours(halfHours),
    percent(halfHours / 336),
  )
