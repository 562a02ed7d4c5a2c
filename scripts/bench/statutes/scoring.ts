/** Scores as the benchmark's README has them. */
export interface Scores {
  n: number
  mrr10: number
  ndcg10: number
  r5: number
  r10: number
  r20: number
  r50: number
  r100: number
}

/** `ranked` are the ids found, best first. */
export function scoreQuestion(ranked: readonly string[], gold: readonly string[]): Omit<Scores, 'n'> {
  const right = new Set(gold)
  const recall = (k: number) => ranked.slice(0, k).filter((id) => right.has(id)).length / right.size
  const first = ranked.slice(0, 10).findIndex((id) => right.has(id))
  const discount = (rank: number) => 1 / Math.log2(rank + 2)
  const gained = ranked.slice(0, 10).reduce((sum, id, rank) => sum + (right.has(id) ? discount(rank) : 0), 0)
  const ideal = Array.from({ length: Math.min(10, right.size) }, (_, rank) => discount(rank)).reduce(
    (sum, one) => sum + one,
    0,
  )
  return {
    mrr10: first < 0 ? 0 : 1 / (first + 1),
    ndcg10: gained / ideal,
    r5: recall(5),
    r10: recall(10),
    r20: recall(20),
    r50: recall(50),
    r100: recall(100),
  }
}

export function meanScores(scores: readonly Omit<Scores, 'n'>[]): Scores {
  const mean = (key: keyof Omit<Scores, 'n'>) =>
    scores.length === 0 ? 0 : scores.reduce((sum, one) => sum + one[key], 0) / scores.length
  return {
    n: scores.length,
    mrr10: mean('mrr10'),
    ndcg10: mean('ndcg10'),
    r5: mean('r5'),
    r10: mean('r10'),
    r20: mean('r20'),
    r50: mean('r50'),
    r100: mean('r100'),
  }
}

/** The value below which the share `p` of them lies. */
export const percentile = (values: readonly number[], p: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? 0
}
