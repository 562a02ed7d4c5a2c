import { expect, it } from 'vitest'
import { coveredAt, halfText } from './half-hours.ts'

it.each([[0, '周一 00:00'], [19, '周一 09:30'], [335, '周日 23:30'], [48 * 5 + 20, '周六 10:00']])('%i is %s', (half, text) => { expect(halfText(half)).toBe(text) })
it('the first half-hour is the lowest bit of the first digit', () => {
  expect([0, 1, 2, 3, 4, 5].filter((half) => coveredAt(`51${'0'.repeat(82)}`, half))).toEqual([0, 2, 4])
})
