import { crc32 } from 'node:zlib'
import { foreignMarkerIn } from './foreign-markers.ts'
import { inflatedSize } from './inflated-size.ts'
import { broken, hostile, type Verdict } from './verdict.ts'

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const MOST_PIXELS = 60_000_000
/** A white page shrinks a thousandfold by right; only when it unpacks to a lot is that an attack. */
const LARGE = 64 * 1024 * 1024
const MOST_RATIO = 200
/** Needed to show the picture. Texts, times, EXIF and colour profiles (themselves compressed) are dropped. */
const KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'gAMA', 'cHRM', 'sRGB', 'pHYs', 'sBIT', 'bKGD'])
const CHANNELS: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/** Bytes the picture data must unpack to, filter bytes included; undefined when the header makes no sense. */
function expectedSize(header: Buffer): { pixels: number; bytes: number } | undefined {
  if (header.length !== 13) return undefined
  const width = header.readUInt32BE(0),
    height = header.readUInt32BE(4)
  const depth = header[8] ?? 0,
    channels = CHANNELS[header[9] ?? -1],
    interlaced = header[12] === 1
  if (width === 0 || height === 0 || channels === undefined || ![1, 2, 4, 8, 16].includes(depth)) return undefined
  const size = (w: number, h: number) => (w === 0 || h === 0 ? 0 : h * (1 + Math.ceil((w * channels * depth) / 8)))
  const bytes = interlaced
    ? PASSES.reduce(
        (sum, [x, y, dx, dy]) =>
          sum + size(Math.max(0, Math.ceil((width - x) / dx)), Math.max(0, Math.ceil((height - y) / dy))),
        0,
      )
    : size(width, height)
  return { pixels: width * height, bytes }
}

/** Walks a PNG chunk by chunk, checks sums and the unpacked size, and keeps only what shows the picture. */
export async function inspectPng(bytes: Buffer): Promise<Verdict> {
  const kept: Buffer[] = [SIGNATURE]
  const data: Buffer[] = []
  let expected: { pixels: number; bytes: number } | undefined
  let at = 8
  for (;;) {
    if (at + 12 > bytes.length) return broken()
    const length = bytes.readUInt32BE(at)
    const end = at + 12 + length
    if (end > bytes.length) return broken()
    const type = bytes.toString('latin1', at + 4, at + 8)
    const body = bytes.subarray(at + 8, at + 8 + length)
    if (!/^[A-Za-z]{4}$/.test(type) || crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4))
      return broken()
    if (at === 8) {
      if (type !== 'IHDR') return broken()
      expected = expectedSize(body)
      if (!expected) return broken()
      if (expected.pixels > MOST_PIXELS) return hostile('png with too many pixels')
    } else if (type === 'IHDR') return broken()
    if (type === 'IDAT') data.push(body)
    if (KEPT.has(type)) kept.push(bytes.subarray(at, end))
    else if (/^[A-Z]/.test(type)) return hostile(`png with the unknown critical chunk ${type}`)
    else {
      const foreign = foreignMarkerIn(body)
      if (foreign) return hostile(`png chunk ${type} holds ${foreign}`)
    }
    at = end
    if (type === 'IEND') break
  }
  const foreign = foreignMarkerIn(bytes.subarray(at))
  if (foreign) return hostile(`png followed by ${foreign}`)
  const packed = data.reduce((sum, part) => sum + part.length, 0)
  if (!expected || packed === 0) return broken()
  if (expected.bytes > LARGE && expected.bytes / packed > MOST_RATIO)
    return hostile(`png that unpacks ${Math.round(expected.bytes / packed)}-fold`)
  const unpacked = await inflatedSize(data, expected.bytes)
  if (unpacked === 'tooLarge') return hostile('png that unpacks to more than its size')
  if (unpacked !== expected.bytes) return broken()
  return { ok: true, mediaType: 'image/png', bytes: Buffer.concat(kept) }
}
