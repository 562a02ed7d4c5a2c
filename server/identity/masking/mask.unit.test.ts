import { expect, it } from 'vitest'
import { maskAddress, maskIdNumber, maskName, maskPhone } from './mask.ts'

it('shows of a phone the first three and the last four digits', () => {
  expect(maskPhone('13800001234')).toBe('138****1234')
  expect(maskPhone('12348')).toBe('****48')
})

it('shows of an identity number the province, the city and the last four', () => {
  expect(maskIdNumber('620102199001011234')).toBe('6201**********1234')
  expect(maskIdNumber('6201')).toBe('****')
})

it('shows of a name the family name, rare characters whole', () => {
  expect(maskName('王小明')).toBe('王**')
  expect(maskName('𠮷野')).toBe('𠮷*')
  expect(maskName('王')).toBe('*')
  expect(maskName('')).toBe('*')
})

it('hides the door of an address', () => {
  expect(maskAddress('兰州新区中川镇平安路12号3单元')).toBe('兰州新区中川**********')
  expect(maskAddress('村东头')).toBe('村**')
})
