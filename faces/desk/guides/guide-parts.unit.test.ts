import { expect, it } from 'vitest'
import { differing, difference, paired, type Line } from './guide-parts.ts'

const lines = (texts: string): Line[] => [...texts].map((text) => ({ text, cites: [] }))
const said = { kept: '', added: '+', removed: '-' }
const shown = (before: string, after: string) =>
  difference(lines(before), lines(after))
    .map(({ text, mark }) => said[mark] + text)
    .join(' ')

it.each([
  ['abc', 'abc', 'a b c'],
  ['abc', 'ac', 'a -b c'],
  ['ac', 'abc', 'a +b c'],
  ['abc', 'axc', 'a -b +x c'],
  ['', 'a', '+a'],
  ['a', '', '-a'],
  ['ab', 'ba', '+b a -b'],
])('holds %s against %s', (before, after, says) => {
  expect(shown(before, after)).toBe(says)
})

it('sees that only the article cited has changed', () => {
  expect(
    difference([{ text: 'a', cites: ['民法典#1'] }], [{ text: 'a', cites: ['民法典#2'] }]).map(({ mark }) => mark),
  ).toEqual(['removed', 'added'])
})

it.each([
  ['ab', 'xy', '-a +x -b +y'],
  ['abc', 'xc', '-a -b +x c'],
  ['abc', 'axyc', 'a -b +x +y c'],
  ['abcd', 'axcy', 'a -b +x c -d +y'],
])('shows %s rewritten as %s line by line', (before, after, says) => {
  expect(
    paired(difference(lines(before), lines(after)))
      .map(({ text, mark }) => said[mark] + text)
      .join(' '),
  ).toBe(says)
})

it.each([
  ['十五日内申请', '三十日内申请', '十五', '三十'],
  ['先投诉。', '先投诉，再仲裁。', '', '，再仲裁'],
  ['一样', '一样', '', ''],
  ['aa', 'a', 'a', ''],
])('finds the words that differ in %s and %s', (a, b, ofA, ofB) => {
  expect([a.slice(...differing(a, b)), b.slice(...differing(b, a))]).toEqual([ofA, ofB])
})
