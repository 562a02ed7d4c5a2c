import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inSystem } from '../geo/crs.ts'
import { degreeSizeAt } from '../geo/distance.ts'
import type { CrsName, LngLat } from '../geo/position.ts'
import { wrongSystems, type Placed } from './wrong-system.ts'

const SIZE = degreeSizeAt(36.5)
const moved = ({ lng, lat }: LngLat, east: number, north: number): LngLat => ({
  lng: lng + east / SIZE.lng,
  lat: lat + north / SIZE.lat,
})
/** Villages a few kilometres apart. */
const SPOTS = Array.from(
  { length: 40 },
  (_, n): LngLat => ({ lng: 103.55 + (n % 8) * 0.03, lat: 36.3 + Math.floor(n / 8) * 0.05 }),
)
/** Errors that have nothing in common: even round the circle, up to `most` metres. */
const errors = (n: number, most: number): [number, number] => {
  const far = most * (0.3 + (0.7 * ((n * 37) % 40)) / 40)
  return [far * Math.sin(n * 2.4), far * Math.cos(n * 2.4)]
}
/** What stands in the file: the true place in a system, under the name of another. */
const rows = (
  really: CrsName,
  declared: CrsName,
  { known, approximate = true }: { known: (spot: LngLat, n: number) => LngLat; approximate?: boolean },
  spots = SPOTS,
): Placed[] =>
  spots.map((spot, n) => {
    const { lng, lat } = inSystem({ ...spot, crs: 'WGS84' }, really)
    return { line: n + 2, at: { lng, lat }, declared, known: { ...known(spot, n), approximate } }
  })

describe('a coordinate system that was declared wrongly', () => {
  it.each([
    [
      'GCJ02',
      'WGS84',
      /写的是 WGS84（GPS），其实像 GCJ-02（高德、腾讯）：照写的算离原来的位置 2[0-9]{2} 米，照 GCJ-02（高德、腾讯） 算只差 [01] 米/,
    ],
    ['BD09', 'WGS84', /其实像 BD-09（百度）/],
    ['GCJ02', 'CGCS2000', /写的是 CGCS2000（国家2000），其实像 GCJ-02/],
    ['WGS84', 'GCJ02', /写的是 GCJ-02（高德、腾讯），其实像 WGS84/],
    ['BD09', 'GCJ02', /其实像 BD-09/],
  ] as const)('%s as %s is told at every line though what was known is approximate', (really, declared, says) => {
    const told = wrongSystems(rows(really, declared, { known: (spot) => spot }))
    expect([...told.keys()]).toEqual(SPOTS.map((_, n) => n + 2))
    for (const one of told.values()) expect(one).toMatch(says)
  })
  it('of one line alone too', () => {
    expect(wrongSystems(rows('GCJ02', 'WGS84', { known: (spot) => spot }, SPOTS.slice(0, 1))).size).toBe(1)
  })
  it('half a file is told for that half', () => {
    const half = [
      ...rows('GCJ02', 'WGS84', { known: (spot) => spot }, SPOTS.slice(0, 20)),
      ...rows('WGS84', 'WGS84', { known: (spot) => spot }, SPOTS.slice(20)).map((row) => ({
        ...row,
        line: row.line + 20,
      })),
    ]
    expect([...wrongSystems(half).keys()]).toEqual(SPOTS.slice(0, 20).map((_, n) => n + 2))
  })
  it('is told by the common shift where what was known is off by a hundred metres and more', () => {
    const told = wrongSystems(rows('GCJ02', 'WGS84', { known: (spot, n) => moved(spot, ...errors(n, 150)) }))
    expect(told.size).toBe(SPOTS.length)
    expect(told.get(2)).toMatch(
      /40 行照写的算都朝同一个方向偏，平均偏 [12][0-9]{2} 米，照 GCJ-02（高德、腾讯） 算平均只偏 [0-9]{1,2} 米/,
    )
  })
  it('with far errors and a far shift too', () => {
    expect(wrongSystems(rows('BD09', 'WGS84', { known: (spot, n) => moved(spot, ...errors(n, 600)) })).size).toBe(
      SPOTS.length,
    )
  })
  it('with surveyed positions the common shift is seen where each line alone says nothing', () => {
    expect(
      wrongSystems(rows('GCJ02', 'WGS84', { known: (spot, n) => moved(spot, ...errors(n, 150)), approximate: false }))
        .size,
    ).toBe(SPOTS.length)
  })
})

describe('what is no wrong system', () => {
  it('the same positions again', () => {
    expect(wrongSystems(rows('WGS84', 'WGS84', { known: (spot) => spot })).size).toBe(0)
  })
  it('a survey of what was known roughly, near or far', () => {
    for (const most of [80, 300, 2_000])
      expect(
        wrongSystems(rows('WGS84', 'WGS84', { known: (spot, n) => moved(spot, ...errors(n, most)) })).size,
        `${most}`,
      ).toBe(0)
  })
  it('a file that is rightly declared, whatever its system', () => {
    for (const crs of ['GCJ02', 'BD09', 'CGCS2000'] as const)
      expect(wrongSystems(rows(crs, crs, { known: (spot, n) => moved(spot, ...errors(n, 150)) })).size, crs).toBe(0)
  })
  it('one line of a survey that happens to lie where another system would put it', () => {
    const survey = rows('WGS84', 'WGS84', { known: (spot, n) => moved(spot, ...errors(n, 900)) })
    expect(
      wrongSystems([
        ...survey,
        { ...rows('GCJ02', 'WGS84', { known: (spot) => spot }, SPOTS.slice(0, 1))[0]!, line: 99 },
      ]).size,
    ).toBe(0)
  })
  it('everything known moved the other way, as when the earlier file was the wrong one', () => {
    expect(
      wrongSystems(rows('WGS84', 'WGS84', { known: (spot) => inSystem({ ...spot, crs: 'WGS84' }, 'GCJ02') })).size,
    ).toBe(0)
  })
  it('numbers that stay while their system is put right', () => {
    const put = rows('GCJ02', 'GCJ02', {
      known: (spot) => inSystem({ ...spot, crs: 'WGS84' }, 'GCJ02'),
      approximate: false,
    }).map((row) => ({ ...row, known: { ...row.known, entered: { ...row.at, crs: 'WGS84' as const } } }))
    expect(wrongSystems(put).size).toBe(0)
  })
  it('a drawn survey is let through', () => {
    const error = fc.tuple(
      fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
      fc.double({ min: 20, max: 1_500, noNaN: true }),
    )
    fc.assert(
      fc.property(fc.array(error, { minLength: 40, maxLength: 40 }), (drawn) => {
        expect(
          wrongSystems(
            rows('WGS84', 'WGS84', {
              known: (spot, n) =>
                moved(spot, drawn[n]![1] * Math.sin(drawn[n]![0]), drawn[n]![1] * Math.cos(drawn[n]![0])),
            }),
          ).size,
        ).toBe(0)
      }),
      { numRuns: 200, seed: 7 },
    )
  })
})
