import { expect, it } from 'vitest'
import { difference } from './guide-parts.ts'

const lines = (text: string) => [...text].map((one) => ({ text: one, cites: [] }))
const shown = (before: string, after: string) => difference(lines(before), lines(after)).map(({ text, mark }) => ({ kept: '', added: '+', removed: '-' })[mark] + text).join(' ')

it.each([
  ['abc', 'abc', 'a b c'], ['abc', 'ac', 'a -b c'], ['ac', 'abc', 'a +b c'], ['abc', 'axc', 'a -b +x c'], ['', 'a', '+a'], ['a', '', '-a'], ['ab', 'ba', '+b a -b'],
])('holds %s against %s', (before, after, says) => { expect(shown(before, after)).toBe(says) })

it('sees that only the article cited has changed', () => {
  expect(difference([{ text: 'a', cites: ['民法典#1'] }], [{ text: 'a', cites: ['民法典#2'] }]).map(({ mark }) => mark)).toEqual(['removed', 'added'])
})
