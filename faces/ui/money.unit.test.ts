import { expect, test } from 'vitest'
import { fenOf, yuanOf } from './money.ts'

test.each([
  ['12345.6', 1_234_560],
  ['12,345.60', 1_234_560],
  ['0.07', 7],
  ['19.99', 1999],
  ['3万', null],
  ['1.234', null],
  ['', null],
  ['-5', null],
  ['5000元', 500_000],
])('%s yuan', (typed, fen) => expect(fenOf(typed)).toBe(fen))

test('sums read with thousands and two decimals', () => {
  expect(yuanOf(1_234_560)).toBe('12,345.60')
  expect(yuanOf(7)).toBe('0.07')
  expect(yuanOf(100_000_000)).toBe('1,000,000.00')
})
