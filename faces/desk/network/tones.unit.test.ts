import { expect, it } from 'vitest'
import { toneOf } from './tones.ts'

const NEVER = '0'.repeat(84),
  MONDAY_NINE_THIRTY = `${'0'.repeat(4)}8${'0'.repeat(79)}`
it.each([
  ['minutes', { minutes: 0 }, 0],
  ['minutes', { minutes: 11 }, 1],
  ['minutes', { minutes: 30 }, 2],
  ['minutes', { minutes: 30.1 }, 3],
  ['minutes', { minutes: null }, 3],
  ['week', { halfHours: 210 }, 0],
  ['week', { halfHours: 84 }, 1],
  ['week', { halfHours: 1 }, 2],
  ['week', { halfHours: 0 }, 3],
  ['hour', { bits: MONDAY_NINE_THIRTY }, 0],
  ['hour', { bits: NEVER }, 3],
] as const)('%s %j is tone %i', (showing, served, tone) => {
  expect(toneOf(showing, { minutes: 5, halfHours: 84, bits: NEVER, ...served }, 19, 30)).toBe(tone)
})
it('a longer limit moves the bands', () => {
  expect(toneOf('minutes', { minutes: 30, halfHours: 0, bits: NEVER }, 0, 60)).toBe(1)
})
