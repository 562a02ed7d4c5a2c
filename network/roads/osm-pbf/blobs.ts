/** The frame of an .osm.pbf file: length, header, blob, again and again (https://wiki.openstreetmap.org/wiki/PBF_Format). */
import { unzlibSync } from 'fflate'
import { PbfReader } from 'pbf'
import type { RoadFileFault } from '../road-data.ts'

/** Limits of the format itself: what claims to be larger is no such file. */
const LARGEST_HEADER = 64 * 1024
const LARGEST_BLOB = 32 * 1024 * 1024

export class UnreadableRoads extends Error {
  constructor(
    readonly fault: RoadFileFault,
    readonly detail: string,
  ) {
    super(`${fault}: ${detail}`)
  }
}

export interface Blob {
  type: string
  bytes: Uint8Array
}

/** Unpacked blocks of the file, in order; throws UnreadableRoads. */
export function* blobsOf(file: Uint8Array): Generator<Blob> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  for (let at = 0; at < file.length; ) {
    if (at + 4 > file.length) throw new UnreadableRoads('cutOff', `byte ${at}`)
    const headerLength = view.getUint32(at)
    if (headerLength > LARGEST_HEADER) throw new UnreadableRoads('notThisFormat', `byte ${at}`)
    const header = { type: '', size: 0 }
    new PbfReader(part(file, at + 4, headerLength)).readFields((tag, into, pbf) => {
      if (tag === 1) into.type = pbf.readString()
      else if (tag === 3) into.size = pbf.readVarint()
    }, header)
    if (at === 0 && header.type !== 'OSMHeader') throw new UnreadableRoads('notThisFormat', 'byte 0')
    if (header.size > LARGEST_BLOB) throw new UnreadableRoads('notThisFormat', `byte ${at}`)
    const start = at + 4 + headerLength
    yield { type: header.type, bytes: unpack(part(file, start, header.size), start) }
    at = start + header.size
  }
}

function part(file: Uint8Array, start: number, length: number): Uint8Array {
  if (start + length > file.length) throw new UnreadableRoads('cutOff', `byte ${start}`)
  return file.subarray(start, start + length)
}

/** Raw or zlib, as nearly all files are; other ways of packing are named and refused. */
function unpack(blob: Uint8Array, at: number): Uint8Array {
  const found: { raw?: Uint8Array; size: number; zlib?: Uint8Array; other?: number } = { size: 0 }
  new PbfReader(blob).readFields((tag, into, pbf) => {
    if (tag === 1) into.raw = pbf.readBytes()
    else if (tag === 2) into.size = pbf.readVarint()
    else if (tag === 3) into.zlib = pbf.readBytes()
    else into.other = tag
  }, found)
  if (found.raw !== undefined) return found.raw
  if (found.zlib === undefined)
    throw new UnreadableRoads('unknownCompression', `field ${found.other ?? 0} at byte ${at}`)
  if (found.size > LARGEST_BLOB) throw new UnreadableRoads('notThisFormat', `byte ${at}`)
  return unzlibSync(found.zlib, { out: new Uint8Array(found.size) })
}
