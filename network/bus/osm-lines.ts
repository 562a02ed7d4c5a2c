/** Reads bus routes as OpenStreetMap knows them (Overpass: `relation[route=bus]; out body; >; out body;`): where they stop, seldom how often. */
import { metresBetween } from '../geo/distance.ts'
import { isLngLat } from '../roads/road-data.ts'
import { ASSUMED_HEADWAY, ASSUMED_RIDE, refusedBus, type BusLine, type BusReading, type BusStop } from './bus-data.ts'

interface Element {
  type?: unknown
  id?: unknown
  lat?: unknown
  lon?: unknown
  tags?: Readonly<Record<string, string>>
  members?: readonly { type?: unknown; ref?: unknown; role?: unknown }[]
}

/** `answer` is the parsed JSON. */
export function readBusRoutes(answer: unknown): BusReading {
  const elements = (answer as { elements?: unknown } | null)?.elements
  if (!Array.isArray(elements)) return refusedBus('这不是 Overpass 的 JSON')
  const nodes = new Map(
    (elements as Element[]).filter(({ type }) => type === 'node').map((one) => [Number(one.id), one]),
  )
  const stops: BusStop[] = []
  const places = new Map<number, number>()
  const stopOf = (id: number): number | undefined => {
    const known = places.get(id)
    if (known !== undefined) return known
    const node = nodes.get(id)
    const [lng, lat] = [Number(node?.lon ?? NaN), Number(node?.lat ?? NaN)]
    if (!isLngLat(lng, lat)) return undefined
    const place = stops.push({ name: node?.tags?.['name'] ?? '', lng, lat }) - 1
    places.set(id, place)
    return place
  }
  let assumed = false
  const lines = (elements as Element[]).flatMap((one): BusLine[] => {
    if (one.type !== 'relation' || !['bus', 'minibus', 'trolleybus'].includes(one.tags?.['route'] ?? '')) return []
    const called = (role: RegExp) =>
      (one.members ?? [])
        .filter((member) => member.type === 'node' && role.test(String(member.role ?? '')))
        .flatMap((member) => stopOf(Number(member.ref)) ?? [])
    const halts = called(/^stop/)
    const line = halts.length > 1 ? halts : called(/^platform/)
    if (line.length < 2) return []
    const interval = intervalOf(one.tags?.['interval'])
    assumed ||= interval === undefined
    return [
      {
        name: one.tags?.['ref'] ?? one.tags?.['name'] ?? '',
        stops: line,
        seconds: assumedRide(line.map((at) => stops[at]!)),
        headwaySeconds: interval ?? ASSUMED_HEADWAY,
      },
    ]
  })
  return lines.length === 0
    ? refusedBus('文件里没有带站点的公交线路（route=bus 的关系和它的站点）')
    : { outcome: 'read', bus: { stops, lines, assumed } }
}

/** From the first to each. */
export function assumedRide(stops: readonly { lng: number; lat: number }[]): number[] {
  let seconds = 0
  return stops.map(
    (stop, at) =>
      (seconds +=
        at === 0
          ? 0
          : (metresBetween(stops[at - 1]!, stop) * ASSUMED_RIDE.detour) / ASSUMED_RIDE.metresPerSecond +
            ASSUMED_RIDE.halt),
  )
}

/** `20`, `00:20` or `00:20:00`. */
function intervalOf(text = ''): number | undefined {
  const found = /^(?:(\d{1,2}):)?(\d{1,3})(?::(\d{2}))?$/.exec(text.trim())
  const seconds = found ? Number(found[1] ?? 0) * 3600 + Number(found[2]) * 60 + Number(found[3] ?? 0) : 0
  return seconds > 0 ? seconds : undefined
}
