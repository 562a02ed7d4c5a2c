/**
 * Photos of a home or a factory say where they were taken. What is kept of EXIF is only how to turn the picture and when
 * it was taken; place, device numbers, thumbnails and makers' notes are not carried over (个人信息保护法 6: 最小必要).
 */
const HEAD = Buffer.from('Exif\0\0', 'latin1')
const ORIENTATION = 0x0112
const DATE_TIME = 0x0132
const EXIF_IFD = 0x8769
const DATE_TIME_ORIGINAL = 0x9003

export interface KeptExif {
  /** 1 to 8 */
  orientation?: number
  /** 'YYYY:MM:DD HH:MM:SS' by the camera's clock */
  takenAt?: string
}

export const isExif = (segment: Buffer): boolean => segment.subarray(0, 6).equals(HEAD)

/** Reads what is kept; a damaged directory yields nothing. */
export function readExif(segment: Buffer): KeptExif {
  const tiff = segment.subarray(6)
  if (tiff.length < 8) return {}
  const little = tiff.toString('latin1', 0, 2) === 'II'
  if (!little && tiff.toString('latin1', 0, 2) !== 'MM') return {}
  const u16 = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const u32 = (at: number) => (at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  const kept: KeptExif = {}
  const walk = (directory: number, depth: number): void => {
    const count = Math.min(u16(directory), 200)
    for (let i = 0; i < count; i += 1) {
      const entry = directory + 2 + i * 12
      const tag = u16(entry)
      if (tag === ORIENTATION) {
        const value = u16(entry + 8)
        if (value >= 1 && value <= 8) kept.orientation = value
      } else if (tag === DATE_TIME_ORIGINAL || (tag === DATE_TIME && kept.takenAt === undefined)) {
        const at = u32(entry + 8)
        const text = tiff.toString('latin1', at, at + 19)
        if (/^\d{4}:\d\d:\d\d \d\d:\d\d:\d\d$/.test(text)) kept.takenAt = text
      } else if (tag === EXIF_IFD && depth === 0) walk(u32(entry + 8), 1)
    }
  }
  walk(u32(4), 0)
  return kept
}

/** An EXIF segment with nothing but what is kept; undefined when nothing is. */
export function writeExif({ orientation, takenAt }: KeptExif): Buffer | undefined {
  if (orientation === undefined && takenAt === undefined) return undefined
  const entries = (orientation === undefined ? 0 : 1) + (takenAt === undefined ? 0 : 1)
  const textAt = 8 + 2 + entries * 12 + 4
  const tiff = Buffer.alloc(textAt + (takenAt === undefined ? 0 : 20))
  tiff.write('MM', 0, 'latin1')
  tiff.writeUInt16BE(42, 2)
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(entries, 8)
  let at = 10
  if (orientation !== undefined) {
    tiff.writeUInt16BE(ORIENTATION, at)
    tiff.writeUInt16BE(3, at + 2)
    tiff.writeUInt32BE(1, at + 4)
    tiff.writeUInt16BE(orientation, at + 8)
    at += 12
  }
  if (takenAt !== undefined) {
    tiff.writeUInt16BE(DATE_TIME, at)
    tiff.writeUInt16BE(2, at + 2)
    tiff.writeUInt32BE(20, at + 4)
    tiff.writeUInt32BE(textAt, at + 8)
    tiff.write(`${takenAt}\0`, textAt, 'latin1')
  }
  return Buffer.concat([HEAD, tiff])
}
