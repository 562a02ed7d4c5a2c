import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'

/** One file of a zip as its headers describe it; `says` is the unpacked size that it claims. */
export interface ZipEntry {
  name: string
  packed: Buffer
  says: number
  /** only the list at the end is read by some readers, only the files themselves by others */
  listed?: boolean
}

/** A zip made by hand, so that it can lie about what is in it. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [],
    list: Buffer[] = []
  let at = 0
  for (const { name, packed, says, listed = true } of entries) {
    const label = Buffer.from(name)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(0x0800, 2)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(says, 18)
    head.writeUInt16LE(label.length, 22)
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), head, label, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    if (listed) list.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.of(20, 0), head, tail, label]))
    files.push(file)
    at += file.length
  }
  const directory = Buffer.concat(list)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(list.length, 4)
  end.writeUInt16LE(list.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...files, directory, Buffer.from('PK\x05\x06'), end])
}

export const packed = (name: string, bytes: Buffer): ZipEntry => ({
  name,
  packed: deflateRawSync(bytes),
  says: bytes.length,
})
export const entry = (name: string, text: string): ZipEntry => packed(name, Buffer.from(text))

const MEGABYTES = 420
/** More than four hundred megabytes of nothing, packed in each of three ways; some megabytes at most. */
export function nothing(): { raw: Buffer; gzip: Buffer; zlib: Buffer; bytes: number } {
  const plain = Buffer.alloc(MEGABYTES * 1024 * 1024)
  return { raw: deflateRawSync(plain), gzip: gzipSync(plain), zlib: deflateSync(plain), bytes: plain.length }
}

/** A tar with one file of any name. */
export function tarOf(name: string, text: string, size = Buffer.byteLength(text)): Buffer {
  const head = Buffer.alloc(512)
  head.write(name, 0)
  head.write(size.toString(8).padStart(11, '0'), 124)
  head.write('0', 156)
  head.write('ustar', 257)
  const body = Buffer.alloc(Math.ceil(Buffer.byteLength(text) / 512) * 512)
  body.write(text)
  return Buffer.concat([head, body, Buffer.alloc(1024)])
}
