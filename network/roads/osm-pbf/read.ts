/** Reads an .osm.pbf extract, as Geofabrik, BBBike or osmium give it. */
import { PbfReader } from 'pbf'
import { RoadCollector } from '../collect.ts'
import type { RoadReading } from '../road-data.ts'
import { readBlock } from './block.ts'
import { blobsOf, UnreadableRoads } from './blobs.ts'

/** What a reader must understand before it may read on. */
const KNOWN_FEATURES = ['OsmSchema-V0.6', 'DenseNodes']

export function readOsmPbf(file: Uint8Array): RoadReading {
  const collector = new RoadCollector()
  try {
    if (file.length === 0) return { outcome: 'refused', fault: 'notThisFormat', detail: '0 bytes' }
    for (const { type, bytes } of blobsOf(file)) {
      if (type === 'OSMHeader') checkFeatures(bytes)
      else if (type === 'OSMData') readBlock(bytes, collector)
    }
  } catch (error) {
    if (error instanceof UnreadableRoads) return { outcome: 'refused', fault: error.fault, detail: error.detail }
    // Both decoders throw plain errors on bytes that are none of theirs, and the bytes are the sender's.
    return {
      outcome: 'refused',
      fault: 'notThisFormat',
      detail: error instanceof Error ? error.message : String(error),
    }
  }
  return collector.finish()
}

function checkFeatures(bytes: Uint8Array): void {
  const required: string[] = []
  new PbfReader(bytes).readFields((tag, into, pbf) => {
    if (tag === 4) into.push(pbf.readString())
  }, required)
  const unknown = required.find((feature) => !KNOWN_FEATURES.includes(feature))
  if (unknown !== undefined) throw new UnreadableRoads('unknownFeature', unknown)
}
