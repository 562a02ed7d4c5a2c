import { existsSync, readFileSync } from 'node:fs'
import { busNetwork, busTimes, MOST_WALK, type BusNetwork } from '@fatong/network/bus/bus-times.ts'
import type { LngLat } from '@fatong/network/geo/position.ts'
import { buildNetwork, type RoadNetwork } from '@fatong/network/roads/build.ts'
import { readGeoJsonRoads } from '@fatong/network/roads/geojson.ts'
import { readOsmPbf } from '@fatong/network/roads/osm-pbf/read.ts'
import { readOverpass } from '@fatong/network/roads/overpass.ts'
import { PROFILES } from '@fatong/network/roads/profiles/choose.ts'
import type { Mode, RoadMode } from '@fatong/network/roads/profiles/profile.ts'
import { FAULT_WORDS, type RoadData, type RoadReading } from '@fatong/network/roads/road-data.ts'
import type { CostMatrix } from '@fatong/network/matrix.ts'
import { roadIndex, type RoadIndex } from '@fatong/network/travel/road-index.ts'
import {
  ESTIMATES,
  estimatedTimes,
  nearestTimes,
  travelTimes,
  type TravelTimes,
} from '@fatong/network/travel/travel-times.ts'
import { keptBus } from './bus-file.ts'

/** Which way a file of roads is read, by its first bytes: Overpass answers and GeoJSON are JSON, a pbf is not. */
export function readRoads(bytes: Uint8Array): RoadReading {
  const first = bytes.find((byte) => byte > 32)
  if (first !== 0x7b) return readOsmPbf(bytes)
  const json = parsed(bytes)
  if (json === undefined) return { outcome: 'refused', fault: 'cutOff', detail: 'JSON' }
  return Array.isArray((json as { elements?: unknown }).elements) ? readOverpass(json) : readGeoJsonRoads(json)
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown
  } catch {
    return undefined
  }
}

/** Lines of equal time are not drawn through land further than this from any road. */
const OFF_METRES = 1_500

interface Built {
  network: RoadNetwork
  index: RoadIndex
}

/** Travel times by each way of travelling: over the roads of a file where there is one, else estimated. Networks are built when first needed. */
export class Ways {
  private readonly built = new Map<RoadMode, Built>()
  private roads: RoadData | undefined
  private readonly bus: BusNetwork | undefined
  /** The last walks to and from stops: an edit asks for the same villages again. */
  private walked: { key: string; seconds: CostMatrix } | undefined
  constructor(roadsFile: string | undefined, busFile?: string) {
    const bus = busFile === undefined ? undefined : keptBus(busFile)
    this.bus = bus && busNetwork(bus)
    if (roadsFile === undefined || !existsSync(roadsFile)) return
    const reading = readRoads(readFileSync(roadsFile))
    if (reading.outcome === 'refused') throw new Error(`${roadsFile}: ${FAULT_WORDS[reading.fault]}`)
    this.roads = reading.roads
  }

  get hasBus(): boolean {
    return this.bus !== undefined
  }

  get estimated(): boolean {
    return this.roads === undefined
  }

  /** Seconds from each point to the nearest of the places. */
  nearest(mode: RoadMode, from: readonly LngLat[], to: readonly LngLat[], limitSeconds: number): Float64Array {
    const built = this.networkFor(mode)
    if (built) return nearestTimes(built.network, built.index, from, to, { limitSeconds, offMetres: OFF_METRES })
    const { cost, columns } = estimatedTimes(from, to, ESTIMATES[mode]).seconds
    return Float64Array.from(from, (_, row) =>
      cost.subarray(row * columns, (row + 1) * columns).reduce((least, one) => Math.min(least, one), Infinity),
    )
  }

  times(mode: Mode, from: readonly LngLat[], to: readonly LngLat[], limitSeconds?: number): TravelTimes {
    if (mode === 'bus') return this.byBus(from, to)
    const built = this.networkFor(mode)
    return built
      ? travelTimes(built.network, built.index, from, to, limitSeconds)
      : estimatedTimes(from, to, ESTIMATES[mode])
  }

  /** On foot where no lines were given: whoever offers the bus asks first. */
  private byBus(from: readonly LngLat[], to: readonly LngLat[]): TravelTimes {
    const direct = this.times('walk', from, to)
    if (!this.bus) return direct
    const { stops } = this.bus
    const key = from.map(({ lng, lat }) => `${lng} ${lat}`).join()
    if (this.walked?.key !== key) this.walked = { key, seconds: this.times('walk', from, stops, MOST_WALK).seconds }
    const cost = busTimes(this.bus, {
      direct: direct.seconds,
      toStops: this.walked.seconds,
      fromStops: this.times('walk', stops, to, MOST_WALK).seconds,
    })
    return { ...direct, seconds: { ...direct.seconds, cost } }
  }

  /** Undefined without roads. */
  private networkFor(mode: RoadMode): Built | undefined {
    if (!this.roads) return undefined
    let built = this.built.get(mode)
    if (!built) {
      const network = buildNetwork(this.roads, PROFILES[mode])
      built = { network, index: roadIndex(network) }
      this.built.set(mode, built)
    }
    return built
  }
}
