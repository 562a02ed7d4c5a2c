import { expect, it } from 'vitest'
import { wrongFact } from './wrong-fact.ts'

it.each([
  ['matter', 'laborRemuneration'],
  ['isMigrantWorker', false],
  ['birthDate', '1979-04-12'],
  ['householdSize', 4],
  ['householdMonthlyIncome', 1234.5],
] as const)('takes %s: %j', (key, value) => {
  expect(wrongFact(key, value)).toBeUndefined()
})

it.each([
  ['matter', 'toString'],
  ['matter', 7],
  ['isMigrantWorker', 'yes'],
  ['birthDate', '1979-02-30'],
  ['householdSize', 0],
  ['householdSize', 2.5],
  ['householdMonthlyIncome', Infinity],
  ['householdMonthlyIncome', '100'],
  ['ownMonthlyIncome', null],
] as const)('turns %s: %j away with what to do', (key, value) => {
  expect(wrongFact(key, value)).toMatch(/[\u4e00-\u9fff]/)
})
