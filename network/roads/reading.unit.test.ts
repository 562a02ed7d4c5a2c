import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readGeoJsonRoads } from './geojson.ts'
import { readOsmPbf } from './osm-pbf/read.ts'
import { readOverpass } from './overpass.ts'
import { FAULT_WORDS, placeOf, ROAD_FILE_FAULTS } from './road-data.ts'
import type { RoadData, RoadReading } from './road-data.ts'
import { pbfFile, type TestMap } from './testing/pbf-file.ts'

/** A crossing with a gate on the eastern arm; ids beyond 32 bits as they are today. */
const MAP: TestMap = {
  nodes: [
    { id: 9_000_000_001, lng: 103.5, lat: 36.5 },
    { id: 9_000_000_005, lng: 103.5012345, lat: 36.5, tags: { barrier: 'gate' } },
    { id: 12, lng: 103.6, lat: -36.4, tags: { amenity: 'bench' } },
    { id: 13, lng: 103.4987654, lat: 36.5000001 },
  ],
  ways: [
    { nodes: [13, 9_000_000_001, 9_000_000_005], tags: { highway: 'residential', name: '中川街' } },
    { nodes: [12, 13], tags: { waterway: 'canal' } },
  ],
}

function roadsOf(reading: RoadReading): RoadData {
  if (reading.outcome !== 'read') throw new Error(`${reading.fault}: ${reading.detail}`)
  return reading.roads
}

const faultOf = (reading: RoadReading) => (reading.outcome === 'refused' ? reading.fault : 'read')

describe('an .osm.pbf file', () => {
  it.each([
    { packed: true, dense: true },
    { packed: false, dense: true },
    { packed: true, dense: false },
  ])('is read, %o', (how) => {
    const roads = roadsOf(readOsmPbf(pbfFile(MAP, how)))
    expect([...roads.ids]).toEqual([13, 9_000_000_001, 9_000_000_005])
    expect(roads.ways).toEqual([MAP.ways[0]])
    expect(roads.lng[2]).toBeCloseTo(103.5012345, 9)
    expect(roads.lat[0]).toBeCloseTo(36.5000001, 9)
    expect(roads.nodeTags).toEqual(new Map([[9_000_000_005, { barrier: 'gate' }]]))
  })

  it('is refused whole, with the reason, at whatever byte it ends', () => {
    const file = pbfFile(MAP)
    for (let length = 0; length < file.length; length += 1) {
      const fault = faultOf(readOsmPbf(file.subarray(0, length)))
      expect(['cutOff', 'notThisFormat', 'noRoads']).toContain(fault)
    }
  })

  it('is refused when it asks for what we cannot read, and when it is another file', () => {
    expect(faultOf(readOsmPbf(pbfFile(MAP, { features: ['OsmSchema-V0.6', 'HistoricalInformation'] })))).toBe(
      'unknownFeature',
    )
    expect(faultOf(readOsmPbf(new Uint8Array(300).fill(80)))).toBe('notThisFormat')
    expect(faultOf(readOsmPbf(pbfFile({ ...MAP, ways: [] })))).toBe('noRoads')
  })
})

describe('an answer of Overpass', () => {
  const way = { type: 'way', id: 7, nodes: [1, 2], tags: { highway: 'track' } }
  const nodes = [
    { type: 'node', id: 2, lat: 36.51, lon: 103.51, tags: { barrier: 'bollard' } },
    { type: 'node', id: 1, lat: 36.5, lon: 103.5 },
  ]

  it('is read with nodes of their own and with geometry inside the ways', () => {
    for (const elements of [
      [...nodes, way],
      [way, ...nodes],
      [
        nodes[0],
        {
          ...way,
          geometry: [
            { lat: 36.5, lon: 103.5 },
            { lat: 1, lon: 1 },
          ],
        },
      ],
    ]) {
      const roads = roadsOf(readOverpass({ elements }))
      expect([...roads.ids]).toEqual([1, 2])
      expect([...roads.lat]).toEqual([36.5, 36.51])
      expect(roads.nodeTags.get(2)).toEqual({ barrier: 'bollard' })
    }
  })

  it('is refused when it is something else', () => {
    expect(faultOf(readOverpass(null))).toBe('notThisFormat')
    expect(faultOf(readOverpass({ elements: [] }))).toBe('noRoads')
    expect(
      faultOf(
        readOverpass({
          elements: [
            null,
            1,
            { type: 'way', nodes: 'x' },
            { type: 'way', nodes: [1, null], geometry: [undefined, null], tags: { highway: 1 } },
          ],
        }),
      ),
    ).toBe('noRoads')
    expect(faultOf(readOverpass({ elements: [way, { type: 'node', id: 1, lat: 103, lon: 36 }] }))).toBe(
      'badCoordinates',
    )
  })
})

describe('lines of GeoJSON', () => {
  const line = (coordinates: unknown, properties: unknown = null, type = 'LineString') => ({
    type: 'Feature',
    properties,
    geometry: { type, coordinates },
  })

  it('meet where their coordinates are the same', () => {
    const roads = roadsOf(
      readGeoJsonRoads({
        type: 'FeatureCollection',
        features: [
          line(
            [
              [103.5, 36.5],
              [103.6, 36.5],
            ],
            { highway: 'primary', oneway: true, lanes: 2 },
          ),
          line(
            [
              [
                [103.6, 36.5, 1500],
                [103.6, 36.6],
              ],
              [
                [103.5, 36.5],
                [103.5, 36.4],
              ],
            ],
            {},
            'MultiLineString',
          ),
          line([103.5, 36.5], {}, 'Point'),
        ],
      }),
    )
    expect(roads.ids).toHaveLength(4)
    expect(roads.ways.map(({ nodes }) => nodes)).toEqual([
      [1, 2],
      [2, 3],
      [1, 4],
    ])
    expect(roads.ways[0]?.tags).toEqual({ highway: 'primary', oneway: 'yes', lanes: '2' })
    expect(roads.ways[1]?.tags.highway).toBe('unclassified')
  })

  it('are refused with latitude out of range and without lines', () => {
    expect(
      faultOf(
        readGeoJsonRoads({
          type: 'FeatureCollection',
          features: [
            line([
              [36.5, 103.5],
              [36.6, 103.5],
            ]),
          ],
        }),
      ),
    ).toBe('badCoordinates')
    expect(faultOf(readGeoJsonRoads({ type: 'Topology' }))).toBe('notThisFormat')
  })
})

describe('faults and nodes', () => {
  it('every fault has its words', () => {
    for (const fault of ROAD_FILE_FAULTS) expect(FAULT_WORDS[fault]).toMatch(/。$/)
  })

  it('nodes are found by halving', () => {
    const ids = Float64Array.of(2, 5, 9)
    expect([1, 2, 3, 5, 9, 10].map((id) => placeOf(ids, id))).toEqual([-1, 0, -1, 1, 2, -1])
  })
})

const extract = join(
  process.env.FATONG_SHARED ?? join(import.meta.dirname, '../../../shared'),
  'bench/network/liechtenstein.osm.pbf',
)

describe('a real extract', () => {
  it.skipIf(!existsSync(extract))('is read (skipped where FATONG_SHARED holds none)', () => {
    const roads = roadsOf(readOsmPbf(readFileSync(extract)))
    expect(roads.ways).toHaveLength(4660)
    expect(roads.ids).toHaveLength(54_387)
    expect(roads.lat.every((lat) => lat > 46.9 && lat < 47.4)).toBe(true)
  })
})
