import { idNumberIsValid } from '@fatong/contract/values.ts'
import { expect, test } from 'vitest'
import { ageAt, birthDateOf, idState } from './id-number.ts'

const GOOD = '11010519491231002X'
test('the number is silent while typing, then good or wrong', () => {
  expect(idState('')).toBe('empty')
  expect(idState('1101')).toBe('typing')
  expect(idState(GOOD)).toBe('good')
  expect(idState('110105 19491231 002x')).toBe('good')
  expect(idState('110105194912310021')).toBe('wrong')
  expect(idState('11010519A')).toBe('wrong')
  expect(idState('1101051949123100211')).toBe('wrong')
})
test('agrees with the contract over every check digit', () => {
  for (const last of '0123456789X')
    expect(idState(`11010519491231002${last}`) === 'good').toBe(idNumberIsValid(`11010519491231002${last}`))
  expect(idState('110105194913310021') === 'good').toBe(idNumberIsValid('110105194913310021'))
})
/** The eleven numbers that differ in their last place: one of them has the right check digit. */
const ending = (first17: string) => [...'0123456789X'].map((last) => first17 + last)
test.each([
  ['30 February', '62012219700230002', false],
  ['29 February of a common year', '62012219710229002', false],
  ['29 February of 1900', '62012219000229002', false],
  ['31 April', '62012219700431002', false],
  ['the month 0', '62012219700031002', false],
  ['the day 0', '62012219700200002', false],
  ['the year 0', '62012200000101002', false],
  ['29 February of a leap year', '62012220000229002', true],
  ['31 December', '62012219491231002', true],
])('%s: a right check digit does not make it a birthday', (_, first17, real) => {
  expect(ending(first17).filter((id) => idState(id) === 'good')).toHaveLength(real ? 1 : 0)
  expect(ending(first17).filter(idNumberIsValid)).toHaveLength(real ? 1 : 0)
})
test('birthday and age', () => {
  expect(birthDateOf(GOOD)).toBe('1949-12-31')
  expect(birthDateOf('110105')).toBeUndefined()
  expect(ageAt('2008-11-24', '2026-11-23')).toBe(17)
  expect(ageAt('2008-11-23', '2026-11-23')).toBe(18)
})
