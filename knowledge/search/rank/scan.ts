/**
 * Compares one vector with many, in whole numbers of one byte, sixteen at a time (WebAssembly SIMD): 65,000 vectors take about half a millisecond,
 * many times less than in plain JavaScript.
 */
import {
  ADD,
  assemble,
  block,
  branch,
  branchIf,
  type Code,
  get,
  i32,
  IS_ZERO,
  loadAt,
  loop,
  memoryOf,
  roomIn,
  set,
  type SharedMemory,
  simd,
  STORE_I32,
  SUB,
  unsigned,
  type WasmMemory,
  ZERO,
} from './wasm.ts'

const LANES = 16
/** What a function of WebAssembly may reasonably hold in its hands. */
const MOST_DIMS = 512
/** Eight bytes become eight numbers of sixteen bits while they are fetched. */
const loadWide = (offset: number) => simd(0x01, 0, ...unsigned(offset))
const WIDE = 8
const productsAddedInPairs = simd(0xba),
  addLanes = simd(0xae)
const lane = (i: number) => simd(0x1b, i)

/** Takes the places of the vectors and of what comes out, how many there are, and the place of the question; keeps two sums, so that one need not wait for the other, and each piece of the question, which is read once. */
const [VECTORS, OUT, COUNT, QUESTION, SUM, PIECES] = [0, 1, 2, 3, 4, 6] as const
function bodyFor(dims: number): Code {
  const pieces = Array.from({ length: dims / WIDE }, (_, i) => i)
  return [
    ...pieces.flatMap((i) => [...get(QUESTION), ...loadAt(i * WIDE * 2), ...set(PIECES + i)]),
    ...block(
      loop(
        get(COUNT),
        IS_ZERO,
        branchIf(1),
        ZERO,
        set(SUM),
        ZERO,
        set(SUM + 1),
        ...pieces.map(
          (i): Code => [
            ...get(SUM + (i % 2)),
            ...get(PIECES + i),
            ...get(VECTORS),
            ...loadWide(i * WIDE),
            ...productsAddedInPairs,
            ...addLanes,
            ...set(SUM + (i % 2)),
          ],
        ),
        get(SUM),
        get(SUM + 1),
        addLanes,
        set(SUM),
        get(OUT),
        get(SUM),
        lane(0),
        get(SUM),
        lane(1),
        ADD,
        get(SUM),
        lane(2),
        ADD,
        get(SUM),
        lane(3),
        ADD,
        STORE_I32,
        get(VECTORS),
        i32(dims),
        ADD,
        set(VECTORS),
        get(OUT),
        i32(4),
        ADD,
        set(OUT),
        get(COUNT),
        i32(1),
        SUB,
        set(COUNT),
        branch(0),
      ),
    ),
  ]
}

export interface Scan {
  /** The products of the question with every vector, valid until the next call. */
  (question: Int8Array): Int32Array
}

/** Copies the vectors (`dims` a multiple of 16) beside the code that reads them. */
export function scanOver(vectors: Int8Array, dims: number): Scan {
  mustFit(dims)
  const count = vectors.length / dims
  const at = questionBytes(dims),
    out = at + Math.ceil(vectors.length / 16) * 16
  const memory = memoryOf(out + count * 4)
  new Int8Array(memory.buffer).set(vectors, at)
  return scanning(memory, { question: 0, vectors: at, out, count, dims })
}

/** The same over vectors that lie in shared memory already, without a copy of them; undefined when there is no room left for what comes out. */
export function scanWithin(memory: SharedMemory, vectors: Int8Array, dims: number): Scan | undefined {
  mustFit(dims)
  const count = vectors.length / dims
  const question = roomIn(memory, questionBytes(dims) + count * 4)
  if (question === undefined) return undefined
  const places = { question, vectors: vectors.byteOffset, out: question + questionBytes(dims), count, dims }
  return scanning(memory, places)
}

const questionBytes = (dims: number) => dims * 2
function mustFit(dims: number): void {
  if (dims % LANES !== 0 || dims > MOST_DIMS)
    throw new Error(`Vectors of ${dims} numbers: must be a multiple of 16 and at most ${MOST_DIMS}`)
}

function scanning(
  memory: WasmMemory | SharedMemory,
  { question, vectors, out, count, dims }: Record<'question' | 'vectors' | 'out' | 'count' | 'dims', number>,
): Scan {
  const { scan } = assemble(
    [
      {
        name: 'scan',
        takes: ['i32', 'i32', 'i32', 'i32'],
        locals: new Array<'v128'>(2 + dims / WIDE).fill('v128'),
        body: bodyFor(dims),
      },
    ],
    memory,
  )
  const place = new Int16Array(memory.buffer, question, dims),
    result = new Int32Array(memory.buffer, out, count)
  return (asked) => {
    place.set(asked)
    scan?.(vectors, out, count, question)
    return result
  }
}
