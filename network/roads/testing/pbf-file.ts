/** Writes small .osm.pbf files, so that tests know what stands in them. */
import { zlibSync } from 'fflate'
import { PbfWriter } from 'pbf'
import type { Tags } from '../road-data.ts'

export interface TestMap {
  /** Longitude and latitude in degrees, at most seven decimals. */
  nodes: readonly { id: number; lng: number; lat: number; tags?: Tags }[]
  ways: readonly { nodes: readonly number[]; tags: Tags }[]
}

const GRANULARITY = 100

export function pbfFile(
  map: TestMap,
  { features = ['OsmSchema-V0.6', 'DenseNodes'], packed = true, dense = true } = {},
): Uint8Array {
  const header = new PbfWriter()
  for (const feature of features) header.writeStringField(4, feature)
  return joined([blob('OSMHeader', header.finish(), packed), blob('OSMData', block(map, dense), packed)])
}

function blob(type: string, bytes: Uint8Array, packed: boolean): Uint8Array {
  const body = new PbfWriter()
  if (packed) {
    body.writeVarintField(2, bytes.length)
    body.writeBytesField(3, zlibSync(bytes))
  } else body.writeBytesField(1, bytes)
  const blobBytes = body.finish()
  const header = new PbfWriter()
  header.writeStringField(1, type)
  header.writeVarintField(3, blobBytes.length)
  const headerBytes = header.finish()
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, headerBytes.length)
  return joined([length, headerBytes, blobBytes])
}

function block({ nodes, ways }: TestMap, dense: boolean): Uint8Array {
  const strings = ['']
  const at = (text: string) => (strings.includes(text) ? strings.indexOf(text) : strings.push(text) - 1)
  const units = (degrees: number) => Math.round(degrees * (1e9 / GRANULARITY))
  const group = new PbfWriter()
  if (dense) {
    group.writeMessage(
      2,
      (_: null, pbf) => {
        writeSigned(pbf, 1, steps(nodes.map(({ id }) => id)))
        writeSigned(pbf, 8, steps(nodes.map(({ lat }) => units(lat))))
        writeSigned(pbf, 9, steps(nodes.map(({ lng }) => units(lng))))
        pbf.writePackedVarint(
          10,
          nodes.flatMap(({ tags = {} }) => [...Object.entries(tags).flat().map(at), 0]),
        )
      },
      null,
    )
  } else {
    for (const { id, lng, lat, tags = {} } of nodes) {
      group.writeMessage(
        1,
        (_: null, pbf) => {
          pbf.writeTag(1, 0)
          pbf.writeSVarint(id)
          pbf.writePackedVarint(2, Object.keys(tags).map(at))
          pbf.writePackedVarint(3, Object.values(tags).map(at))
          pbf.writeTag(8, 0)
          pbf.writeSVarint(units(lat))
          pbf.writeTag(9, 0)
          pbf.writeSVarint(units(lng))
        },
        null,
      )
    }
  }
  for (const way of ways) {
    group.writeMessage(
      3,
      (_: null, pbf) => {
        pbf.writePackedVarint(2, Object.keys(way.tags).map(at))
        pbf.writePackedVarint(3, Object.values(way.tags).map(at))
        writeSigned(pbf, 8, steps(way.nodes))
      },
      null,
    )
  }
  const groupBytes = group.finish()
  const out = new PbfWriter()
  out.writeMessage(1, (_: null, pbf) => strings.forEach((text) => pbf.writeStringField(1, text)), null)
  out.writeBytesField(2, groupBytes)
  return out.finish()
}

const writeSigned = (pbf: PbfWriter, tag: number, values: readonly number[]) => pbf.writePackedSVarint(tag, [...values])

const steps = (values: readonly number[]) => values.map((value, index) => value - (values[index - 1] ?? 0))

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  parts.reduce((at, part) => (all.set(part, at), at + part.length), 0)
  return all
}
