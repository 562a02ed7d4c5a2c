/**
 * A small dual encoder: a text is the weighted mean of the vectors of its words and character pairs; questions have a
 * second table of their own on top. Learned so that a question lies near the article that answers it, first on pairs that
 * nobody had to label (heading and text, beginning and rest), then on labelled questions with hard negatives.
 */
import { seededRandom } from './random.ts'

/** Features of a text and their weights. */
export interface Bag { ids: Int32Array; weights: Float32Array }

export interface Encoder { dims: number; table: Float32Array; residual: Float32Array }

export function newEncoder(features: number, dims: number, seed: number): Encoder {
  const random = seededRandom(seed)
  const table = new Float32Array(features * dims)
  for (let i = 0; i < table.length; i++) table[i] = (random() + random() + random() - 1.5) * 0.2
  return { dims, table, residual: new Float32Array(features * dims) }
}

/** Writes the unit vector of a bag at `at` of `out`; answers its length before it was made a unit. */
export function encodeInto({ dims, table, residual }: Encoder, { ids, weights }: Bag, question: boolean, out: Float32Array, at: number): number {
  out.fill(0, at, at + dims)
  for (let f = 0; f < ids.length; f++) {
    const from = (ids[f] as number) * dims, weight = weights[f] as number
    if (question) for (let d = 0; d < dims; d++) out[at + d] = (out[at + d] as number) + weight * ((table[from + d] as number) + (residual[from + d] as number))
    else for (let d = 0; d < dims; d++) out[at + d] = (out[at + d] as number) + weight * (table[from + d] as number)
  }
  let sum = 0
  for (let d = 0; d < dims; d++) sum += (out[at + d] as number) ** 2
  const length = Math.sqrt(sum) || 1
  for (let d = 0; d < dims; d++) out[at + d] = (out[at + d] as number) / length
  return length
}

/** A text of a batch; equal keys are one and the same source. */
export interface Answering { key: number; bag: Bag }
/** `right` holds the keys of all sources that answer the question, so that none of them is taught to be wrong. */
export interface Pair { question: Bag; source: Answering; negatives?: Answering[]; right?: ReadonlySet<number> }
export interface Lesson { batch: number; steps: number; rate: number; sharpness: number; seed: number; residual: boolean }

/** Learns from pairs by softmax over the batch and the hard negatives (Adagrad). `next` gives a pair; the sums of squares go on between lessons. */
export function teach(encoder: Encoder, next: (random: () => number) => Pair, lesson: Lesson, squares: { table: Float32Array; residual: Float32Array }, progress?: (step: number, loss: number) => void): void {
  const { dims, table, residual } = encoder
  const { batch, steps, rate, sharpness } = lesson
  const random = seededRandom(lesson.seed)
  let running = 0
  for (let step = 0; step < steps; step++) {
    const pairs = Array.from({ length: batch }, () => next(random))
    const sources = [...pairs.map((pair) => pair.source), ...pairs.flatMap((pair) => pair.negatives ?? [])]
    const q = new Float32Array(batch * dims), s = new Float32Array(sources.length * dims)
    const qLength = pairs.map(({ question }, i) => encodeInto(encoder, question, true, q, i * dims))
    const sLength = sources.map(({ bag }, i) => encodeInto(encoder, bag, false, s, i * dims))
    const dq = new Float32Array(q.length), ds = new Float32Array(s.length)
    const logits = new Float32Array(sources.length)
    for (let i = 0; i < batch; i++) {
      let most = -Infinity
      const { source: own, right } = pairs[i] as Pair
      for (let j = 0; j < sources.length; j++) {
        const key = (sources[j] as Answering).key
        if (j !== i && (key === own.key || right?.has(key) === true)) { logits[j] = -Infinity; continue }
        let dot = 0
        for (let d = 0, a = i * dims, b = j * dims; d < dims; d++, a++, b++) dot += (q[a] as number) * (s[b] as number)
        logits[j] = dot * sharpness
        if ((logits[j] as number) > most) most = logits[j] as number
      }
      let sum = 0
      for (let j = 0; j < sources.length; j++) { logits[j] = Math.exp((logits[j] as number) - most); sum += logits[j] as number }
      running = 0.98 * running - 0.02 * Math.log((logits[i] as number) / sum + 1e-12)
      for (let j = 0; j < sources.length; j++) {
        const g = ((logits[j] as number) / sum - (j === i ? 1 : 0)) * sharpness
        if (Math.abs(g) < 1e-4) continue
        for (let d = 0, a = i * dims, b = j * dims; d < dims; d++, a++, b++) {
          dq[a] = (dq[a] as number) + g * (s[b] as number)
          ds[b] = (ds[b] as number) + g * (q[a] as number)
        }
      }
    }
    const back = (bag: Bag, units: Float32Array, gradient: Float32Array, at: number, length: number, into: Float32Array, squared: Float32Array) => {
      // Through the unit length: only what stands across the vector counts.
      let along = 0
      for (let d = 0; d < dims; d++) along += (units[at + d] as number) * (gradient[at + d] as number)
      for (let f = 0; f < bag.ids.length; f++) {
        const from = (bag.ids[f] as number) * dims, weight = (bag.weights[f] as number) / length
        for (let d = 0; d < dims; d++) {
          const g = weight * ((gradient[at + d] as number) - along * (units[at + d] as number))
          const k = from + d
          squared[k] = (squared[k] as number) + g * g
          into[k] = (into[k] as number) - (rate * g) / (Math.sqrt(squared[k] as number) + 1e-3)
        }
      }
    }
    pairs.forEach(({ question }, i) => {
      back(question, q, dq, i * dims, qLength[i] as number, table, squares.table)
      if (lesson.residual) back(question, q, dq, i * dims, qLength[i] as number, residual, squares.residual)
    })
    sources.forEach(({ bag }, i) => back(bag, s, ds, i * dims, sLength[i] as number, table, squares.table))
    if (progress && (step + 1) % 200 === 0) progress(step + 1, running)
  }
}
