/**
 * LambdaMART: trees that are added one by one, each moving right articles up where that helps the order most (the change in
 * NDCG that a swap would make). Values are put into bins first, so that a split is found in one walk over the rows. Where it is known that
 * more of a feature can only speak for a source, no split may say otherwise: with few questions trees would learn such accidents by heart.
 */
import { type Trees } from './model.ts'
import { seededRandom } from './random.ts'

export interface Rows {
  width: number
  /** Row by row. */
  values: Float32Array
  /** 1 for sources that answer. */
  labels: Uint8Array
  /** Where the rows of a question begin; one longer than there are questions. */
  starts: number[]
  /** How much a question counts. */
  weights: number[]
  /** By feature 1 where a higher value must not lower the score, -1 where it must not raise it, else 0. */
  directions: readonly number[]
}

export interface Growth {
  trees: number
  leaves: number
  rate: number
  least: number
  ridge: number
  features: number
  questions: number
  seed: number
}

export const GROWTH: Growth = {
  trees: 150,
  leaves: 24,
  rate: 0.1,
  least: 50,
  ridge: 10,
  features: 0.25,
  questions: 0.7,
  seed: 5,
}
const BINS = 64

export function growTrees(rows: Rows, growth: Growth, progress?: (tree: number, ndcg: number) => void): Trees {
  const { width, labels, starts } = rows
  const count = labels.length,
    random = seededRandom(growth.seed)
  const { bins, edges } = binned(rows)
  const scores = new Float64Array(count),
    gradient = new Float32Array(count),
    curve = new Float32Array(count)
  const grown: GrownTree[] = []
  for (let tree = 0; tree < growth.trees; tree++) {
    gradient.fill(0)
    curve.fill(0)
    const chosen: number[] = []
    let gain = 0,
      questions = 0
    for (let q = 0; q + 1 < starts.length; q++) {
      if (random() > growth.questions) continue
      gain += lambdas(rows, q, scores, gradient, curve)
      questions++
      for (let row = starts[q]!; row < starts[q + 1]!; row++) if (curve[row]! > 0) chosen.push(row)
    }
    const columns = Array.from({ length: width }, (_, f) => f).filter(() => random() < growth.features)
    const one = growTree(Uint32Array.from(chosen), columns, rows.directions, bins, count, gradient, curve, growth)
    grown.push(one)
    for (let row = 0; row < count; row++) {
      let node = 0
      while (one.feature[node]! >= 0)
        node = bins[one.feature[node]! * count + row]! <= one.bin[node]! ? one.left[node]! : one.right[node]!
      scores[row]! += one.value[node]!
    }
    if (progress !== undefined && (tree + 1) % 50 === 0) progress(tree + 1, gain / questions)
  }
  return flat(grown, edges)
}

const discountOf = (rank: number): number => 1 / Math.log2(rank + 2)

/** Adds the pushes of one question's pairs; answers its NDCG@10. */
function lambdas(
  { labels, starts, weights }: Rows,
  q: number,
  scores: Float64Array,
  gradient: Float32Array,
  curve: Float32Array,
): number {
  const from = starts[q]!,
    end = starts[q + 1]!
  const order = Array.from({ length: end - from }, (_, i) => from + i).sort((a, b) => scores[b]! - scores[a]! || a - b)
  let right = 0
  for (let row = from; row < end; row++) right += labels[row]!
  if (right === 0) return 0
  let ideal = 0,
    gained = 0
  for (let i = 0; i < right; i++) ideal += discountOf(i)
  order.forEach((row, rank) => {
    if (labels[row] === 1 && rank < 10) gained += discountOf(rank)
  })
  const discounts = Float64Array.from(order, (_, rank) => discountOf(rank))
  for (let i = 0; i < order.length; i++) {
    const good = order[i]!
    if (labels[good] !== 1) continue
    for (let j = 0; j < order.length; j++) {
      const bad = order[j]!
      if (labels[bad] === 1 || (i > 40 && j > 40)) continue
      const change = (Math.abs(discounts[i]! - discounts[j]!) / ideal) * weights[q]!
      const doubt = 1 / (1 + Math.exp(scores[good]! - scores[bad]!))
      const push = change * doubt,
        bend = Math.max(1e-9, change * doubt * (1 - doubt))
      gradient[good]! += push
      gradient[bad]! -= push
      curve[good]! += bend
      curve[bad]! += bend
    }
  }
  return gained / ideal
}

