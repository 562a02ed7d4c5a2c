import { coveredAt } from './half-hours.ts'

/** What the dots tell: hours of help in the week, this half-hour, or minutes on the road. */
export type Showing = 'week' | 'hour' | 'minutes'
/** Full, dotted, ring, cross: from well served to not at all. */
export type Tone = 0 | 1 | 2 | 3
interface Served {
  minutes: number | null
  halfHours: number
  bits: string
}

/** Half-hours of a week: evenings or weekends as well, about office hours, less. */
const GOOD = 120,
  USUAL = 60

export function toneOf(showing: Showing, { minutes, halfHours, bits }: Served, half: number, limit: number): Tone {
  switch (showing) {
    case 'week':
      return halfHours >= GOOD ? 0 : halfHours >= USUAL ? 1 : halfHours > 0 ? 2 : 3
    case 'hour':
      return coveredAt(bits, half) ? 0 : 3
    case 'minutes':
      return minutes === null || minutes > limit ? 3 : minutes > (limit * 2) / 3 ? 2 : minutes > limit / 3 ? 1 : 0
    default:
      return showing satisfies never
  }
}
/** The tones in use, in the order of the legend. */
export const tonesOf = (showing: Showing): readonly Tone[] => (showing === 'hour' ? [0, 3] : [0, 1, 2, 3])
