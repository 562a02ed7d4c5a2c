/** As much of an assembler for WebAssembly as the loops of a search need: they are small enough to be written down instruction by instruction. */
export type Code = readonly number[]

export const get = (local: number): Code => [0x20, local]
export const set = (local: number): Code => [0x21, local]
export const i32 = (value: number): Code => [0x41, ...signed(value)]
export const ADD: Code = [0x6a],
  LESS_UNSIGNED: Code = [0x49],
  IS_ZERO: Code = [0x45],
  SUB: Code = [0x6b],
  STORE_I32: Code = [0x36, 2, 0]
export const branchIf = (depth: number): Code => [0x0d, depth]
export const branch = (depth: number): Code => [0x0c, depth]
export const loop = (...body: Code[]): Code => [0x03, 0x40, ...body.flat(), 0x0b]
export const block = (...body: Code[]): Code => [0x02, 0x40, ...body.flat(), 0x0b]

/** An instruction on sixteen bytes at once. */
export const simd = (op: number, ...rest: Code): Code => [0xfd, ...unsigned(op), ...rest]
export const loadAt = (offset = 0): Code => simd(0x00, 2, ...unsigned(offset))
export const storeAt = (offset = 0): Code => simd(0x0b, 2, ...unsigned(offset))
export const ZERO: Code = simd(0x0c, ...new Array<number>(16).fill(0))
export const SPLAT_F32: Code = simd(0x13)
export const F32 = {
  add: simd(0xe4),
  times: simd(0xe6),
  most: simd(0xeb),
  above: simd(0x44),
  fromI32: simd(0xfa),
} as const
export const BOTH_BITS: Code = simd(0x4e)
export const f32 = (value: number): Code => [0x43, ...new Uint8Array(Float32Array.of(value).buffer)]

export const TYPES = { i32: 0x7f, f32: 0x7d, v128: 0x7b } as const
type Type = keyof typeof TYPES

export interface WasmFunction {
  name: string
  takes: readonly Type[]
  locals: readonly Type[]
  body: Code
}
export interface WasmMemory {
  buffer: ArrayBuffer
}
/** Memory that several threads read and write: it is handed to them as it is, and nothing of it is copied. */
export interface SharedMemory {
  readonly buffer: SharedArrayBuffer
  /** Answers how many pages there were before; throws RangeError when there may not be more. */
  grow(pages: number): number
}

// Node has it, its types do not say so without those of browsers.
declare const WebAssembly: {
  Memory: {
    new (size: { initial: number }): WasmMemory
    new (size: { initial: number; maximum: number; shared: true }): SharedMemory
  }
  Module: new (bytes: Uint8Array) => object
  Instance: new (
    module: object,
    imports: Record<string, Record<string, object>>,
  ) => { exports: Record<string, unknown> }
}

export const PAGE = 65_536
const pagesOf = (bytes: number) => Math.ceil(bytes / PAGE)
/** All that the format can address. */
const MOST_PAGES = 65_536
export const memoryOf = (bytes: number): WasmMemory => new WebAssembly.Memory({ initial: pagesOf(bytes) + 1 })
/** `room`: how many bytes may be added later, by `roomIn`. */
export const sharedMemoryOf = (bytes: number, room: number): SharedMemory =>
  new WebAssembly.Memory({
    initial: pagesOf(bytes) + 1,
    maximum: Math.min(MOST_PAGES, pagesOf(bytes) + 1 + pagesOf(room)),
    shared: true,
  })
/** Where `bytes` that are nobody else's begin; undefined when there is no room left. */
export function roomIn(memory: SharedMemory, bytes: number): number | undefined {
  try {
    return memory.grow(pagesOf(bytes)) * PAGE
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
export const isShared = (memory: WasmMemory | SharedMemory): memory is SharedMemory =>
  memory.buffer instanceof SharedArrayBuffer

/** Functions without results that work on `memory`. */
export function assemble(
  functions: readonly WasmFunction[],
  memory: WasmMemory | SharedMemory,
): Record<string, (...given: number[]) => void> {
  const module = Uint8Array.from([
    0,
    0x61,
    0x73,
    0x6d,
    1,
    0,
    0,
    0,
    ...section(1, [
      ...unsigned(functions.length),
      ...functions.flatMap(({ takes }) => [0x60, ...unsigned(takes.length), ...takes.map((type) => TYPES[type]), 0]),
    ]),
    ...section(2, [1, ...text('m'), ...text('m'), 2, ...(isShared(memory) ? [3, 1, ...unsigned(MOST_PAGES)] : [0, 1])]),
    ...section(3, [...unsigned(functions.length), ...functions.map((_, i) => i)]),
    ...section(7, [...unsigned(functions.length), ...functions.flatMap(({ name }, i) => [...text(name), 0, i])]),
    ...section(10, [
      ...unsigned(functions.length),
      ...functions.flatMap(({ locals, body }) =>
        sized([...unsigned(locals.length), ...locals.flatMap((type) => [1, TYPES[type]]), ...body, 0x0b]),
      ),
    ]),
  ])
  return new WebAssembly.Instance(new WebAssembly.Module(module), { m: { m: memory } }).exports as Record<
    string,
    (...given: number[]) => void
  >
}

/** LEB128, the way in which the format writes whole numbers. */
export function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(Math.floor(value / 0x80))]
}
function signed(value: number): Code {
  return value >= -64 && value < 64 ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)]
}
const sized = (bytes: Code): Code => [...unsigned(bytes.length), ...bytes]
const section = (id: number, bytes: Code): Code => [id, ...sized(bytes)]
const text = (value: string): Code => sized([...Buffer.from(value)])
