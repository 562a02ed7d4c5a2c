import { expect, it } from 'vitest'
import { ordered, type VillageRow } from './order.ts'

const row = (name: string, people: number, minutes: number | null, halfHours: number, now: boolean): VillageRow => ({
  code: name,
  name,
  town: '中川镇',
  people,
  minutes,
  halfHours,
  now,
})
const ROWS = [
  row('甲', 100, 5, 80, true),
  row('乙', 300, null, 0, false),
  row('丙', 900, 12, 40, false),
  row('丁', 50, 2, 0, false),
]
const names = (rows: readonly VillageRow[]) => rows.map(({ name }) => name).join('')

it('those without help come first, the least served and most people before', () => {
  expect(names(ordered(ROWS, undefined))).toBe('乙丁丙甲')
})
it.each([
  ['people', true, '丙乙甲丁'],
  ['minutes', true, '乙丙甲丁'],
  ['minutes', false, '丁甲丙乙'],
  ['halfHours', false, '乙丁丙甲'],
] as const)('by %s, down %s', (by, down, says) => {
  expect(names(ordered(ROWS, { by, down }))).toBe(says)
})
