import { crc32, deflateSync } from 'node:zlib'

/** Small files made by hand, good and bad, for tests. */

const segment = (marker: number, data: Buffer) => {
  const head = Buffer.of(0xff, marker, 0, 0)
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

export const SCAN = Buffer.from([0x12, 0x34, 0xff, 0x00, 0x56, 0xff, 0xd0, 0x78, 0x9a])

/** A JPEG of the given size with extra segments before its frame. The picture data is not a real picture, its structure is. */
export interface JpegOptions {
  width?: number
  height?: number
  extra?: [number, Buffer][]
  behind?: Buffer
}
export function jpeg({ width = 8, height = 8, extra = [], behind = Buffer.alloc(0) }: JpegOptions = {}): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0])
  frame.writeUInt16BE(height, 1)
  frame.writeUInt16BE(width, 3)
  return Buffer.concat([
    Buffer.of(0xff, 0xd8),
    segment(0xe0, Buffer.from('JFIF\0\x01\x02\0\0\x01\0\x01\0\0', 'latin1')),
    ...extra.map(([marker, data]) => segment(marker, data)),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    SCAN,
    Buffer.of(0xff, 0xd9),
    behind,
  ])
}

/** An EXIF segment of a phone: turned sideways, taken at a time, at a place. Little-endian, as most phones write it. */
export function exifWithPlace(): Buffer {
  const tiff = Buffer.alloc(200)
  tiff.write('II', 0)
  tiff.writeUInt16LE(42, 2)
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(3, 8)
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    tiff.writeUInt16LE(tag, at)
    tiff.writeUInt16LE(type, at + 2)
    tiff.writeUInt32LE(count, at + 4)
    tiff.writeUInt32LE(value, at + 8)
  }
  entry(10, 0x0112, 3, 1, 6)
  entry(22, 0x0132, 2, 20, 60)
  entry(34, 0x8825, 4, 1, 90)
  tiff.write('2026:11:23 09:15:00\0', 60, 'latin1')
  tiff.writeUInt16LE(1, 90)
  entry(92, 0x0002, 5, 3, 120)
  tiff.write('GPS-36.6512-103.6520', 120, 'latin1')
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
}

export function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}

export interface PngOptions {
  width?: number
  height?: number
  data?: Buffer
  extra?: Buffer[]
  behind?: Buffer
}
/** A grey 8-bit PNG. */
export function png({ width = 4, height = 4, data, extra = [], behind = Buffer.alloc(0) }: PngOptions = {}): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    ...extra,
    chunk('IDAT', data ?? deflateSync(Buffer.alloc((width + 1) * height))),
    chunk('IEND', Buffer.alloc(0)),
    behind,
  ])
}

/** A PDF with the given objects' text and compressed streams. */
export function pdf({
  objects = '',
  streams = [] as { dictionary: string; data: Buffer }[],
  behind = '',
} = {}): Buffer {
  return Buffer.concat([
    Buffer.from(
      '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n',
    ),
    Buffer.from(objects, 'latin1'),
    ...streams.map(({ dictionary, data }, i) =>
      Buffer.concat([
        Buffer.from(`${10 + i} 0 obj\n<< ${dictionary} /Length ${data.length} >>\nstream\n`),
        data,
        Buffer.from('\nendstream\nendobj\n'),
      ]),
    ),
    Buffer.from(`trailer << /Root 1 0 R >>\n%%EOF\n${behind}`, 'latin1'),
  ])
}

/** A ZIP with one empty entry, as an attacker would append it. */
export const zip = (): Buffer => {
  const name = Buffer.from('a.html')
  const local = Buffer.concat([
    Buffer.from('PK\x03\x04', 'latin1'),
    Buffer.alloc(22),
    Buffer.of(name.length, 0, 0, 0),
    name,
  ])
  return Buffer.concat([local, Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)])
}
