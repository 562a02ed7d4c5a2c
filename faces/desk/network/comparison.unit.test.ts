import { expect, it } from 'vitest'
import { changedVillages, comparison, groupLines, hoursChange } from './comparison.ts'
import type { View } from './wish.ts'

const view = (effective: number, at: number, hours: number): View => ({
  people: 1_000,
  nominal: 0.9,
  effective,
  byHalfHour: Array.from({ length: 336 }, () => at),
  byTier: { station: { nominal: 0.9, effective }, kiosk: { nominal: 0, effective: 0 } },
  byService: {},
  byAge: {},
  villages: [
    { code: 'a', minutes: 5, halfHours: hours, bits: '0'.repeat(84) },
    { code: 'b', minutes: 5, halfHours: 75, bits: '0'.repeat(84) },
  ],
})
const VILLAGES = ['a', 'b'].map((code) => ({
  code,
  name: `${code}村`,
  town: '中川镇',
  lng: 103,
  lat: 36,
  people: { adult: 100 },
}))
it('differences are said in points and in people', () => {
  const [effective, moment, nominal] = comparison(view(0.19, 0.4, 75), view(0.23, 0.35, 83), 19)
  expect(effective).toEqual({ name: '有效覆盖', before: '19.0%', after: '23.0%', diff: '多 4.0 个百分点', turn: 1 })
  expect(moment).toEqual({ name: '周一 09:30有人办', before: '400 人', after: '350 人', diff: '少 50 人', turn: -1 })
  expect(nominal).toMatchObject({ diff: '没变', turn: 0 })
  expect(comparison(view(0.19, 0, 0), view(0.1903, 0, 0), 0)[0]?.diff).toBe('多 不到 0.1 个百分点')
})
it('only villages that change are named, only tiers that exist', () => {
  const changed = changedVillages(view(0.19, 0.4, 75), view(0.23, 0.4, 83), VILLAGES)
  expect(changed.map(({ name }) => name)).toEqual(['a村'])
  expect(hoursChange(changed[0]!)).toBe('每周多 4 小时')
  expect(
    groupLines(view(0.1, 0, 1), view(0.2, 0, 1), 'byTier', { station: '工作站', kiosk: '自助机' }).map(
      ({ name }) => name,
    ),
  ).toEqual(['工作站'])
})
