/**
 * The numbers of all sources, kind by kind side by side in one memory, and the two walks over them (WebAssembly SIMD, four sources at a time):
 * the highest of each kind, and the sums with the highest of each block of sources, so that the best are found without looking at every one.
 */
import {
  ADD,
  assemble,
  BOTH_BITS,
  type Code,
  f32,
  F32,
  get,
  i32,
  LESS_UNSIGNED,
  loadAt,
  loop,
  branchIf,
  memoryOf,
  set,
  SPLAT_F32,
  storeAt,
  ZERO,
} from './wasm.ts'

export const BLOCK = 64
const LANES = 4,
  BYTES = 4

const READ = ['words', 'pairs', 'legal', 'viaArticles', 'viaAnswers', 'heads'] as const
const KEPT = [
  ...READ,
  'coveredWords',
  'coveredPairs',
  'known',
  'products',
  'allowed',
  'likeness',
  'base',
  'free',
] as const
const MAXIMA = ['lexical', 'legal', 'viaArticles', 'viaAnswers', 'heads', 'together'] as const
const BLOCKS = ['base', 'free', 'likeness'] as const
type Kept = (typeof KEPT)[number]

export interface Factors {
  pairs: number
  legal: number
  likeness: number
}
export interface Dense {
  /** One number a source; `products` and `marks` are written as whole numbers: products of vectors, and -1 for what is allowed. */
  numbers: Record<Exclude<Kept, 'products' | 'allowed'>, Float32Array>
  products: Int32Array
  marks: Int32Array
  /** The highest of each block among what is allowed. */
  blocks: Record<(typeof BLOCKS)[number], Float32Array>
  measure(): Record<(typeof MAXIMA)[number], number>
  addUp(by: { together: number; viaArticles: number; viaAnswers: number; likeness: number }): void
}

