import { type Trees } from '../../learn/model.ts'

/**
 * The sums of all trees for the rows that begin at 0, `width`, twice `width` and so on. Tree by tree, so that one tree stays at hand while all rows
 * go through it. Of two children the right one stands right after the left one.
 */
export function treeScores(
  { roots, feature, threshold, left, value }: Trees,
  rows: Float32Array,
  width: number,
  count: number,
): Float64Array {
  const sums = new Float64Array(count)
  for (let t = 0; t < roots.length; t++) {
    const root = roots[t]!
    for (let row = 0, at = 0; row < count; row++, at += width) {
      let node = root
      for (let f = feature[node]!; f >= 0; f = feature[node]!)
        node = left[node]! + (rows[at + f]! <= threshold[node]! ? 0 : 1)
      sums[row]! += value[node]!
    }
  }
  return sums
}

export const treeScore = (trees: Trees, rows: Float32Array, at: number): number =>
  treeScores(trees, rows.subarray(at), 0, 1)[0]!
