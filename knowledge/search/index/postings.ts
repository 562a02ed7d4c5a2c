/**
 * Postings of one kind of term (words, or pairs of characters) over text and headings, weighed as BM25F at build time: a
 * search only adds up numbers.
 */
export interface Postings {
  terms: Map<string, number>
  /** Where the postings of a term begin; one longer than there are terms. */
  starts: Uint32Array
  sources: Uint32Array
  /** Share of the term in the score of the source, in steps of `step`. */
  impacts: Uint16Array
  step: number
  /** Natural inverse frequency by term. */
  idf: Float32Array
}

export interface Weighing { headWeight: number; b: number; k1: number }
export interface FieldTerms { head: readonly string[]; text: readonly string[] }

/** Builds the postings of `count` sources; `fieldsOf` is called once for each. */
export function buildPostings(count: number, fieldsOf: (source: number) => FieldTerms, { headWeight, b, k1 }: Weighing): Postings {
  const terms = new Map<string, number>()
  const counts: number[] = []
  const headLengths = new Float64Array(count), textLengths = new Float64Array(count)
  // Term, source, weighted count, one after another; sorted by term afterwards by counting.
  let size = 1 << 20, used = 0
  let ofTerm = new Uint32Array(size), ofSource = new Uint32Array(size), inHead = new Uint16Array(size), inText = new Uint16Array(size)
  const place = new Map<number, number>()
  for (let source = 0; source < count; source++) {
    const { head, text } = fieldsOf(source)
    headLengths[source] = head.length
    textLengths[source] = text.length
    place.clear()
    for (let i = 0; i < head.length + text.length; i++) {
      const word = i < head.length ? (head[i] as string) : (text[i - head.length] as string)
      let term = terms.get(word)
      if (term === undefined) { term = terms.size; terms.set(word, term); counts.push(0) }
      let at = place.get(term)
      if (at === undefined) {
        if (used === size) {
          size *= 2
          const grow = <T extends Uint32Array | Uint16Array>(old: T, fresh: T): T => { fresh.set(old); return fresh }
          ofTerm = grow(ofTerm, new Uint32Array(size)); ofSource = grow(ofSource, new Uint32Array(size)); inHead = grow(inHead, new Uint16Array(size)); inText = grow(inText, new Uint16Array(size))
        }
        at = used++
        place.set(term, at)
        ofTerm[at] = term
        ofSource[at] = source
        counts[term] = (counts[term] as number) + 1
      }
      if (i < head.length) inHead[at] = (inHead[at] as number) + 1
      else inText[at] = (inText[at] as number) + 1
    }
  }
  const mean = (lengths: Float64Array) => Math.max(1e-9, lengths.reduce((sum, one) => sum + one, 0) / Math.max(1, count))
  const meanHead = mean(headLengths), meanText = mean(textLengths)
  const starts = new Uint32Array(terms.size + 1)
  for (let term = 0; term < terms.size; term++) starts[term + 1] = (starts[term] as number) + (counts[term] as number)
  const idf = Float32Array.from(counts, (df) => Math.log(1 + (count - df + 0.5) / (df + 0.5)))
  const sources = new Uint32Array(used), exact = new Float32Array(used)
  const next = starts.slice()
  let most = 0
  for (let at = 0; at < used; at++) {
    const term = ofTerm[at] as number, source = ofSource[at] as number
    const tf = (inText[at] as number) / (1 - b + (b * (textLengths[source] as number)) / meanText) + (headWeight * (inHead[at] as number)) / (1 - b + (b * (headLengths[source] as number)) / meanHead)
    const impact = ((idf[term] as number) * tf * (k1 + 1)) / (tf + k1)
    const to = next[term] as number
    next[term] = to + 1
    sources[to] = source
    exact[to] = impact
    if (impact > most) most = impact
  }
  const step = most / 65_535 || 1
  return { terms, starts, sources, impacts: Uint16Array.from(exact, (impact) => Math.round(impact / step)), step, idf }
}

/** Adds the weighted terms of a question to the scores of the sources that have them; new ones are noted in `touched`. */
export function addScores(postings: Postings, weights: Iterable<readonly [string, number]>, scores: Float32Array, touched: number[]): void {
  const { terms, starts, sources, impacts, step } = postings
  for (const [word, weight] of weights) {
    const term = terms.get(word)
    if (term === undefined) continue
    const end = starts[term + 1] as number, by = weight * step
    for (let at = starts[term] as number; at < end; at++) {
      const source = sources[at] as number
      if (scores[source] === 0) touched.push(source)
      scores[source] = (scores[source] as number) + by * (impacts[at] as number)
    }
  }
}
