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
test('birthday and age', () => {
  expect(birthDateOf(GOOD)).toBe('1949-12-31')
  expect(birthDateOf('110105')).toBeUndefined()
  expect(ageAt('2008-11-24', '2026-11-23')).toBe(17)
  expect(ageAt('2008-11-23', '2026-11-23')).toBe(18)
})
