/** How much each feature moved a source up or down, so that every order can be explained (`explain`). */
import { type Ranker, type Trees } from '../../learn/model.ts'
import { type Candidates } from './candidates.ts'
import { F, WIDTH } from './names.ts'
import { learnedShare, SUM_SCALE } from './ranking.ts'
import { BASE } from './sums.ts'

/**
 * Share of each feature in the score of candidate `i`, in the units of the score: for the trees what each step down a tree changed,
 * for the sums their terms. Words, pairs and legal words of the sums stand together under `lexical`.
 */
export function sharesOf(ranker: Ranker | undefined, { rows, free, near }: Candidates, i: number): Float32Array {
  const shares = new Float32Array(WIDTH),
    row = i * WIDTH
  const learned = ranker === undefined ? 0 : learnedShare(ranker, near),
    rest = ranker === undefined ? 1 : (1 - learned) * SUM_SCALE
  if (ranker !== undefined) addTreeShares(ranker.trees, rows, row, learned, shares)
  let known = 0
  for (const [name, weight] of [
    ['cited', BASE.cited],
    ['mentions', BASE.mentions],
    ['citedByHit', BASE.citedByHit],
  ] as const) {
    const part = weight * rows[row + F[name]]!
    shares[F[name]]! += rest * part
    known += part
  }
  shares[F.lexical]! += rest * (free[i]! - known)
  const whole = rest * (ranker?.mix.whole ?? 0)
  for (const name of ['viaArticles', 'viaAnswers', 'likeness'] as const)
    shares[F[name]]! += whole * BASE[name] * rows[row + F[name]]!
  return shares
}

/** What all trees say before they have looked at any feature: the score is this and the shares together. */
export const treeStart = ({ roots, value }: Trees): number => roots.reduce((sum, root) => sum + value[root]!, 0)

function addTreeShares(
  { roots, feature, threshold, left, right, value }: Trees,
  rows: Float32Array,
  at: number,
  by: number,
  shares: Float32Array,
): void {
  for (const root of roots) {
    let node = root
    for (let f = feature[node]!; f >= 0; f = feature[node]!) {
      const next = rows[at + f]! <= threshold[node]! ? left[node]! : right[node]!
      shares[f]! += by * (value[next]! - value[node]!)
      node = next
    }
  }
}
