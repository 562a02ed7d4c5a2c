/**
 * The tables of an encoder in one memory, and the three loops in which learning spends its time, four numbers at a time (WebAssembly SIMD):
 * several times quicker than in plain JavaScript.
 */
import {
  ADD,
  assemble,
  branchIf,
  type Code,
  F32,
  f32,
  get,
  i32,
  loadAt,
  loop,
  memoryOf,
  set,
  simd,
  SPLAT_F32,
  storeAt,
  SUB,
  ZERO,
} from '../search/rank/wasm.ts'

const LANES = 4,
  BYTES = 4
const minus = simd(0xe5),
  over = simd(0xe7),
  root = simd(0xe3)
const lane = (i: number) => simd(0x1f, i)
const ADD_F32: Code = [0x92],
  STORE_F32: Code = [0x38, 2, 0]
/** Keeps the first steps of a weight that has hardly moved from being huge. */
const EPSILON = 1e-3

export interface Workbench {
  table: Float32Array
  residual: Float32Array
  squares: { table: Float32Array; residual: Float32Array }
  /** Scratch rows, `rows` of them each. */
  q: Float32Array
  s: Float32Array
  dq: Float32Array
  ds: Float32Array
  products: Float32Array
  across: Float32Array
  /** out += weight · row; places in bytes, as `placeOf` gives them. */
  addRow(out: number, row: number, weight: number): void
  /** products[i] = q · s[i] for the first `count` rows of `s`. */
  dots(q: number, s: number, count: number, out: number): void
  /** One step of Adagrad against the gradient `weight · gradient`. */
  step(row: number, squares: number, gradient: number, weight: number, rate: number): void
  placeOf(array: Float32Array): number
}

export function workbenchFor(features: number, dims: number, rows: number): Workbench {
  if (dims % LANES !== 0) throw new Error(`Rows of ${dims} numbers: must be a multiple of ${LANES}`)
  const sizes = [
    features * dims,
    features * dims,
    features * dims,
    features * dims,
    rows * dims,
    rows * dims,
    rows * dims,
    rows * dims,
    rows,
    dims,
  ]
  const places: number[] = []
  let end = 0
  for (const size of sizes) {
    places.push(end)
    end += Math.ceil((size * BYTES) / 16) * 16
  }
  const memory = memoryOf(end)
  const [table, residual, squaresTable, squaresResidual, q, s, dq, ds, products, across] = sizes.map(
    (size, i) => new Float32Array(memory.buffer, places[i]!, size),
  ) as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ]
  const kernels = assemble([addRow(dims), dots(dims), step(dims)], memory)
  return {
    table,
    residual,
    squares: { table: squaresTable, residual: squaresResidual },
    q,
    s,
    dq,
    ds,
    products,
    across,
    addRow: kernels.addRow!,
    dots: kernels.dots!,
    step: kernels.step!,
    placeOf: (array) => array.byteOffset,
  }
}

const offsets = (dims: number): number[] => Array.from({ length: dims / LANES }, (_, i) => i * LANES * BYTES)

const addRow = (dims: number): Parameters<typeof assemble>[0][number] => {
  const [out, row, weight, by] = [0, 1, 2, 3] as const
  return {
    name: 'addRow',
    takes: ['i32', 'i32', 'f32'],
    locals: ['v128'],
    body: [
      ...get(weight),
      ...SPLAT_F32,
      ...set(by),
      ...offsets(dims).flatMap(
        (at): Code => [
          ...get(out),
          ...get(out),
          ...loadAt(at),
          ...get(row),
          ...loadAt(at),
          ...get(by),
          ...F32.times,
          ...F32.add,
          ...storeAt(at),
        ],
      ),
    ],
  }
}

const dots = (dims: number): Parameters<typeof assemble>[0][number] => {
  const [q, s, count, out] = [0, 1, 2, 3] as const,
    sums = [4, 5, 6, 7] as const
  return {
    name: 'dots',
    takes: ['i32', 'i32', 'i32', 'i32'],
    locals: ['v128', 'v128', 'v128', 'v128'],
    body: loop(
      ...sums.flatMap((sum) => [ZERO, set(sum)]),
      // Four sums at once, as one would wait for its own last addition.
      ...offsets(dims).map(
        (at, i): Code => [
          ...get(sums[i % 4]!),
          ...get(q),
          ...loadAt(at),
          ...get(s),
          ...loadAt(at),
          ...F32.times,
          ...F32.add,
          ...set(sums[i % 4]!),
        ],
      ),
      get(4),
      get(5),
      F32.add,
      get(6),
      F32.add,
      get(7),
      F32.add,
      set(4),
      get(out),
      get(4),
      lane(0),
      get(4),
      lane(1),
      ADD_F32,
      get(4),
      lane(2),
      ADD_F32,
      get(4),
      lane(3),
      ADD_F32,
      STORE_F32,
      get(s),
      i32(dims * BYTES),
      ADD,
      set(s),
      get(out),
      i32(BYTES),
      ADD,
      set(out),
      get(count),
      i32(1),
      SUB,
      set(count),
      get(count),
      branchIf(0),
    ),
  }
}

const step = (dims: number): Parameters<typeof assemble>[0][number] => {
  const [row, squares, gradient, weight, rate, by, rates, least, own, square] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const
  return {
    name: 'step',
    takes: ['i32', 'i32', 'i32', 'f32', 'f32'],
    locals: ['v128', 'v128', 'v128', 'v128', 'v128'],
    body: [
      ...get(weight),
      ...SPLAT_F32,
      ...set(by),
      ...get(rate),
      ...SPLAT_F32,
      ...set(rates),
      ...f32(EPSILON),
      ...SPLAT_F32,
      ...set(least),
      ...offsets(dims).flatMap(
        (at): Code => [
          ...get(gradient),
          ...loadAt(at),
          ...get(by),
          ...F32.times,
          ...set(own),
          ...get(squares),
          ...loadAt(at),
          ...get(own),
          ...get(own),
          ...F32.times,
          ...F32.add,
          ...set(square),
          ...get(squares),
          ...get(square),
          ...storeAt(at),
          ...get(row),
          ...get(row),
          ...loadAt(at),
          ...get(rates),
          ...get(own),
          ...F32.times,
          ...get(square),
          ...root,
          ...get(least),
          ...F32.add,
          ...over,
          ...minus,
          ...storeAt(at),
        ],
      ),
    ],
  }
}
