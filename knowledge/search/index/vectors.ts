import { type Model, VECTOR_STEPS } from '../../learn/model.ts'
import { placesOf, sourceBags } from '../../learn/vocabulary.ts'
import { placesOfPrints, type Tokens } from './tokens.ts'

/** What an earlier index was made of: texts that are still the same keep what was made of them. */
export interface Kept {
  tokens: Tokens
  vectors?: Int8Array
  model?: string
}

/** The vector of every source, by a model: the weighted mean of the vectors of its terms. Those that the same model made before are taken over. */
export function vectorsOf(tokens: Tokens, model: Model, kept?: Kept): Int8Array {
  const { dims, table, tableScales } = model
  const count = tokens.prints.length,
    out = new Int8Array(count * dims),
    sum = new Float32Array(dims)
  const bagOf = sourceBags(tokens, placesOf(model.vocabulary, tokens.words.list, tokens.pairs.list), model.weights)
  const made = kept?.model === model.name ? kept.vectors : undefined,
    before = placesOfPrints(made && kept?.tokens)
  for (let source = 0; source < count; source++) {
    const known = before.get(tokens.prints[source]!)
    if (made !== undefined && known !== undefined) {
      out.set(made.subarray(known * dims, (known + 1) * dims), source * dims)
      continue
    }
    const { ids, weights } = bagOf(source)
    sum.fill(0)
    for (let f = 0; f < ids.length; f++) {
      const from = ids[f]! * dims,
        by = weights[f]! * tableScales[ids[f]!]!
      for (let d = 0; d < dims; d++) sum[d]! += by * table[from + d]!
    }
    writeUnit(sum, out, source * dims)
  }
  return out
}

/** Writes a vector at unit length in whole steps. */
export function writeUnit(vector: Float32Array, out: Int8Array, at: number): void {
  let squares = 0
  for (let d = 0; d < vector.length; d++) squares += vector[d]! * vector[d]!
  const by = squares === 0 ? 0 : VECTOR_STEPS / Math.sqrt(squares)
  for (let d = 0; d < vector.length; d++) out[at + d] = Math.max(-127, Math.min(127, Math.round(vector[d]! * by)))
}
