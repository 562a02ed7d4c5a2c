/**
 * Postings of one kind of term (words, or pairs of characters) over text and headings, weighed as BM25F at build time: a
 * search only adds up numbers. The unit is a source, or a group of sources such as a chapter.
 */
import { type TokenKind } from './tokens.ts'

export interface Postings {
  /** Where the postings of a term begin; one longer than there are terms. */
  starts: Uint32Array
  units: Uint32Array
  /** Share of the term in the score of the unit, in steps of `step`. */
  impacts: Uint16Array
  step: number
  /** Natural inverse frequency by term. */
  idf: Float32Array
}

export interface Weighing {
  headWeight: number
  textWeight: number
  b: number
  k1: number
}

/** Builds postings over `count` units; `unitOf` tells to which unit a source belongs (its own place where it is left out). */
export function buildPostings(kind: TokenKind, count: number, weighing: Weighing, unitOf?: Uint32Array): Postings {
  const { headWeight, textWeight, b, k1 } = weighing
  const { list, head, text } = kind
  const sources = head.starts.length - 1
  const byUnit = Array.from({ length: unitOf === undefined ? 0 : count }, (): number[] => [])
  if (unitOf !== undefined) for (let source = 0; source < sources; source++) byUnit[unitOf[source]!]!.push(source)
  const membersOf = (unit: number): readonly number[] => byUnit[unit] ?? [unit]
  const headLengths = new Float64Array(count),
    textLengths = new Float64Array(count)
  const counts = new Uint32Array(list.length)
  const inHead = new Uint32Array(list.length),
    inText = new Uint32Array(list.length)
  const touched: number[] = []
  const read = (unit: number) => {
    touched.length = 0
    for (const source of membersOf(unit)) {
      for (let i = head.starts[source]!; i < head.starts[source + 1]!; i++) {
        const term = head.terms[i]!
        if (inHead[term] === 0 && inText[term] === 0) touched.push(term)
        inHead[term]!++
      }
      for (let i = text.starts[source]!; i < text.starts[source + 1]!; i++) {
        const term = text.terms[i]!
        if (inHead[term] === 0 && inText[term] === 0) touched.push(term)
        inText[term]!++
      }
    }
  }
  let used = 0
  for (let unit = 0; unit < count; unit++) {
    read(unit)
    for (const term of touched) {
      headLengths[unit]! += inHead[term]!
      textLengths[unit]! += inText[term]!
      if ((headWeight > 0 && inHead[term]! > 0) || (textWeight > 0 && inText[term]! > 0)) {
        counts[term]!++
        used++
      }
      inHead[term] = inText[term] = 0
    }
  }
  const mean = (lengths: Float64Array) =>
    Math.max(1e-9, lengths.reduce((sum, one) => sum + one, 0) / Math.max(1, count))
  const meanHead = mean(headLengths),
    meanText = mean(textLengths)
  const starts = new Uint32Array(list.length + 1)
  for (let term = 0; term < list.length; term++) starts[term + 1] = starts[term]! + counts[term]!
  const idf = Float32Array.from(counts, (df) => Math.log(1 + (count - df + 0.5) / (df + 0.5)))
  const units = new Uint32Array(used),
    exact = new Float32Array(used),
    next = starts.slice()
  let most = 0
  for (let unit = 0; unit < count; unit++) {
    read(unit)
    for (const term of touched) {
      if ((headWeight > 0 && inHead[term]! > 0) || (textWeight > 0 && inText[term]! > 0)) {
        const tf =
          (textWeight * inText[term]!) / (1 - b + (b * textLengths[unit]!) / meanText) +
          (headWeight * inHead[term]!) / (1 - b + (b * headLengths[unit]!) / meanHead)
        const impact = (idf[term]! * tf * (k1 + 1)) / (tf + k1)
        const to = next[term]!++
        units[to] = unit
        exact[to] = impact
        if (impact > most) most = impact
      }
      inHead[term] = inText[term] = 0
    }
  }
  const step = most / 65_535 || 1
  return { starts, units, impacts: Uint16Array.from(exact, (impact) => Math.round(impact / step)), step, idf }
}

/** Terms of a question with their weights. */
export interface Weighed {
  terms: number[]
  weights: number[]
}

/** Adds the weighted terms to the scores of the units that have them, and where `covered` is given the weight of the term itself. */
export function addScores(
  { starts, units, impacts, step, idf }: Postings,
  { terms, weights }: Weighed,
  scores: Float32Array,
  covered?: Float32Array,
): void {
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i]!,
      end = starts[term + 1]!,
      by = weights[i]! * step,
      rare = idf[term]!
    if (covered === undefined) for (let p = starts[term]!; p < end; p++) scores[units[p]!]! += by * impacts[p]!
    else {
      for (let p = starts[term]!; p < end; p++) {
        scores[units[p]!]! += by * impacts[p]!
        covered[units[p]!]! += rare
      }
    }
  }
}
