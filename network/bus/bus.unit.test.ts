import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { LngLat } from '../geo/position.ts'
import { estimatedTimes, ESTIMATES } from '../travel/travel-times.ts'
import type { BusReading } from './bus-data.ts'
import { readBusTable, BUS_HEADINGS } from './bus-table.ts'
import { busNetwork, busTimes } from './bus-times.ts'
import { readGtfsZip } from './gtfs-zip.ts'
import { readBusRoutes } from './osm-lines.ts'

/** A village, 20 km west of the centre; stops at both; a third stop half way; all on one parallel. */
const [VILLAGE, MIDDLE, CENTRE] = [
  { lng: 103.4, lat: 36.5 },
  { lng: 103.5, lat: 36.5 },
  { lng: 103.62, lat: 36.5 },
] as const
const FAR: LngLat = { lng: 103.4, lat: 36.7 }
const FILES = {
  'stops.txt':
    '\uFEFFstop_id,stop_name,stop_lat,stop_lon\nA,村口,36.5,103.4\nB,"半路, 桥头",36.5,103.5\nC,中心,36.5,103.62\n',
  'routes.txt': 'route_id,route_short_name,route_type\nr,7路,3\n',
  'calendar.txt':
    'service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\nwd,1,1,1,1,1,0,0,20260101,20261231\nwe,0,0,0,0,0,1,1,20260101,20261231\n',
  // every half hour from six to nine in the evening, 30 minutes from end to end; on weekends ever so often
  'trips.txt': `route_id,service_id,trip_id\n${Array.from({ length: 31 }, (_, i) => `r,wd,t${i}`).join('\n')}\n${Array.from({ length: 50 }, (_, i) => `r,we,w${i}`).join('\n')}\n`,
  'stop_times.txt': `trip_id,arrival_time,departure_time,stop_id,stop_sequence\n${Array.from({ length: 31 }, (_, i) => calls(`t${i}`, 360 + i * 30)).join('\n')}\n${Array.from({ length: 50 }, (_, i) => calls(`w${i}`, 480 + i * 5)).join('\n')}\n`,
}
/** The time at the stop half way is not told. */
function calls(trip: string, minute: number): string {
  const at = (m: number) => `${Math.floor(m / 60)}:${String(m % 60).padStart(2, '0')}:00`
  return [
    `${trip},${at(minute + 30)},${at(minute + 30)},C,3`,
    `${trip},${at(minute)},${at(minute)},A,1`,
    `${trip},,,B,2`,
  ].join('\n')
}
const zip = (files: Record<string, string>, folder = ''): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [folder + name, strToU8(text)])))
const read = (reading: BusReading) => {
  if (reading.outcome === 'refused') throw new Error(reading.says)
  return reading.bus
}
const said = (reading: BusReading) => (reading.outcome === 'refused' ? reading.says : '')
/** Minutes from each start to each end, walks as the crow flies. */
function minutes(bus: ReturnType<typeof read>, from: readonly LngLat[], to: readonly LngLat[]): number[] {
  const walk = (a: readonly LngLat[], b: readonly LngLat[]) => estimatedTimes(a, b, ESTIMATES.walk).seconds
  return [
    ...busTimes(busNetwork(bus), {
      direct: walk(from, to),
      toStops: walk(from, bus.stops),
      fromStops: walk(bus.stops, to),
    }),
  ].map((one) => one / 60)
}

describe('GTFS', () => {
  it('lines with how long they take and how often they come on working days in the daytime', () => {
    const bus = read(readGtfsZip(zip(FILES, 'feed/')))
    expect(bus.stops.map(({ name }) => name)).toEqual(['村口', '半路, 桥头', '中心'])
    expect(bus.lines).toEqual([{ name: '7路', stops: [0, 1, 2], seconds: [0, 900, 1800], headwaySeconds: 1800 }])
  })
  it('headways instead of departures, and a feed without calendar', () => {
    const { 'calendar.txt': _gone, ...files } = FILES
    const bus = read(
      readGtfsZip(
        zip({
          ...files,
          'trips.txt': 'route_id,service_id,trip_id\nr,x,t0\n',
          'frequencies.txt':
            'trip_id,start_time,end_time,headway_secs\nt0,06:00:00,13:00:00,600\nt0,13:00:00,20:00:00,1200\n',
        }),
      ),
    )
    // thirty before one o'clock, fifteen after, in ten hours
    expect(bus.lines[0]?.headwaySeconds).toBe(800)
  })
  it.each([
    ['少了 stop_times.txt', { 'stop_times.txt': undefined }],
    [
      'stops.txt 第 2 行：站点“村口”的经纬度不对',
      { 'stops.txt': 'stop_id,stop_name,stop_lat,stop_lon\nA,村口,103.4,36.5x\n' },
    ],
    ['没有编号为“C”的站点', { 'stops.txt': 'stop_id,stop_name,stop_lat,stop_lon\nA,村口,36.5,103.4\n' }],
    ['没有工作日白天', { 'calendar.txt': 'service_id,monday,tuesday,wednesday,thursday,friday\nwd,0,0,0,0,0\n' }],
  ] as const)('%s', (says, change) => {
    expect(
      said(
        readGtfsZip(
          zip(
            Object.fromEntries(
              Object.entries({ ...FILES, ...change }).filter(([, text]) => text !== undefined),
            ) as Record<string, string>,
          ),
        ),
      ),
    ).toContain(says)
  })
  it('an archive cut off is refused', () => {
    expect(said(readGtfsZip(zip(FILES).slice(0, 400)))).toContain('压缩包打不开')
  })
})

