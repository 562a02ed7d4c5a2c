import { expect, it } from 'vitest'
import { coveredAt, firstHalf, halfText } from './half-hours.ts'

it.each([
  [0, '周一 00:00'],
  [19, '周一 09:30'],
  [335, '周日 23:30'],
  [48 * 5 + 20, '周六 10:00'],
])('%i is %s', (half, text) => {
  expect(halfText(half)).toBe(text)
})
it('the first half-hour is the lowest bit of the first digit', () => {
  expect([0, 1, 2, 3, 4, 5].filter((half) => coveredAt(`51${'0'.repeat(82)}`, half))).toEqual([0, 2, 4])
})

it.each([
  ['2026-11-26T18:10', 3 * 48 + 36],
  ['2026-11-23T00:00', 0],
  ['2026-11-29T23:59', 335],
  ['2026-11-30T00:00', 19],
  ['2026-11-20T12:00', 19],
])('at %s the week of 23 November begins at half-hour %i', (now, half) => {
  expect(firstHalf('2026-11-23', Date.parse(`${now}:00+08:00`))).toBe(half)
})
