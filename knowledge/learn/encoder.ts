/**
 * A small dual encoder: a text is the weighted mean of the vectors of its words and character pairs; questions have a
 * second table of their own on top. Learned so that a question lies near the article that answers it, first on pairs that
 * nobody had to label (heading and text, beginning and rest), then on labelled questions with hard negatives.
 */
import { seededRandom } from './random.ts'
import { workbenchFor } from './workbench.ts'

/** Sources for each question of a batch: the right one and hard negatives. */
const MOST_SOURCES = 3
/** Smaller pushes are left out. */
const LEAST_PUSH = 1e-3

/** Features of a text and their weights. */
export interface Bag {
  ids: Int32Array
  weights: Float32Array
}

export interface Encoder {
  dims: number
  table: Float32Array
  residual: Float32Array
}

export function newEncoder(features: number, dims: number, seed: number): Encoder {
  const random = seededRandom(seed)
  const table = new Float32Array(features * dims)
  for (let i = 0; i < table.length; i++) table[i] = (random() + random() + random() - 1.5) * 0.2
  return { dims, table, residual: new Float32Array(features * dims) }
}

/** Writes the unit vector of a bag at `at` of `out`; answers its length before it was made a unit. */
export function encodeInto(
  { dims, table, residual }: Encoder,
  { ids, weights }: Bag,
  question: boolean,
  out: Float32Array,
  at: number,
): number {
  out.fill(0, at, at + dims)
  for (let f = 0; f < ids.length; f++) {
    const from = (ids[f] as number) * dims,
      weight = weights[f] as number
    if (question)
      for (let d = 0; d < dims; d++)
        out[at + d] = (out[at + d] as number) + weight * ((table[from + d] as number) + (residual[from + d] as number))
    else for (let d = 0; d < dims; d++) out[at + d] = (out[at + d] as number) + weight * (table[from + d] as number)
  }
  let sum = 0
  for (let d = 0; d < dims; d++) sum += (out[at + d] as number) ** 2
  const length = Math.sqrt(sum) || 1
  for (let d = 0; d < dims; d++) out[at + d] = (out[at + d] as number) / length
  return length
}

/** A text of a batch; equal keys are one and the same source. */
export interface Answering {
  key: number
  bag: Bag
}
/** `right` holds the keys of all sources that answer the question, so that none of them is taught to be wrong. */
export interface Pair {
  question: Bag
  source: Answering
  negatives?: Answering[]
  right?: ReadonlySet<number>
}
export interface Lesson {
  batch: number
  steps: number
  rate: number
  sharpness: number
  seed: number
  residual: boolean
}

/** Learns from pairs by softmax over the batch and the hard negatives (Adagrad). `next` gives a pair; the sums of squares go on between lessons. */
export function teach(
  encoder: Encoder,
  next: (random: () => number) => Pair,
  lesson: Lesson,
  squares: { table: Float32Array; residual: Float32Array },
  progress?: (step: number, loss: number) => void,
): void {
  const { dims } = encoder,
    { batch, steps, rate, sharpness } = lesson
  const bench = workbenchFor(encoder.table.length / dims, dims, batch * MOST_SOURCES),
    { table, residual, q, s, dq, ds, products, across, addRow, dots, step: move } = bench
  const held = [
    [table, encoder.table],
    [residual, encoder.residual],
    [bench.squares.table, squares.table],
    [bench.squares.residual, squares.residual],
  ] as const
  for (const [own, given] of held) own.set(given)
  const [tableAt, residualAt, squaresAt, residualSquaresAt, qAt, sAt, dqAt, dsAt, productsAt, acrossAt] = [
    table,
    residual,
    bench.squares.table,
    bench.squares.residual,
    q,
    s,
    dq,
    ds,
    products,
    across,
  ].map(bench.placeOf) as [number, number, number, number, number, number, number, number, number, number]
  const row = dims * Float32Array.BYTES_PER_ELEMENT
  const random = seededRandom(lesson.seed)

  /** Writes the unit vector of a bag; answers its length before. */
  const encode = (
    { ids, weights }: Bag,
    question: boolean,
    out: Float32Array,
    outAt: number,
    place: number,
  ): number => {
    const from = place * dims,
      at = outAt + place * row
    out.fill(0, from, from + dims)
    for (let f = 0; f < ids.length; f++) {
      addRow(at, tableAt + ids[f]! * row, weights[f]!)
      if (question) addRow(at, residualAt + ids[f]! * row, weights[f]!)
    }
    let sum = 0
    for (let d = from; d < from + dims; d++) sum += out[d]! * out[d]!
    const length = Math.sqrt(sum) || 1
    for (let d = from; d < from + dims; d++) out[d]! /= length
    return length
  }
  /** Through the unit length: only what stands across the vector counts. */
  const back = (
    { ids, weights }: Bag,
    units: Float32Array,
    gradient: Float32Array,
    place: number,
    length: number,
    own: boolean,
  ) => {
    const from = place * dims
    let along = 0
    for (let d = from; d < from + dims; d++) along += units[d]! * gradient[d]!
    for (let d = 0; d < dims; d++) across[d] = (gradient[from + d]! - along * units[from + d]!) / length
    for (let f = 0; f < ids.length; f++) {
      const at = ids[f]! * row
      move(tableAt + at, squaresAt + at, acrossAt, weights[f]!, rate)
      if (own) move(residualAt + at, residualSquaresAt + at, acrossAt, weights[f]!, rate)
    }
  }

  let running = 0
  for (let step = 0; step < steps; step++) {
    const pairs = Array.from({ length: batch }, () => next(random))
    const sources = [...pairs.map((pair) => pair.source), ...pairs.flatMap((pair) => pair.negatives ?? [])].slice(
      0,
      batch * MOST_SOURCES,
    )
    const qLength = pairs.map(({ question }, i) => encode(question, true, q, qAt, i)),
      sLength = sources.map(({ bag }, i) => encode(bag, false, s, sAt, i))
    dq.fill(0)
    ds.fill(0)
    for (let i = 0; i < batch; i++) {
      dots(qAt + i * row, sAt, sources.length, productsAt)
      const { source: own, right } = pairs[i]!
      let most = -Infinity
      for (let j = 0; j < sources.length; j++) {
        const { key } = sources[j]!
        products[j] = j !== i && (key === own.key || right?.has(key) === true) ? -Infinity : products[j]! * sharpness
        if (products[j]! > most) most = products[j]!
      }
      let sum = 0
      for (let j = 0; j < sources.length; j++) sum += products[j] = Math.exp(products[j]! - most)
      running = 0.98 * running - 0.02 * Math.log(products[i]! / sum + 1e-12)
      for (let j = 0; j < sources.length; j++) {
        const g = (products[j]! / sum - (j === i ? 1 : 0)) * sharpness
        if (Math.abs(g) < LEAST_PUSH) continue
        addRow(dqAt + i * row, sAt + j * row, g)
        addRow(dsAt + j * row, qAt + i * row, g)
      }
    }
    pairs.forEach(({ question }, i) => {
      back(question, q, dq, i, qLength[i]!, lesson.residual)
    })
    sources.forEach(({ bag }, i) => {
      back(bag, s, ds, i, sLength[i]!, false)
    })
    if (progress && (step + 1) % 200 === 0) progress(step + 1, running)
  }
  for (const [own, given] of held) given.set(own)
}
