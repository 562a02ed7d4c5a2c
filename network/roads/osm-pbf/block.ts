/** One block of map data: a table of strings, then groups of dense nodes, single nodes and ways. Relations are not needed. */
import { PbfReader } from 'pbf'
import type { RoadCollector } from '../collect.ts'
import type { Tags } from '../road-data.ts'

interface Block {
  strings: string[]
  groups: Uint8Array[]
  /** Coordinates are `1e-9 * (offset + granularity * n)` degrees. */
  granularity: number
  latOffset: number
  lngOffset: number
}

export function readBlock(bytes: Uint8Array, into: RoadCollector): void {
  const block: Block = { strings: [], groups: [], granularity: 100, latOffset: 0, lngOffset: 0 }
  new PbfReader(bytes).readFields((tag, found, pbf) => {
    if (tag === 1) found.strings = stringsOf(pbf.readBytes())
    else if (tag === 2) found.groups.push(pbf.readBytes())
    else if (tag === 17) found.granularity = pbf.readVarint()
    else if (tag === 19) found.latOffset = pbf.readVarint(true)
    else if (tag === 20) found.lngOffset = pbf.readVarint(true)
  }, block)
  for (const group of block.groups) {
    new PbfReader(group).readFields((tag, found, pbf) => {
      if (tag === 1) readNode(found, pbf.readBytes(), into)
      else if (tag === 2) readDenseNodes(found, pbf.readBytes(), into)
      else if (tag === 3) readWay(found, pbf.readBytes(), into)
    }, block)
  }
}

function stringsOf(bytes: Uint8Array): string[] {
  const strings: string[] = []
  new PbfReader(bytes).readFields((tag, into, pbf) => {
    if (tag === 1) into.push(pbf.readString())
  }, strings)
  return strings
}

const latOf = (block: Block, value: number) => 1e-9 * (block.latOffset + block.granularity * value)
const lngOf = (block: Block, value: number) => 1e-9 * (block.lngOffset + block.granularity * value)

function tagsOf({ strings }: Block, keys: readonly number[], values: readonly number[]): Tags {
  const tags: Record<string, string> = {}
  keys.forEach((key, at) => (tags[strings[key] ?? ''] = strings[values[at] ?? 0] ?? ''))
  return tags
}

function readNode(block: Block, bytes: Uint8Array, into: RoadCollector): void {
  const node = { id: 0, lat: 0, lng: 0, keys: [] as number[], values: [] as number[] }
  new PbfReader(bytes).readFields((tag, found, pbf) => {
    if (tag === 1) found.id = pbf.readSVarint()
    else if (tag === 2) pbf.readPackedVarint(found.keys)
    else if (tag === 3) pbf.readPackedVarint(found.values)
    else if (tag === 8) found.lat = pbf.readSVarint()
    else if (tag === 9) found.lng = pbf.readSVarint()
  }, node)
  into.addNode(node.id, lngOf(block, node.lng), latOf(block, node.lat), tagsOf(block, node.keys, node.values))
}

/** Ids and coordinates are differences to the node before; tags are key, value, key, value, 0 for each node in turn. */
function readDenseNodes(block: Block, bytes: Uint8Array, into: RoadCollector): void {
  const dense = { ids: [] as number[], lat: [] as number[], lng: [] as number[], tags: [] as number[] }
  new PbfReader(bytes).readFields((tag, found, pbf) => {
    if (tag === 1) pbf.readPackedSVarint(found.ids)
    else if (tag === 8) pbf.readPackedSVarint(found.lat)
    else if (tag === 9) pbf.readPackedSVarint(found.lng)
    else if (tag === 10) pbf.readPackedVarint(found.tags)
  }, dense)
  let [id, lat, lng, at] = [0, 0, 0, 0]
  for (let node = 0; node < dense.ids.length; node += 1) {
    id += dense.ids[node]!
    lat += dense.lat[node]!
    lng += dense.lng[node]!
    let tags: Record<string, string> | undefined
    for (; at < dense.tags.length && dense.tags[at] !== 0; at += 2) {
      tags ??= {}
      tags[block.strings[dense.tags[at]!] ?? ''] = block.strings[dense.tags[at + 1]!] ?? ''
    }
    at += 1
    into.addNode(id, lngOf(block, lng), latOf(block, lat), tags)
  }
}

function readWay(block: Block, bytes: Uint8Array, into: RoadCollector): void {
  const way = { keys: [] as number[], values: [] as number[], steps: [] as number[] }
  new PbfReader(bytes).readFields((tag, found, pbf) => {
    if (tag === 2) pbf.readPackedVarint(found.keys)
    else if (tag === 3) pbf.readPackedVarint(found.values)
    else if (tag === 8) pbf.readPackedSVarint(found.steps)
  }, way)
  let id = 0
  into.addWay(
    way.steps.map((step) => (id += step)),
    tagsOf(block, way.keys, way.values),
  )
}
