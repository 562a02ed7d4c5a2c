import { type Trees } from '../../learn/model.ts'

/** The sum of all trees for the row that begins at `at`. */
export function treeScore({ roots, feature, threshold, left, right, value }: Trees, rows: Float32Array, at: number): number {
  let sum = 0
  for (let t = 0; t < roots.length; t++) {
    let node = roots[t]!
    for (let f = feature[node]!; f >= 0; f = feature[node]!) node = rows[at + f]! <= threshold[node]! ? left[node]! : right[node]!
    sum += value[node]!
  }
  return sum
}
