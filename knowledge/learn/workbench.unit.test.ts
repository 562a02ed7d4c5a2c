import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newEncoder, teach } from './encoder.ts'
import { workbenchFor } from './workbench.ts'

const DIMS = 16,
  ROW = DIMS * 4

/** Three kernels against what they say in plain JavaScript. */
test('the loops of learning work out what they say', () => {
  const numbers = fc.array(fc.float({ min: -2, max: 2, noNaN: true }), { minLength: DIMS, maxLength: DIMS })
  fc.assert(
    fc.property(numbers, numbers, fc.float({ min: -1, max: 1, noNaN: true }), (left, right, weight) => {
      const bench = workbenchFor(3, DIMS, 4),
        { table, squares, q, s, products, across } = bench
      table.set(left, DIMS)
      q.set(right)
      bench.addRow(bench.placeOf(q), bench.placeOf(table) + ROW, weight)
      const added = right.map((one, d) => one + weight * left[d]!)
      added.forEach((one, d) => {
        expect(q[d]).toBeCloseTo(one, 4)
      })

      s.set(left, 0)
      s.set(right, DIMS)
      bench.dots(bench.placeOf(q), bench.placeOf(s), 2, bench.placeOf(products))
      for (const [i, row] of [left, right].entries())
        expect(products[i]).toBeCloseTo(
          row.reduce((sum, one, d) => sum + one * q[d]!, 0),
          3,
        )

      across.set(right)
      bench.step(bench.placeOf(table) + ROW, bench.placeOf(squares.table) + ROW, bench.placeOf(across), weight, 0.1)
      left.forEach((one, d) => {
        const g = weight * right[d]!
        expect(squares.table[DIMS + d]).toBeCloseTo(g * g, 4)
        expect(table[DIMS + d]).toBeCloseTo(one - (0.1 * g) / (Math.sqrt(g * g) + 1e-3), 3)
      })
    }),
    { numRuns: 50 },
  )
})

test('rows of a width that four does not divide are refused', () => {
  expect(() => workbenchFor(3, 18, 4)).toThrow(/multiple of 4/)
})

test('a question comes to lie near what answers it, and far from its rival', () => {
  const encoder = newEncoder(6, DIMS, 1),
    squares = { table: new Float32Array(6 * DIMS), residual: new Float32Array(6 * DIMS) }
  const bag = (...ids: number[]) => ({ ids: Int32Array.from(ids), weights: new Float32Array(ids.length).fill(1) })
  const losses: number[] = []
  const pairs = [
    [0, 3],
    [1, 4],
    [2, 5],
  ] as const
  let turn = 0
  teach(
    encoder,
    () => {
      const at = turn++ % 3,
        [asked, answer] = pairs[at]!,
        rival = pairs[(at + 1) % 3]![1]
      return {
        question: bag(asked),
        source: { key: answer, bag: bag(answer) },
        negatives: [{ key: rival, bag: bag(rival) }],
        right: new Set([answer]),
      }
    },
    { batch: 3, steps: 400, rate: 0.05, sharpness: 5, seed: 1, residual: true },
    squares,
    (_, loss) => losses.push(loss),
  )
  expect(losses.at(-1)).toBeLessThan(losses[0]!)
  const like = (a: number, b: number) => {
    let dot = 0,
      left = 0,
      right = 0
    for (let d = 0; d < DIMS; d++) {
      const x = encoder.table[a * DIMS + d]! + encoder.residual[a * DIMS + d]!,
        y = encoder.table[b * DIMS + d]!
      dot += x * y
      left += x * x
      right += y * y
    }
    return dot / Math.sqrt(left * right)
  }
  for (const [asked, answer] of pairs)
    for (const [, other] of pairs)
      if (other !== answer) expect(like(asked, answer)).toBeGreaterThan(like(asked, other) + 0.3)
})
