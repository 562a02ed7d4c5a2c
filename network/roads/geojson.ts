/** Reads lines of GeoJSON (RFC 7946: WGS84, longitude first). Lines meet where their coordinates are the same to a centimetre or so. */
import { RoadCollector } from './collect.ts'
import type { RoadReading, Tags } from './road-data.ts'

/** A road whose file says nothing of its kind counts as a village road. */
const UNTOLD = 'unclassified'

export function readGeoJsonRoads(file: unknown): RoadReading {
  const collector = new RoadCollector()
  const ids = new Map<string, number>()
  const idOf = (point: unknown): number => {
    const [lng, lat] = Array.isArray(point) ? [Number(point[0]), Number(point[1])] : [NaN, NaN]
    const key = `${Math.round(lng * 1e7)},${Math.round(lat * 1e7)}`
    const known = ids.get(key)
    if (known !== undefined) return known
    const id = ids.size + 1
    ids.set(key, id)
    collector.addNode(id, lng, lat)
    return id
  }
  const features = featuresOf(file)
  if (features === undefined) return { outcome: 'refused', fault: 'notThisFormat', detail: 'FeatureCollection' }
  for (const { geometry, properties } of features) {
    for (const line of linesOf(geometry)) collector.addWay(line.map(idOf), { highway: UNTOLD, ...textsOf(properties) })
  }
  return collector.finish()
}

interface Feature {
  geometry: unknown
  properties: unknown
}

function featuresOf(file: unknown): Feature[] | undefined {
  const { type, features } = (file ?? {}) as { type?: unknown; features?: unknown }
  if (type === 'FeatureCollection' && Array.isArray(features)) return features.map((one) => (one ?? {}) as Feature)
  if (type === 'Feature') return [file as Feature]
  return undefined
}

function linesOf(geometry: unknown): unknown[][] {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown }
  if (!Array.isArray(coordinates)) return []
  if (type === 'LineString') return [coordinates as unknown[]]
  return type === 'MultiLineString' ? coordinates.filter((line): line is unknown[] => Array.isArray(line)) : []
}

/** Exports write nothing, numbers and yes/no as JSON has them; tags are words. */
function textsOf(properties: unknown): Tags {
  const tags: Record<string, string> = {}
  for (const [key, value] of Object.entries((properties ?? {}) as Record<string, unknown>)) {
    if (typeof value === 'string' && value !== '') tags[key] = value
    else if (typeof value === 'number') tags[key] = String(value)
    else if (typeof value === 'boolean') tags[key] = value ? 'yes' : 'no'
  }
  return tags
}
