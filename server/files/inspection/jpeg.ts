import { isExif, readExif, writeExif, type KeptExif } from './exif.ts'
import { foreignMarkerIn } from './foreign-markers.ts'
import { broken, hostile, type Verdict } from './verdict.ts'

/** More than any phone's camera makes; a browser needs four bytes for each. */
const MOST_PIXELS = 220_000_000
const SOI = 0xd8,
  EOI = 0xd9,
  SOS = 0xda,
  COM = 0xfe,
  APP0 = 0xe0,
  APP1 = 0xe1,
  APP2 = 0xe2,
  APP14 = 0xee
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.of(0xff, marker, 0, 0)
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

/** Whether a segment is needed to show the picture. Remarks, previews and makers' data are not. */
function isNeeded(marker: number, data: Buffer): boolean {
  if (marker === COM || (marker >= 0xe0 && marker <= 0xef)) {
    const label = data.toString('latin1', 0, 12)
    return (
      (marker === APP0 && label.startsWith('JFIF')) ||
      (marker === APP2 && label.startsWith('ICC_PROFILE')) ||
      (marker === APP14 && label.startsWith('Adobe'))
    )
  }
  return true
}

/** Where the compressed picture data that begins at `from` ends: at the next marker that is neither stuffing nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !standsAlone(next)) return at
  }
  return -1
}

/**
 * Walks a JPEG segment by segment and writes it anew without recompressing: place and remarks go, the picture stays bit
 * for bit. What cameras append behind the end (second picture, film) is cut; another format there is refused.
 */
export function inspectJpeg(bytes: Buffer): Verdict {
  const kept: Buffer[] = [Buffer.of(0xff, SOI)]
  let exif: KeptExif = {}
  let frame = false
  let scan = false
  let at = 2
  for (;;) {
    if (bytes[at] !== 0xff) return broken()
    while (bytes[at + 1] === 0xff) at += 1
    const marker = bytes[at + 1]
    if (marker === undefined || marker === 0 || marker === SOI) return broken()
    if (marker === EOI) break
    if (standsAlone(marker)) {
      at += 2
      continue
    }
    if (at + 4 > bytes.length) return broken()
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end > bytes.length || end < at + 4) return broken()
    const data = bytes.subarray(at + 4, end)
    if (marker === COM || (marker >= APP0 && marker <= 0xef)) {
      const foreign = foreignMarkerIn(data)
      if (foreign) return hostile(`jpeg segment ${marker.toString(16)} holds ${foreign}`)
    }
    if (isFrame(marker)) {
      if (frame || data.length < 6) return broken()
      frame = true
      if (data.readUInt16BE(1) * data.readUInt16BE(3) > MOST_PIXELS) return hostile('jpeg with too many pixels')
    }
    if (marker === APP1 && isExif(data)) exif = { ...readExif(data), ...exif }
    if (isNeeded(marker, data)) kept.push(segment(marker, data))
    at = end
    if (marker === SOS) {
      if (!frame) return broken()
      scan = true
      const next = endOfScan(bytes, end)
      if (next === -1) return broken()
      kept.push(bytes.subarray(end, next))
      at = next
    }
  }
  if (!frame || !scan) return broken()
  const foreign = foreignMarkerIn(bytes.subarray(at + 2))
  if (foreign) return hostile(`jpeg followed by ${foreign}`)
  const orientation = writeExif(exif)
  if (orientation) kept.splice(1, 0, segment(APP1, orientation))
  kept.push(Buffer.of(0xff, EOI))
  return { ok: true, mediaType: 'image/jpeg', bytes: Buffer.concat(kept) }
}
