/**
 * IBM model 1: how likely a word of a question turns into a word of an article. Learned by expectation maximisation from
 * pairs of texts that say the same in the two ways of speaking.
 */
export interface Translation {
  /** By word of questions: words of articles with their probability, likeliest first. */
  table: Map<number, { words: Int32Array; chances: Float32Array }>
}

export interface TextPair {
  from: Int32Array
  to: Int32Array
  weight: number
}

const ROUNDS = 5,
  KEPT = 60

export function learnTranslation(pairs: readonly TextPair[]): Translation {
  let chances = new Map<number, Map<number, number>>()
  for (let round = 0; round < ROUNDS; round++) {
    const counts = new Map<number, Map<number, number>>()
    for (const { from, to, weight } of pairs) {
      for (const target of to) {
        let sum = 0
        if (round > 0) for (const word of from) sum += chances.get(word)?.get(target) ?? 1e-9
        for (const word of from) {
          const share = round === 0 ? 1 / from.length : (chances.get(word)?.get(target) ?? 1e-9) / sum
          let row = counts.get(word)
          if (!row) counts.set(word, (row = new Map<number, number>()))
          row.set(target, (row.get(target) ?? 0) + share * weight)
        }
      }
    }
    // A word seen once has said nothing yet: its chances are held down.
    for (const row of counts.values()) {
      let sum = 2
      for (const count of row.values()) sum += count
      for (const [target, count] of row) row.set(target, count / sum)
    }
    chances = counts
  }
  const table: Translation['table'] = new Map()
  for (const [word, row] of chances) {
    const best = [...row].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, KEPT)
    table.set(word, {
      words: Int32Array.from(best, ([target]) => target),
      chances: Float32Array.from(best, ([, chance]) => chance),
    })
  }
  return { table }
}

/** The likeliest words of articles for the words of a question, at most `most`, with weights that add up to 1. */
export function translate(
  { table }: Translation,
  words: readonly { id: number; weight: number }[],
  most: number,
): [number, number][] {
  const sums = new Map<number, number>()
  for (const { id, weight } of words) {
    const row = table.get(id)
    if (!row) continue
    for (let i = 0; i < row.words.length; i++) {
      const word = row.words[i] as number
      sums.set(word, (sums.get(word) ?? 0) + weight * (row.chances[i] as number))
    }
  }
  const best = [...sums].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most)
  const sum = best.reduce((all, [, one]) => all + one, 0) || 1
  return best.map(([word, chance]) => [word, chance / sum])
}
