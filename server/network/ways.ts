import { existsSync, readFileSync } from 'node:fs'
import type { LngLat } from '@fatong/network/geo/position.ts'
import { buildNetwork, type RoadNetwork } from '@fatong/network/roads/build.ts'
import { readGeoJsonRoads } from '@fatong/network/roads/geojson.ts'
import { readOsmPbf } from '@fatong/network/roads/osm-pbf/read.ts'
import { readOverpass } from '@fatong/network/roads/overpass.ts'
import { PROFILES } from '@fatong/network/roads/profiles/choose.ts'
import type { Mode } from '@fatong/network/roads/profiles/profile.ts'
import { FAULT_WORDS, type RoadData, type RoadReading } from '@fatong/network/roads/road-data.ts'
import { roadIndex, type RoadIndex } from '@fatong/network/travel/road-index.ts'
import { ESTIMATES, estimatedTimes, travelTimes, type TravelTimes } from '@fatong/network/travel/travel-times.ts'

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

interface Built { network: RoadNetwork; index: RoadIndex }

/** Travel times by each way of travelling: over the roads of a file where there is one, else estimated. Networks are built when first needed. */
export class Ways {
  private readonly built = new Map<Mode, Built>()
  private roads: RoadData | undefined
  constructor(roadsFile: string | undefined) {
    if (roadsFile === undefined || !existsSync(roadsFile)) return
    const reading = readRoads(readFileSync(roadsFile))
    if (reading.outcome === 'refused') throw new Error(`${roadsFile}: ${FAULT_WORDS[reading.fault]}`)
    this.roads = reading.roads
  }

  get estimated(): boolean {
    return this.roads === undefined
  }

  times(mode: Mode, from: readonly LngLat[], to: readonly LngLat[], limitSeconds?: number): TravelTimes {
    if (!this.roads) return estimatedTimes(from, to, ESTIMATES[mode])
    let built = this.built.get(mode)
    if (!built) {
      const network = buildNetwork(this.roads, PROFILES[mode])
      built = { network, index: roadIndex(network) }
      this.built.set(mode, built)
    }
    return travelTimes(built.network, built.index, from, to, limitSeconds)
  }
}
