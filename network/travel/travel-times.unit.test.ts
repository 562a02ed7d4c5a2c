import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LngLat } from '../geo/position.ts'
import { buildNetwork } from '../roads/build.ts'
import { readOverpass } from '../roads/overpass.ts'
import { PROFILES } from '../roads/profiles/choose.ts'
import type { RoadMode } from '../roads/profiles/profile.ts'
import type { RoadData, Tags } from '../roads/road-data.ts'
import { roadIndex } from './road-index.ts'
import { estimatedTimes, nearestTimes, travelTimes } from './travel-times.ts'

/** Streets on a grid a hundredth of a degree of latitude apart (1,112 m), drawn by the ids of their corners: column + 10 * row. */
const at = (id: number): LngLat => ({ lng: 103.5 + (id % 10) * 0.01, lat: Math.floor(id / 10) * 0.01 })
const STEP_METRES = 1_111.95

function roads(
  ways: readonly (readonly [nodes: readonly number[], tags: Tags])[],
  nodeTags: Readonly<Record<number, Tags>> = {},
): RoadData {
  const ids = [...new Set(ways.flatMap(([nodes]) => nodes))]
  const reading = readOverpass({
    elements: [
      ...ids.map((id) => ({ type: 'node', id, lon: at(id).lng, lat: at(id).lat, tags: nodeTags[id] })),
      ...ways.map(([nodes, tags], id) => ({ type: 'way', id, nodes, tags })),
    ],
  })
  if (reading.outcome !== 'read') throw new Error(reading.fault)
  return reading.roads
}

function seconds(data: RoadData, mode: RoadMode, from: LngLat, to: LngLat): number {
  const network = buildNetwork(data, PROFILES[mode])
  return travelTimes(network, roadIndex(network), [from], [to]).seconds.cost[0]!
}
const drive = (metres: number, kmh: number) => metres / (kmh / 3.6)

describe('to the nearest of several places', () => {
  it('is the least of the ways to each, by one search; what lies far off the roads is not reached', () => {
    const network = buildNetwork(
      roads([
        [[0, 1, 2], { highway: 'residential' }],
        [[0, 10, 20, 21, 22, 12, 2], { highway: 'residential' }],
      ]),
      PROFILES.walk,
    )
    const index = roadIndex(network)
    const beside = (node: number) => ({ lng: at(node).lng + 0.0002, lat: at(node).lat + 0.0003 })
    const [from, to] = [
      [at(0), beside(1), at(21), beside(20), { lng: at(0).lng, lat: at(0).lat - 0.02 }],
      [at(2), beside(22)],
    ]
    const { cost, columns } = travelTimes(network, index, from, to).seconds
    const found = nearestTimes(network, index, from, to, { limitSeconds: 7200, offMetres: 1500 })
    expect([...found].slice(0, 4)).toEqual(
      from.slice(0, 4).map((_, row) => Math.min(cost[row * columns]!, cost[row * columns + 1]!)),
    )
    expect(found[4]).toBe(Infinity)
    expect(cost[4 * columns]).toBeLessThan(Infinity)
    expect([...nearestTimes(network, index, from, to, { limitSeconds: 1, offMetres: 1500 })]).toEqual(
      Array(5).fill(Infinity),
    )
  })
})

describe('ways of travelling', () => {
  const street = { highway: 'residential' }

  it('take the time of the way at the speed of its class', () => {
    const data = roads([[[0, 1, 2], street]])
    const kmh = PROFILES.car.speeds(street).forward
    expect(seconds(data, 'car', at(0), at(2))).toBeCloseTo(drive(2 * STEP_METRES, kmh), 0)
    expect(seconds(data, 'walk', at(0), at(2))).toBeCloseTo(drive(2 * STEP_METRES, 4.5), 0)
  })

  it('keep to one-way streets by car, walk against them, push the bicycle', () => {
    const round = roads([
      [[0, 1], { highway: 'residential', oneway: 'yes' }],
      [[1, 11, 10, 0], street],
    ])
    expect(seconds(round, 'car', at(1), at(0))).toBeCloseTo(3 * seconds(round, 'car', at(0), at(1)), 0)
    expect(seconds(round, 'walk', at(1), at(0))).toBeCloseTo(seconds(round, 'walk', at(0), at(1)), 0)
    expect(seconds(round, 'ebike', at(1), at(0))).toBeCloseTo(drive(3 * STEP_METRES, 20), 0)
  })

  it('read one-way streets drawn against their direction, and roundabouts', () => {
    expect(PROFILES.car.speeds({ highway: 'primary', oneway: '-1' }).forward).toBe(0)
    expect(PROFILES.car.speeds({ highway: 'primary', junction: 'roundabout' }).backward).toBe(0)
    expect(PROFILES.car.speeds({ highway: 'motorway' }).backward).toBe(0)
  })

  it('stop at a bollard by car alone', () => {
    const data = roads(
      [
        [[0, 1, 2], street],
        [[0, 10, 20, 21, 22, 12, 2], street],
      ],
      { 1: { barrier: 'bollard' } },
    )
    expect(seconds(data, 'car', at(0), at(2))).toBeCloseTo(
      3 * seconds(data, 'walk', at(0), at(2)) * (4.5 / PROFILES.car.speeds(street).forward),
      0,
    )
    expect(seconds(data, 'walk', at(0), at(2))).toBeCloseTo(drive(2 * STEP_METRES, 4.5), 0)
  })

  it('are closed where a tag closes them', () => {
    const closed = (mode: RoadMode, tags: Tags) => PROFILES[mode].speeds(tags).forward === 0
    expect(closed('car', { highway: 'residential', motor_vehicle: 'no' })).toBe(true)
    expect(closed('car', { highway: 'residential', access: 'private', motorcar: 'yes' })).toBe(false)
    expect(closed('car', { highway: 'footway' })).toBe(true)
    expect(closed('car', { highway: 'track', tracktype: 'grade3' })).toBe(true)
    expect(closed('car', { highway: 'track', tracktype: 'grade3', motor_vehicle: 'yes' })).toBe(false)
    expect(closed('walk', { highway: 'motorway' })).toBe(true)
    expect(closed('ebike', { highway: 'motorway' })).toBe(true)
    expect(closed('ebike', { highway: 'residential', bicycle: 'no' })).toBe(true)
  })

  it('wait at traffic lights', () => {
    const free = roads([[[0, 1, 2], street]])
    const light = roads([[[0, 1, 2], street]], { 1: { highway: 'traffic_signals' } })
    expect(seconds(light, 'car', at(0), at(2)) - seconds(free, 'car', at(0), at(2))).toBeCloseTo(8, 6)
  })
})