export function denseOf(count: number, factors: Factors): Dense {
  const blocks = Math.max(1, Math.ceil(count / BLOCK)),
    row = blocks * BLOCK * BYTES,
    blockRow = Math.ceil((blocks * BYTES) / 16) * 16
  const placeOf = (name: Kept) => KEPT.indexOf(name) * row
  const maxima = KEPT.length * row,
    blockPlace = (i: number) => maxima + MAXIMA.length * 16 + i * blockRow * LANES
  const memory = memoryOf(blockPlace(BLOCKS.length))
  const at = (name: Kept): Code => [...get(0), ...loadAt(placeOf(name))]
  const times = (factor: number): Code => [...f32(factor), ...SPLAT_F32, ...F32.times]
  const step: Code = [...get(0), ...i32(16), ...ADD, ...set(0)]

  // measure: 0 is the place; 1 to 6 the maxima, 7 words and pairs together.
  const raise = (local: number, what: Code): Code => [...get(local), ...what, ...F32.most, ...set(local)]
  const measureBody: Code = [
    ...loop(
      [...at('words'), ...at('pairs'), ...times(factors.pairs), ...F32.add, ...set(7)],
      raise(1, get(7)),
      raise(2, at('legal')),
      raise(3, at('viaArticles')),
      raise(4, at('viaAnswers')),
      raise(5, at('heads')),
      raise(6, [...get(7), ...at('legal'), ...times(factors.legal), ...F32.add]),
      step,
      get(0),
      i32(row),
      LESS_UNSIGNED,
      branchIf(0),
    ),
    ...MAXIMA.flatMap((_, i) => [...i32(0), ...get(i + 1), ...storeAt(maxima + i * 16)]),
  ]

  // addUp: 0 to 3 are the factors; 4 the place of a source, 5 the end of its block, 6 the place of the block; 7 words, pairs and legal words, 8 by way
  // of other words, 9 which are met at all, 10 the free sum, 11 the whole sum, 12 likeness; 13 to 15 the highest of the block.
  const here = (name: Kept): Code => [...get(4), ...loadAt(placeOf(name))]
  const by = (local: number): Code => [...get(local), ...SPLAT_F32, ...F32.times]
  const allowed = (local: number): Code => [...get(local), ...here('allowed'), ...BOTH_BITS]
  const addUpBody: Code = loop(
    ZERO,
    set(13),
    ZERO,
    set(14),
    ZERO,
    set(15),
    get(4),
    i32(BLOCK * BYTES),
    ADD,
    set(5),
    loop(
      [
        ...here('words'),
        ...here('pairs'),
        ...times(factors.pairs),
        ...F32.add,
        ...here('legal'),
        ...times(factors.legal),
        ...F32.add,
        ...set(7),
      ],
      [...here('viaArticles'), ...by(1), ...here('viaAnswers'), ...by(2), ...F32.add, ...set(8)],
      [...get(7), ...get(8), ...F32.add, ...ZERO, ...F32.above, ...set(9)],
      [...get(7), ...by(0), ...here('known'), ...F32.add, ...get(9), ...BOTH_BITS, ...set(10)],
      [
        ...here('products'),
        ...F32.fromI32,
        ...ZERO,
        ...F32.most,
        ...by(3),
        ...set(12),
        ...get(4),
        ...get(12),
        ...storeAt(placeOf('likeness')),
      ],
      [
        ...get(10),
        ...get(8),
        ...F32.add,
        ...get(12),
        ...times(factors.likeness),
        ...F32.add,
        ...get(9),
        ...BOTH_BITS,
        ...set(11),
      ],
      [...get(4), ...get(10), ...storeAt(placeOf('free')), ...get(4), ...get(11), ...storeAt(placeOf('base'))],
      [
        ...get(13),
        ...allowed(11),
        ...F32.most,
        ...set(13),
        ...get(14),
        ...allowed(10),
        ...F32.most,
        ...set(14),
        ...get(15),
        ...allowed(12),
        ...F32.most,
        ...set(15),
      ],
      [...get(4), ...i32(16), ...ADD, ...set(4)],
      get(4),
      get(5),
      LESS_UNSIGNED,
      branchIf(0),
    ),
    BLOCKS.flatMap((_, i) => [...get(6), ...get(13 + i), ...storeAt(blockPlace(i))]),
    get(6),
    i32(16),
    ADD,
    set(6),
    get(4),
    i32(row),
    LESS_UNSIGNED,
    branchIf(0),
  )
  const run = assemble(
    [
      {
        name: 'measure',
        takes: ['i32'],
        locals: ['v128', 'v128', 'v128', 'v128', 'v128', 'v128', 'v128'],
        body: measureBody,
      },
      {
        name: 'addUp',
        takes: ['f32', 'f32', 'f32', 'f32'],
        locals: ['i32', 'i32', 'i32', ...new Array<'v128'>(9).fill('v128')],
        body: addUpBody,
      },
    ],
    memory,
  )
  const { buffer } = memory
  const numbersAt = (name: Kept) => new Float32Array(buffer, placeOf(name), count)
  const highest = new Float32Array(buffer, maxima, MAXIMA.length * LANES)
  const lanes = BLOCKS.map((_, i) => new Float32Array(buffer, blockPlace(i), blocks * LANES))
  const folded = BLOCKS.map(() => new Float32Array(blocks))
  return {
    numbers: Object.fromEntries(
      KEPT.filter((name) => name !== 'products' && name !== 'allowed').map((name) => [name, numbersAt(name)]),
    ) as Dense['numbers'],
    products: new Int32Array(buffer, placeOf('products'), count),
    marks: new Int32Array(buffer, placeOf('allowed'), count),
    blocks: Object.fromEntries(BLOCKS.map((name, i) => [name, folded[i]])) as Dense['blocks'],
    measure: () => {
      run['measure']?.(0)
      return Object.fromEntries(
        MAXIMA.map((name, i) => [name, Math.max(1e-6, ...highest.subarray(i * LANES, (i + 1) * LANES))]),
      ) as ReturnType<Dense['measure']>
    },
    addUp: ({ together, viaArticles, viaAnswers, likeness }) => {
      run['addUp']?.(together, viaArticles, viaAnswers, likeness)
      lanes.forEach((four, i) => {
        const into = folded[i]!
        for (let b = 0; b < blocks; b++)
          into[b] = Math.max(four[b * 4]!, four[b * 4 + 1]!, four[b * 4 + 2]!, four[b * 4 + 3]!)
      })
    },
  }
}