describe('坐公交要多久', () => {
  const bus = read(readGtfsZip(zip(FILES)))
  it('half the time between two buses, and the ride', () => {
    expect(minutes(bus, [VILLAGE], [CENTRE])[0]).toBeCloseTo(15 + 30, 1)
  })
  it('on foot to the stop and from it', () => {
    const off = { lng: 103.4, lat: 36.5 + 600 / 111_195 }
    // 600 m as the crow flies, a detour of 1.3, at 4.5 km/h
    expect(minutes(bus, [off], [CENTRE])[0]).toBeCloseTo((600 * 1.3) / 75 + 45, 1)
  })
  it('one gets on half way too; nobody rides against the line', () => {
    expect(minutes(bus, [MIDDLE], [CENTRE])[0]).toBeCloseTo(15 + 15, 1)
    const walk = estimatedTimes([CENTRE], [VILLAGE], ESTIMATES.walk).seconds.cost[0]! / 60
    expect(minutes(bus, [CENTRE], [VILLAGE])[0]).toBeCloseTo(walk, 6)
  })
  it('a short way is walked, and whoever lives too far from a stop walks all of it', () => {
    const near = { lng: 103.405, lat: 36.5 }
    expect(minutes(bus, [VILLAGE], [near])[0]).toBeLessThan(10)
    expect(minutes(bus, [FAR], [CENTRE])[0]).toBeCloseTo(
      estimatedTimes([FAR], [CENTRE], ESTIMATES.walk).seconds.cost[0]! / 60,
      6,
    )
  })
  it('changes between stops that are near: waits twice', () => {
    const north = { lng: 103.62, lat: 36.502 }
    const two = {
      ...bus,
      stops: [...bus.stops, { name: '中心北', ...north }, { name: '远处', lng: 103.62, lat: 36.7 }],
      lines: [...bus.lines, { name: '8路', stops: [3, 4], seconds: [0, 1200], headwaySeconds: 600 }],
    }
    const change = (222.4 * 1.3) / 75
    expect(minutes(two, [VILLAGE], [{ lng: 103.62, lat: 36.7 }])[0]).toBeCloseTo(45 + change + 5 + 20, 0)
  })
})

describe('地图里的公交', () => {
  const node = (id: number, lng: number, name: string) => ({ type: 'node', id, lat: 36.5, lon: lng, tags: { name } })
  const relation = (tags: object, role = 'stop') => ({
    type: 'relation',
    id: 9,
    tags: { route: 'bus', ref: '3', ...tags },
    members: [1, 2, 3].map((ref) => ({ type: 'node', ref, role })),
  })
  const nodes = [node(1, 103.4, '甲'), node(2, 103.5, '乙'), node(3, 103.62, '丙')]
  it('the interval as it is written, else an assumed one that is said', () => {
    expect(read(readBusRoutes({ elements: [relation({ interval: '00:20' }), ...nodes] }))).toMatchObject({
      assumed: false,
      lines: [{ name: '3', stops: [0, 1, 2], headwaySeconds: 1200 }],
    })
    expect(
      read(readBusRoutes({ elements: [relation({ interval: '15' }, 'platform'), ...nodes] })).lines[0]?.headwaySeconds,
    ).toBe(900)
    expect(read(readBusRoutes({ elements: [relation({}), ...nodes] }))).toMatchObject({
      assumed: true,
      lines: [{ headwaySeconds: 1800 }],
    })
  })
  it('rides along the road with halts; a file without routes is refused', () => {
    const [, second] = read(readBusRoutes({ elements: [relation({}), ...nodes] })).lines[0]!.seconds
    // 8.94 km, a detour of 1.3, at 25 km/h, one halt
    expect(second! / 60).toBeCloseTo(((8.939 * 1.3) / 25) * 60 + 1 / 3, 0)
    expect(said(readBusRoutes({ elements: nodes }))).toContain('没有带站点的公交线路')
    expect(said(readBusRoutes({}))).toContain('Overpass')
  })
})

describe('公交表', () => {
  const around = { around: [VILLAGE], metres: 80_000 }
  const table = (...lines: string[][]) => ({
    headings: BUS_HEADINGS,
    rows: lines.map((cells, at) => ({
      line: at + 2,
      cells: Object.fromEntries(BUS_HEADINGS.map((heading, i) => [heading, cells[i] ?? ''])),
    })),
  })
  const LINES = [
    ['1路', '村口', '103.4', '36.5', 'WGS84', '20', ''],
    ['1路', '中心', '103.62', '36.5', 'WGS84', '', '30'],
  ]
  it('both ways, half the headway and the ride', () => {
    const bus = read(readBusTable(table(...LINES), around))
    expect(minutes(bus, [VILLAGE], [CENTRE])[0]).toBeCloseTo(40, 1)
    expect(minutes(bus, [CENTRE], [VILLAGE])[0]).toBeCloseTo(40, 1)
  })
  it('what is wrong is said line by line', () => {
    expect(
      said(readBusTable(table(LINES[0]!.with(5, '很多'), LINES[1]!.with(2, '36.5').with(3, '103.4')), around)),
    ).toMatch(/第 2 行 几分钟一班：“很多”不是分钟数.*第 3 行 经度：经度和纬度写反了/)
    expect(said(readBusTable(table(LINES[0]!.with(5, ''), LINES[1]!), around))).toContain('1路没有填')
    expect(said(readBusTable({ headings: ['线路'], rows: [] }, around))).toContain('少了这些列')
  })
})
