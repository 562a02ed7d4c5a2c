import { expect, it } from 'vitest'
import { addressOf, momentOf, wishOf } from './wish.ts'

const at = (text: string): number => Date.parse(`${text}:00+08:00`)
it.each([
  ['now', '', '2026-10-10T12:30', undefined], ['afternoon', '', '2026-10-10T08:00', '2026-10-10T14:00'], ['afternoon', '', '2026-10-10T15:00', '2026-10-10T15:00'], ['morning', '', '2026-10-10T23:50', '2026-10-11T09:00'], ['morning', '', '2026-10-10T00:10', '2026-10-11T09:00'],
  ['day', '2026-10-12', '2026-10-10T12:30', '2026-10-12T09:00'], ['day', '', '2026-10-10T12:30', undefined],
] as const)('%s %s at %s', (when, day, now, then) => { expect(momentOf({ when, day }, at(now)).at).toBe(then === undefined ? undefined : at(then)) })

it('an address says all of it, and is read again', () => {
  const wish = wishOf(new URLSearchParams('q=芦井水村&when=day&day=2026-10-12&what=intake&travel=walk&view=drawing'))
  expect(wishOf(new URLSearchParams(addressOf(wish).split('?')[1]))).toEqual(wish)
  expect(addressOf(wishOf(new URLSearchParams('when=whenever&what=x&lng=abc&lat=36')))).toBe('/points')
})
