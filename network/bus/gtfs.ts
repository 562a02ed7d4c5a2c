/** Reads timetables in GTFS, the exchange format of bus companies: stops, trips, stop_times, and calendar and frequencies where there are. */
import { isLngLat } from '../roads/road-data.ts'
import { refusedBus, type BusLine, type BusReading, type BusStop } from './bus-data.ts'
import { gtfsRows, gtfsTime } from './gtfs-rows.ts'

/** Seconds after midnight between which buses are counted: when points are open. */
const DAY = { from: 8 * 3600, to: 18 * 3600 }
const WORKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const
type Row = Readonly<Record<string, string>>
interface Trip {
  line: string
  stops: number[]
  seconds: number[]
  departure: number
}

/** `files` by name (`stops.txt` …), wherever in the archive they lay. */
export function readGtfs(files: ReadonlyMap<string, Uint8Array>): BusReading {
  const missing = ['stops.txt', 'trips.txt', 'stop_times.txt'].filter((name) => !files.has(name))
  if (missing.length > 0) return refusedBus(`压缩包里少了 ${missing.join('、')}。请向公交公司要 GTFS 格式的时刻表`)
  const rows = (name: string): Row[] => {
    const file = files.get(name)
    return file ? gtfsRows(file) : []
  }
  const stops: BusStop[] = []
  const places = new Map<string, number>()
  for (const [at, row] of rows('stops.txt').entries()) {
    const [lng, lat] = [Number(row['stop_lon'] || NaN), Number(row['stop_lat'] || NaN)]
    // Stations and entrances are no place a bus stops at, and may lack a position.
    if ((row['location_type'] ?? '') !== '' && row['location_type'] !== '0') continue
    if (!isLngLat(lng, lat)) return refusedBus(`stops.txt 第 ${at + 2} 行：站点“${row['stop_name'] ?? ''}”的经纬度不对`)
    places.set(row['stop_id'] ?? '', stops.push({ name: row['stop_name'] ?? '', lng, lat }) - 1)
  }
  const runs = workdayServices(rows('calendar.txt'))
  const names = new Map(
    rows('routes.txt').map((row) => [
      row['route_id'] ?? '',
      row['route_short_name'] || row['route_long_name'] || (row['route_id'] ?? ''),
    ]),
  )
  const trips = new Map(
    rows('trips.txt')
      .filter((row) => runs === undefined || runs.has(row['service_id'] ?? ''))
      .map((row) => [row['trip_id'] ?? '', names.get(row['route_id'] ?? '') ?? row['route_id'] ?? '']),
  )
  const calls = new Map<string, { sequence: number; stop: number; at: number | undefined }[]>()
  for (const [at, row] of rows('stop_times.txt').entries()) {
    const trip = row['trip_id'] ?? ''
    if (!trips.has(trip)) continue
    const stop = places.get(row['stop_id'] ?? '')
    if (stop === undefined)
      return refusedBus(`stop_times.txt 第 ${at + 2} 行：没有编号为“${row['stop_id'] ?? ''}”的站点`)
    const list = calls.get(trip) ?? []
    list.push({
      sequence: Number(row['stop_sequence']),
      stop,
      at: gtfsTime(row['arrival_time'] || row['departure_time']),
    })
    calls.set(trip, list)
  }
  const often = frequencies(rows('frequencies.txt'))
  const read = [...calls].flatMap(([id, list]): (Trip & { departures: number })[] => {
    const trip = tripOf(trips.get(id) ?? '', list)
    return trip
      ? [{ ...trip, departures: often.get(id) ?? (trip.departure >= DAY.from && trip.departure < DAY.to ? 1 : 0) }]
      : []
  })
  const lines = linesOf(read)
  if (lines.length === 0) return refusedBus('时刻表里没有工作日白天（8 点到 18 点）开的车')
  return { outcome: 'read', bus: { stops, lines, assumed: false } }
}

/** Services that run on most working days; undefined where the file has no calendar, then all count. */
function workdayServices(rows: readonly Row[]): Set<string> | undefined {
  if (rows.length === 0) return undefined
  return new Set(
    rows.filter((row) => WORKDAYS.filter((day) => row[day] === '1').length >= 3).map((row) => row['service_id'] ?? ''),
  )
}

/** In order and with a time at every stop: those between two known ones are read off evenly. Undefined when the first or last lacks one. */
function tripOf(
  line: string,
  calls: readonly { sequence: number; stop: number; at: number | undefined }[],
): Trip | undefined {
  const list = [...calls].sort((a, b) => a.sequence - b.sequence)
  const departure = list[0]?.at
  if (list.length < 2 || departure === undefined || list.at(-1)!.at === undefined) return undefined
  const seconds = list.map(({ at }) => (at === undefined ? NaN : at - departure))
  for (let from = 0; from < seconds.length; ) {
    let to = from + 1
    while (to < seconds.length && Number.isNaN(seconds[to]!)) to += 1
    for (let at = from + 1; at < to && to < seconds.length; at += 1)
      seconds[at] = seconds[from]! + ((seconds[to]! - seconds[from]!) * (at - from)) / (to - from)
    from = to
  }
  return {
    line,
    departure,
    stops: list.map(({ stop }) => stop),
    seconds: seconds.map((one, at) => Math.max(one, ...seconds.slice(0, at))),
  }
}

/** How many buses of a trip that is repeated leave in the daytime. */
function frequencies(rows: readonly Row[]): Map<string, number> {
  const often = new Map<string, number>()
  for (const row of rows) {
    const [from, to, every] = [
      gtfsTime(row['start_time']) ?? 0,
      gtfsTime(row['end_time']) ?? 0,
      Number(row['headway_secs']),
    ]
    const overlap = Math.min(to, DAY.to) - Math.max(from, DAY.from)
    if (every > 0)
      often.set(row['trip_id'] ?? '', (often.get(row['trip_id'] ?? '') ?? 0) + Math.max(0, overlap) / every)
  }
  return often
}

/** Trips of one line through the same stops are one; how often they come is how many there are in the daytime. */
function linesOf(trips: readonly (Trip & { departures: number })[]): BusLine[] {
  const alike = new Map<string, (Trip & { departures: number })[]>()
  for (const trip of trips) {
    const key = `${trip.line} ${trip.stops.join()}`
    const some = alike.get(key)
    if (some) some.push(trip)
    else alike.set(key, [trip])
  }
  return [...alike.values()].flatMap((some): BusLine[] => {
    const departures = some.reduce((sum, one) => sum + one.departures, 0)
    const counted = some.filter((one) => one.departures > 0)
    if (departures === 0) return []
    const { line, stops } = some[0]!
    return [
      {
        name: line,
        stops,
        seconds: stops.map((_, at) => counted.reduce((sum, { seconds }) => sum + seconds[at]!, 0) / counted.length),
        headwaySeconds: (DAY.to - DAY.from) / departures,
      },
    ]
  })
}
