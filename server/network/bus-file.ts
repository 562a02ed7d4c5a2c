import { existsSync, readFileSync } from 'node:fs'
import { refusedBus, type BusData, type BusReading } from '@fatong/network/bus/bus-data.ts'
import { readGtfsZip } from '@fatong/network/bus/gtfs-zip.ts'
import { readBusRoutes } from '@fatong/network/bus/osm-lines.ts'
import type { BusReply } from './orders.ts'

/** Bus lines in a file: an archive of GTFS, what Overpass answers, or lines that were read from a table before (`lines`). */
export function readBus(bytes: Uint8Array): BusReading {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readGtfsZip(bytes)
  try {
    const json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as { lines?: BusData }
    return json.lines ? { outcome: 'read', bus: json.lines } : readBusRoutes(json)
  } catch {
    return refusedBus('认不出这个文件。请用 GTFS 压缩包、Overpass 的 JSON，或下载模板填表')
  }
}

/** The lines in use; undefined where none were given. */
export function keptBus(file: string): BusData | undefined {
  if (!existsSync(file)) return undefined
  const reading = readBus(readFileSync(file))
  if (reading.outcome === 'refused') throw new Error(`${file}: ${reading.says}`)
  return reading.bus
}

export function busIn(file: string): BusReply {
  const reading = readBus(readFileSync(file))
  return reading.outcome === 'read'
    ? { lines: reading.bus.lines.length, stops: reading.bus.stops.length, assumed: reading.bus.assumed, problem: null }
    : { lines: 0, stops: 0, assumed: false, problem: reading.says }
}
