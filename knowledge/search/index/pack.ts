/** One file of many arrays that is read in one go: a header in JSON says what lies where, nothing is copied on reading. */
type Numbers = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array
const KINDS = { Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array } as const
type Kind = keyof typeof KINDS

interface Header {
  format: string
  meta: unknown
  parts: Record<string, { kind: Kind | 'lines'; at: number; length: number }>
}

const MAGIC = 'FATONG01'
const aligned = (size: number) => Math.ceil(size / 8) * 8

export type Parts = Record<string, Numbers | readonly string[]>

export function pack(format: string, meta: unknown, parts: Parts): Buffer {
  const header: Header = { format, meta, parts: {} }
  const bytes: Buffer[] = []
  let at = 0
  for (const [name, part] of Object.entries(parts)) {
    const lines = !ArrayBuffer.isView(part)
    const piece = lines ? Buffer.from(part.join('\n')) : Buffer.from(part.buffer, part.byteOffset, part.byteLength)
    header.parts[name] = { kind: lines ? 'lines' : (part.constructor.name as Kind), at, length: piece.length }
    bytes.push(piece, Buffer.alloc(aligned(piece.length) - piece.length))
    at += aligned(piece.length)
  }
  const head = Buffer.from(JSON.stringify(header)),
    lead = Buffer.alloc(16)
  lead.write(MAGIC, 0, 'latin1')
  lead.writeUInt32LE(head.length, 8)
  return Buffer.concat([lead, head, Buffer.alloc(aligned(head.length) - head.length), ...bytes])
}

export interface Unpacked<Meta> {
  meta: Meta
  numbers<T extends Numbers>(name: string, kind: new (buffer: ArrayBufferLike, at: number, length: number) => T): T
  lines(name: string): string[]
  bytes(name: string): Buffer
}

/** Undefined when the file is none of ours, of another format, or cut short. */
export function unpack<Meta>(file: Buffer, format: string): Unpacked<Meta> | undefined {
  if (file.length < 16 || file.toString('latin1', 0, 8) !== MAGIC) return undefined
  // Arrays of four bytes must begin at multiples of four.
  const whole = file.byteOffset % 8 === 0 ? file : Buffer.from(new Uint8Array(file).buffer)
  const size = whole.readUInt32LE(8),
    start = 16 + aligned(size)
  if (start > whole.length) return undefined
  const header = JSON.parse(whole.toString('utf8', 16, 16 + size)) as Header
  if (header.format !== format) return undefined
  for (const { at, length } of Object.values(header.parts)) if (start + at + length > whole.length) return undefined
  const partOf = (name: string) => {
    const part = header.parts[name]
    if (part === undefined) throw new Error(`${format} has no part ${name}`)
    return part
  }
  return {
    meta: header.meta as Meta,
    numbers: (name, kind) => {
      const { at, length } = partOf(name),
        width = KINDS[kind.name as Kind].BYTES_PER_ELEMENT
      return new kind(whole.buffer, whole.byteOffset + start + at, length / width)
    },
    lines: (name) => {
      const { at, length } = partOf(name)
      return length === 0 ? [] : whole.toString('utf8', start + at, start + at + length).split('\n')
    },
    bytes: (name) => {
      const { at, length } = partOf(name)
      return whole.subarray(start + at, start + at + length)
    },
  }
}