/** Pushes and bends of all rows of a leaf, by any of its columns. */
function totalOf(sums: Float64Array): [number, number] {
  let g = 0,
    h = 0
  for (let b = 0; b < BINS * 3; b += 3) {
    g += sums[b]!
    h += sums[b + 1]!
  }
  return [g, h]
}

interface GrownTree {
  feature: number[]
  bin: number[]
  left: number[]
  right: number[]
  value: number[]
}
/** The values of what grows from it stay between `least` and `most`. */
interface Leaf {
  node: number
  rows: Uint32Array
  sums: Float64Array
  gain: number
  feature: number
  bin: number
  least: number
  most: number
}

function growTree(
  rows: Uint32Array,
  columns: number[],
  directions: readonly number[],
  bins: Uint8Array,
  count: number,
  gradient: Float32Array,
  curve: Float32Array,
  growth: Growth,
): GrownTree {
  const tree: GrownTree = { feature: [-1], bin: [0], left: [0], right: [0], value: [0] }
  const sumsOf = (of: Uint32Array): Float64Array => {
    const sums = new Float64Array(columns.length * BINS * 3)
    // Side by side, so that each column walks through them in order.
    const push = new Float32Array(of.length),
      bend = new Float32Array(of.length)
    for (let i = 0; i < of.length; i++) {
      push[i] = gradient[of[i]!]!
      bend[i] = curve[of[i]!]!
    }
    columns.forEach((column, c) => {
      const base = c * BINS * 3,
        own = bins.subarray(column * count, (column + 1) * count)
      for (let i = 0; i < of.length; i++) {
        const at = base + own[of[i]!]! * 3
        sums[at]! += push[i]!
        sums[at + 1]! += bend[i]!
        sums[at + 2]!++
      }
    })
    return sums
  }
  /** What a leaf of these sums adds to the score, before the rate. */
  const valueOf = ({ least, most }: Leaf, g: number, h: number) =>
    Math.max(least, Math.min(most, g / (h + growth.ridge)))
  const worthOf = (value: number, g: number, h: number) => value * (2 * g - (h + growth.ridge) * value)
  const splitOf = (leaf: Leaf): Leaf => {
    leaf.gain = 0
    const [g, h] = totalOf(leaf.sums)
    const n = leaf.rows.length,
      value = valueOf(leaf, g, h),
      own = worthOf(value, g, h)
    for (let c = 0; c < columns.length; c++) {
      const direction = directions[columns[c]!]!
      let gl = 0,
        hl = 0,
        nl = 0
      for (let b = 0; b < BINS - 1; b++) {
        const at = (c * BINS + b) * 3
        gl += leaf.sums[at]!
        hl += leaf.sums[at + 1]!
        nl += leaf.sums[at + 2]!
        if (nl < growth.least) continue
        if (n - nl < growth.least) break
        const less = valueOf(leaf, gl, hl),
          more = valueOf(leaf, g - gl, h - hl)
        if (direction * (more - less) < 0) continue
        const gain = worthOf(less, gl, hl) + worthOf(more, g - gl, h - hl) - own
        if (gain > leaf.gain + 1e-9) {
          leaf.gain = gain
          leaf.feature = columns[c]!
          leaf.bin = b
        }
      }
    }
    tree.value[leaf.node] = growth.rate * value
    return leaf
  }
  const first: Leaf = splitOf({
    node: 0,
    rows,
    sums: sumsOf(rows),
    gain: 0,
    feature: 0,
    bin: 0,
    least: -Infinity,
    most: Infinity,
  })
  const open = [first]
  for (let leaves = 1; leaves < growth.leaves; leaves++) {
    let best: Leaf | undefined
    for (const leaf of open) if (leaf.gain > 0 && (best === undefined || leaf.gain > best.gain)) best = leaf
    if (best === undefined) break
    open.splice(open.indexOf(best), 1)
    const offset = best.feature * count,
      at = best.bin
    const less = best.rows.filter((row) => bins[offset + row]! <= at),
      more = best.rows.filter((row) => bins[offset + row]! > at)
    const small = less.length <= more.length ? less : more
    const smallSums = sumsOf(small),
      bigSums = best.sums
    for (let i = 0; i < bigSums.length; i++) bigSums[i]! -= smallSums[i]!
    const left = tree.feature.length,
      right = left + 1
    tree.feature[best.node] = best.feature
    tree.bin[best.node] = at
    tree.left[best.node] = left
    tree.right[best.node] = right
    for (const node of [left, right]) {
      tree.feature[node] = -1
      tree.bin[node] = 0
      tree.left[node] = 0
      tree.right[node] = 0
      tree.value[node] = 0
    }
    const [lessSums, moreSums] = less === small ? [smallSums, bigSums] : [bigSums, smallSums]
    const children: [Leaf, Leaf] = [
      { ...best, node: left, rows: less, sums: lessSums },
      { ...best, node: right, rows: more, sums: moreSums },
    ]
    const direction = directions[best.feature]!
    if (direction !== 0) {
      // What grows on one side must stay below what grows on the other.
      const [below, above] = direction > 0 ? children : [children[1], children[0]]
      below.most = above.least = (valueOf(best, ...totalOf(lessSums)) + valueOf(best, ...totalOf(moreSums))) / 2
    }
    for (const child of children) open.push(splitOf(child))
  }
  return tree
}

