import { expect, it } from 'vitest'
import {
  asWish,
  counted,
  FIRST,
  isSingle,
  leastMore,
  standingOf,
  withSingle,
  withTier,
  type Point,
} from './standings.ts'

const points: Point[] = [
  { id: 'c', name: '中心', tier: 'center' },
  { id: 's1', name: '一站', tier: 'station' },
  { id: 's2', name: '二站', tier: 'station' },
  { id: 'o', name: '村', tier: 'office' },
]
const [centre, one, two, office] = points as [Point, Point, Point, Point]

it('a tier says what its points are; nobody named: not counted', () => {
  expect(points.map((point) => standingOf(point, FIRST))).toEqual(['fixed', 'fixed', 'fixed', 'out'])
  expect(counted(points, withTier(FIRST, 'station', 'free'))).toEqual({ fixed: 1, free: 2, out: 1 })
})

it('a single point is something else, and is its tier again when somebody says the same', () => {
  const freed = withSingle(FIRST, one, 'free')
  expect([standingOf(one, freed), isSingle(one, freed), isSingle(two, freed)]).toEqual(['free', true, false])
  expect(asWish(points, freed)).toEqual({ tiers: FIRST.tiers, places: [{ id: 's1', standing: 'free' }] })
  expect(withSingle(freed, one, 'fixed')).toEqual(FIRST)
})

it('a single word outlasts a change of its tier, and is sent only while it differs', () => {
  const both = withSingle(withSingle(FIRST, one, 'free'), office, 'fixed')
  const same = withTier(both, 'station', 'free')
  expect(asWish(points, same).places).toEqual([{ id: 'o', standing: 'fixed' }])
  expect(standingOf(one, withTier(same, 'station', 'out'))).toBe('free')
  expect(asWish([centre], both).places).toEqual([])
})

it('there may be fewer by as many as are free, but never none', () => {
  expect(leastMore({ fixed: 2, free: 3 })).toBe(-3)
  expect(leastMore({ fixed: 0, free: 3 })).toBe(-2)
  expect(leastMore({ fixed: 2, free: 0 })).toBe(0)
  expect(leastMore({ fixed: 0, free: 0 })).toBe(1)
})
