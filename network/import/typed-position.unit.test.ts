import { describe, expect, it } from 'vitest'
import { inSystem, parseCrs } from '../geo/crs.ts'
import { CRS_NAMES, type CrsName, type LngLat } from '../geo/position.ts'
import { moveInDoubt } from './typed-position.ts'
import type { KnownPosition } from './wrong-system.ts'

const SPOT: LngLat = { lng: 103.66, lat: 36.55 }
const numbersIn = (crs: CrsName): LngLat => {
  const { lng, lat } = inSystem({ ...SPOT, crs: 'WGS84' }, crs)
  return { lng, lat }
}
const known = (crs: CrsName = 'WGS84', more: Partial<KnownPosition> = {}): KnownPosition => ({
  ...SPOT,
  entered: { ...numbersIn(crs), crs },
  ...more,
})

describe('nothing speaks against', () => {
  it.each(CRS_NAMES)('the same spot, said to be of %s and so', (crs) => {
    expect(moveInDoubt({ ...numbersIn(crs), crs }, known())).toBeUndefined()
  })
  it('a first position, and a move down the road', () => {
    expect(moveInDoubt({ ...SPOT, crs: 'WGS84' }, undefined)).toBeUndefined()
    expect(moveInDoubt({ lng: 103.672, lat: 36.545, crs: 'WGS84' }, known())).toBeUndefined()
  })
  it('another name for what is the same at this scale', () => {
    expect(moveInDoubt({ ...SPOT, crs: 'CGCS2000' }, known())).toBeUndefined()
  })
})

describe('to be looked at again', () => {
  it.each([
    ['GCJ02', 'WGS84', /写的是 WGS84（GPS），其实像 GCJ-02（高德、腾讯）：照写的算离原来的位置 2\d\d 米/],
    ['BD09', 'CGCS2000', /其实像 BD-09（百度）/],
    ['BD09', 'GCJ02', /其实像 BD-09（百度）/],
    ['WGS84', 'BD09', /其实像 WGS84（GPS）/],
  ] as const)('numbers of %s said to be of %s, surveyed or approximate', (really, declared, says) => {
    const typed = { ...numbersIn(really), crs: declared }
    expect(moveInDoubt(typed, known(declared))).toMatch(says)
    expect(moveInDoubt(typed, known(declared, { approximate: true }))).toMatch(says)
  })
  it('the same numbers under another system, whichever way', () => {
    expect(moveInDoubt({ ...SPOT, crs: 'GCJ02' }, known())).toMatch(/^经纬度没动，只改了“坐标系”：位置会移动 2\d\d 米/)
    expect(moveInDoubt({ ...numbersIn('GCJ02'), crs: 'WGS84' }, known('GCJ02'))).toMatch(/其实像 GCJ-02/)
  })
  it('a wrong digit', () => {
    expect(moveInDoubt({ ...SPOT, lat: 36.05, crs: 'WGS84' }, known())).toMatch(/^离原来的位置有 56 公里/)
  })
})

it('systems are read as people write them', () => {
  expect(['wgs-84', 'gcj-02', '火星坐标', '火星坐标系', '百度坐标', 'EPSG:4490', '天地图', 'x'].map(parseCrs)).toEqual([
    'WGS84',
    'GCJ02',
    'GCJ02',
    'GCJ02',
    'BD09',
    'CGCS2000',
    'CGCS2000',
    undefined,
  ])
})
