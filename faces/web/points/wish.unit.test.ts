import { expect, it } from 'vitest'
import { addressOf, momentOf, whensAt, wishOf } from './wish.ts'

const at = (text: string): number => Date.parse(`${text}:00+08:00`)
it.each([
  ['now', '', '2026-10-10T12:30', undefined],
  ['afternoon', '', '2026-10-10T08:00', '2026-10-10T14:00'],
  ['afternoon', '', '2026-10-10T15:00', '2026-10-10T15:00'],
  ['morning', '', '2026-10-10T23:50', '2026-10-11T09:00'],
  ['morning', '', '2026-10-10T00:10', '2026-10-11T09:00'],
  ['day', '2026-10-12', '2026-10-10T12:30', '2026-10-12T09:00'],
  ['day', '', '2026-10-10T12:30', undefined],
] as const)('%s %s at %s', (when, day, now, then) => {
  expect(momentOf({ when, day }, at(now)).at).toBe(then === undefined ? undefined : at(then))
})

it('an address says all of it, and is read again', () => {
  const wish = wishOf(new URLSearchParams('q=芦井水村&when=day&day=2026-10-12&what=intake&travel=walk&view=drawing'))
  expect(wishOf(new URLSearchParams(addressOf(wish).split('?')[1]))).toEqual(wish)
  expect(addressOf(wishOf(new URLSearchParams('when=whenever&what=x&lng=abc&lat=36')))).toBe('/points')
})

it.each([
  ['08:00', 'now', true],
  ['16:59', 'now', true],
  ['17:00', 'now', false],
  ['23:59', 'morning', false],
  ['18:00', 'afternoon', true],
] as const)('at %s, when %s is chosen, this afternoon can be chosen: %s', (time, chosen, offered) => {
  expect('afternoon' in whensAt(at(`2026-11-26T${time}`), chosen)).toBe(offered)
})