describe('doors beside the road', () => {
  const data = roads([[[0, 1, 2, 3], { highway: 'residential' }]])
  const kmh = PROFILES.car.speeds({ highway: 'residential' }).forward

  it('are reached over the ground and then along the road', () => {
    const door = { lng: 103.515, lat: 0.002 }
    expect(seconds(data, 'car', door, at(3))).toBeCloseTo(drive(222.4, 4) + drive(1.5 * STEP_METRES, kmh), 0)
  })

  it('at one piece of road go along it and not round its ends', () => {
    expect(seconds(data, 'car', { lng: 103.512, lat: 0 }, { lng: 103.518, lat: 0 })).toBeCloseTo(
      drive(0.6 * STEP_METRES, kmh),
      0,
    )
    expect(seconds(data, 'car', { lng: 103.518, lat: 0 }, { lng: 103.512, lat: 0 })).toBeCloseTo(
      drive(0.6 * STEP_METRES, kmh),
      0,
    )
  })

  it('too far from any road are reported and stay unreached', () => {
    const network = buildNetwork(data, PROFILES.car)
    const times = travelTimes(
      network,
      roadIndex(network),
      [{ lng: 103.5, lat: 0.5 }, at(0)],
      [at(1), { lng: 110, lat: 0 }],
    )
    expect(times.offRoads).toEqual({ from: [0], to: [1] })
    expect([...times.seconds.cost].map(Number.isFinite)).toEqual([false, false, true, false])
  })

  it('on a piece with no way on are put on the next road that leads somewhere', () => {
    const grid = Array.from(
      { length: 11 },
      (_, row) => [Array.from({ length: 10 }, (_, column) => row * 10 + column), { highway: 'residential' }] as const,
    )
    const spine = [Array.from({ length: 11 }, (_, row) => row * 10), { highway: 'residential' }] as const
    const network = buildNetwork(roads([...grid, spine, [[200, 201], { highway: 'residential' }]]), PROFILES.car)
    expect(network.outward.nodes).toBe(110)
    expect(network.left).toEqual({ nodes: 2, steps: 0 })
  })
})

describe('the grid of roads', () => {
  it('finds the nearest piece wherever the point lies', () => {
    const network = buildNetwork(
      roads([
        [[0, 1, 12, 23, 35], { highway: 'track', motorcar: 'yes' }],
        [[1, 10, 20, 31, 33], { highway: 'residential' }],
        [[35, 33], { highway: 'residential' }],
      ]),
      PROFILES.walk,
    )
    const index = roadIndex(network)
    const every = { tail: index.tail, ringsAround: () => [{ arcs: index.tail.keys(), metres: Infinity }] }
    fc.assert(
      fc.property(
        fc.double({ min: 103.46, max: 103.59, noNaN: true }),
        fc.double({ min: -0.04, max: 0.07, noNaN: true }),
        (lng, lat) => {
          const [near, all] = [index, every].map(
            (which) => travelTimes(network, which, [{ lng, lat }], [at(35)]).seconds.cost[0]!,
          )
          expect(near).toBe(all)
        },
      ),
    )
  })
})

describe('without roads', () => {
  it('times are estimated and say so', () => {
    const times = estimatedTimes([at(0)], [at(1)], { detour: 1.5, kmh: 30 })
    expect(times.estimated).toBe(true)
    expect(times.seconds.cost[0]).toBeCloseTo(drive(1.5 * STEP_METRES, 30), 0)
  })
})
