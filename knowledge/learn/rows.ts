/** Rows for the ranker: what the search sees of each candidate of a labelled question. */
import { WIDTH } from '../search/rank/names.ts'
import { type CandidateFinder } from '../search/rank/candidates.ts'
import { type QuestionReader } from '../search/rank/question.ts'
import { DIRECTIONS } from './directions.ts'
import { type Labelled } from './labelled.ts'
import { type Rows } from './lambdamart.ts'

export interface QuestionRows {
  id: string
  sources: Uint32Array
  values: Float32Array
  free: Float32Array
  near: number
  labels: Uint8Array
  gold: readonly number[]
}

/** All candidates of a question. `without` leaves labelled questions out of the memory. */
export function rowsOf(
  reader: QuestionReader,
  finder: CandidateFinder,
  { id, gold, beside = [] }: Labelled,
  asked: string,
  without?: (question: number) => boolean,
): QuestionRows {
  const { size, sources, rows, free, near } = finder.find(reader.read(asked), undefined, without)
  const right = new Set(gold),
    neither = new Set(beside)
  return {
    id,
    sources: sources.slice(0, size),
    values: rows.slice(0, size * WIDTH),
    free: free.slice(0, size),
    near,
    labels: Uint8Array.from({ length: size }, (_, i) =>
      right.has(sources[i]!) ? 1 : neither.has(sources[i]!) ? NEITHER : 0,
    ),
    gold,
  }
}

/** Label of what is neither right nor wrong; nothing is learned from it. */
export const NEITHER = 2
const ALWAYS = 50,
  EVERY = 8

/** Joins them for learning: all that answer, the best of the rest and every eighth of the others. */
export function joinRows(questions: readonly QuestionRows[], weights: readonly number[]): Rows {
  const kept = questions.map(({ labels }) =>
    Array.from(labels.keys()).filter(
      (i) => labels[i] !== NEITHER && (labels[i] === 1 || i < ALWAYS || i % EVERY === 0),
    ),
  )
  const count = kept.reduce((sum, rows) => sum + rows.length, 0)
  const values = new Float32Array(count * WIDTH),
    labels = new Uint8Array(count),
    starts = [0]
  let at = 0
  questions.forEach((question, q) => {
    for (const i of kept[q]!) {
      values.set(question.values.subarray(i * WIDTH, (i + 1) * WIDTH), at * WIDTH)
      labels[at++] = question.labels[i]!
    }
    starts.push(at)
  })
  return { width: WIDTH, values, labels, starts, weights: [...weights], directions: DIRECTIONS }
}
