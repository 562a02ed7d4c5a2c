/** Who covers whom within a radius, and what of it can be left out without losing a best answer. */
import type { CostMatrix } from '../matrix.ts'

/** Rows are sets of columns: any one of them covers the row. */
export interface Covering {
  /** Each row's columns, ascending. */
  rows: number[][]
  /** What each row weighs. */
  weights: number[]
}

/** Rows that the fixed columns cover already are left out; a row that nobody covers stays, empty. */
export function coveringOf(
  { rows, columns, cost }: CostMatrix,
  radius: number,
  fixed: readonly number[],
  weights?: Float64Array,
): Covering {
  const covering: Covering = { rows: [], weights: [] }
  for (let row = 0; row < rows; row += 1) {
    const covers = (column: number) => cost[row * columns + column]! <= radius
    if (fixed.some(covers)) continue
    const found: number[] = []
    for (let column = 0; column < columns; column += 1) if (covers(column)) found.push(column)
    covering.rows.push(found)
    covering.weights.push(weights ? weights[row]! : 1)
  }
  return covering
}

/** Rows that ask for the very same become one that weighs as much as all of them. */
export function merged({ rows, weights }: Covering): Covering {
  const places = new Map<string, number>()
  const result: Covering = { rows: [], weights: [] }
  rows.forEach((row, at) => {
    const key = row.join()
    const place = places.get(key)
    if (place !== undefined) {
      result.weights[place]! += weights[at]!
      return
    }
    places.set(key, result.rows.length)
    result.rows.push(row)
    result.weights.push(weights[at]!)
  })
  return result
}

/** A column covers nothing that a better one does not cover: leave it out. Valid for any p, because opening the better one is never worse. */
export function withoutDominatedColumns(rows: readonly (readonly number[])[]): number[][] {
  const covered = transposed(rows)
  const columns = [...covered.keys()].sort((a, b) => covered.get(b)!.length - covered.get(a)!.length || a - b)
  const sets = new Map(columns.map((column) => [column, bits(covered.get(column)!, rows.length)]))
  const kept: number[] = []
  for (const column of columns)
    if (!kept.some((better) => within(sets.get(column)!, sets.get(better)!))) kept.push(column)
  const stays = new Set(kept)
  return rows.map((row) => row.filter((column) => stays.has(column)))
}

/** Above this the pairs of rows are too many to compare. */
const COMPARABLE_ROWS = 8000

/** A row whose columns include all columns of another is covered with that other one: leave it out. */
export function withoutImpliedRows(rows: readonly number[][]): number[][] {
  if (rows.length > COMPARABLE_ROWS) return [...rows]
  const width = 1 + Math.max(0, ...rows.map((row) => row.at(-1) ?? 0))
  const short = [...rows].sort((a, b) => a.length - b.length)
  const kept: { row: number[]; set: Uint32Array }[] = []
  for (const row of short) {
    const set = bits(row, width)
    if (!kept.some((harder) => within(harder.set, set))) kept.push({ row, set })
  }
  return kept.map(({ row }) => row)
}

export interface ReducedCover {
  /** Columns that every cover needs, or that are as good as any. */
  needed: number[]
  /** What is left to decide. */
  rows: number[][]
}

/** Set covering with equal prices, made small: needed columns, dominated columns and implied rows until nothing changes. */
export function reducedCover(rows: readonly number[][]): ReducedCover {
  const needed: number[] = []
  let left = merged({ rows: [...rows], weights: rows.map(() => 1) }).rows
  for (;;) {
    const before = left.length + left.reduce((sum, row) => sum + row.length, 0)
    left = withoutImpliedRows(withoutDominatedColumns(left))
    const alone = new Set(left.filter((row) => row.length === 1).map((row) => row[0]!))
    needed.push(...alone)
    left = left.filter((row) => !row.some((column) => alone.has(column)))
    if (left.length + left.reduce((sum, row) => sum + row.length, 0) === before) return { needed, rows: left }
  }
}

/** Which rows each column covers. */
export function transposed(rows: readonly (readonly number[])[]): Map<number, number[]> {
  const covered = new Map<number, number[]>()
  rows.forEach((row, at) => {
    for (const column of row) {
      const list = covered.get(column)
      if (list) list.push(at)
      else covered.set(column, [at])
    }
  })
  return covered
}

/** Takes again and again the column that covers most of what is left, then drops those that became needless. */
export function greedyCover(rows: readonly number[][]): number[] {
  const covered = transposed(rows)
  const times = new Int32Array(rows.length)
  let open = rows.length
  const taken: number[] = []
  while (open > 0) {
    let best = -1
    let most = 0
    for (const [column, list] of covered) {
      let gain = 0
      for (const row of list) if (times[row] === 0) gain += 1
      if (gain > most) [best, most] = [column, gain]
    }
    if (best < 0) break
    taken.push(best)
    for (const row of covered.get(best)!) if (times[row]!++ === 0) open -= 1
  }
  return taken.filter((column) => {
    const list = covered.get(column)!
    if (list.some((row) => times[row] === 1)) return true
    for (const row of list) times[row]! -= 1
    return false
  })
}

function bits(members: readonly number[], size: number): Uint32Array {
  const set = new Uint32Array((size + 31) >>> 5)
  for (const member of members) set[member >>> 5]! |= 1 << (member & 31)
  return set
}

function within(small: Uint32Array, large: Uint32Array): boolean {
  for (let word = 0; word < small.length; word += 1) if ((small[word]! & ~(large[word] ?? 0)) !== 0) return false
  return true
}