function binned({ width, values, labels }: Rows): { bins: Uint8Array; edges: Float32Array[] } {
  const count = labels.length,
    bins = new Uint8Array(width * count),
    edges: Float32Array[] = []
  const step = Math.max(1, Math.floor(count / 20_000))
  for (let f = 0; f < width; f++) {
    const sample = new Float32Array(Math.ceil(count / step))
    for (let i = 0, row = 0; row < count; row += step, i++) sample[i] = values[row * width + f]!
    sample.sort()
    const cuts = [
      ...new Set(Array.from({ length: BINS - 1 }, (_, b) => sample[Math.floor(((b + 1) * sample.length) / BINS)]!)),
    ]
    const ends = Float32Array.from(cuts)
    edges.push(ends)
    for (let row = 0; row < count; row++) {
      const value = values[row * width + f]!
      let low = 0,
        high = ends.length
      while (low < high) {
        const mid = (low + high) >> 1
        if (value <= ends[mid]!) high = mid
        else low = mid + 1
      }
      bins[f * count + row] = low
    }
  }
  return { bins, edges }
}

function flat(grown: readonly GrownTree[], edges: readonly Float32Array[]): Trees {
  const size = grown.reduce((sum, { feature }) => sum + feature.length, 0)
  const trees: Trees = {
    roots: new Uint32Array(grown.length),
    feature: new Int16Array(size),
    threshold: new Float32Array(size),
    left: new Uint32Array(size),
    right: new Uint32Array(size),
    value: new Float32Array(size),
  }
  let at = 0
  grown.forEach((tree, t) => {
    trees.roots[t] = at
    tree.feature.forEach((feature, node) => {
      trees.feature[at + node] = feature
      trees.threshold[at + node] = feature < 0 ? 0 : (edges[feature]![tree.bin[node]!] ?? Infinity)
      trees.left[at + node] = at + tree.left[node]!
      trees.right[at + node] = at + tree.right[node]!
      trees.value[at + node] = tree.value[node]!
    })
    at += tree.feature.length
  })
  return trees
}
