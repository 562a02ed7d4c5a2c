import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { highsSolver } from '../siting/highs.ts'
import type { Program, ProgramSolver } from '../siting/program.ts'
import { transported, type TransportProblem } from './transport.ts'

let solver: ProgramSolver
beforeAll(async () => {
  solver = await highsSolver()
})

interface Drawn {
  cost: number[][]
  room: number[]
  steep: number[]
}
const problemOf = ({ cost, room, steep }: Drawn): TransportProblem => ({
  cases: cost.length,
  lawyers: room.length,
  cost: Float64Array.from(cost.flat()),
  room: Int32Array.from(room),
  price: (lawyer, nth) => steep[lawyer]! * nth * nth,
})
const drawn = (most: number, lawyers: number): fc.Arbitrary<Drawn> =>
  fc.tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: lawyers })).chain(([cases, count]) =>
    fc.record({
      cost: fc.array(
        fc.array(fc.oneof({ weight: 4, arbitrary: fc.nat(40) }, { weight: 1, arbitrary: fc.constant(Infinity) }), {
          minLength: count,
          maxLength: count,
        }),
        { minLength: cases, maxLength: cases },
      ),
      room: fc.array(fc.nat(3), { minLength: count, maxLength: count }),
      steep: fc.array(fc.nat(9), { minLength: count, maxLength: count }),
    }),
  )

/** Every way to give each case to somebody or to nobody: how many are placed at most, and at what least cost. */
function tried({ cost, room, steep }: Drawn): { placed: number; least: number } {
  let best = { placed: -1, least: Infinity }
  const used = room.map(() => 0)
  const go = (one: number, placed: number, sum: number): void => {
    if (one === cost.length) {
      if (placed > best.placed || (placed === best.placed && sum < best.least)) best = { placed, least: sum }
      return
    }
    go(one + 1, placed, sum)
    room.forEach((most, lawyer) => {
      if (used[lawyer]! >= most || cost[one]![lawyer] === Infinity) return
      used[lawyer]! += 1
      go(one + 1, placed + 1, sum + cost[one]![lawyer]! + steep[lawyer]! * used[lawyer]! ** 2)
      used[lawyer]! -= 1
    })
  }
  go(0, 0, 0)
  return best
}

function checked(problem: Drawn) {
  const answer = transported(problemOf(problem))
  const used = problem.room.map(() => 0)
  let priced = 0
  answer.to.forEach((lawyer, one) => {
    if (lawyer < 0) return
    used[lawyer]! += 1
    priced += problem.cost[one]![lawyer]! + problem.steep[lawyer]! * used[lawyer]! ** 2
  })
  used.forEach((count, lawyer) => expect(count).toBeLessThanOrEqual(problem.room[lawyer]!))
  expect(priced).toBeLessThan(Infinity)
  expect(answer.priced).toBeCloseTo(priced, 6)
  expect(answer.bound).toBeCloseTo(priced, 4)
  return { placed: [...answer.to].filter((lawyer) => lawyer >= 0).length, least: priced }
}

describe('cases to lawyers at the least cost', () => {
  it('beside every other choice', () => {
    fc.assert(
      fc.property(drawn(5, 4), (problem) => {
        expect(checked(problem)).toEqual(tried(problem))
      }),
      { numRuns: 600 },
    )
  })

  it('beside a solver of linear programs that sees every slot as a seat of its own', () => {
    fc.assert(
      fc.property(drawn(14, 7), (problem) => {
        const seats = problem.room.flatMap((most, lawyer) =>
          Array.from({ length: most }, (_, at) => ({ lawyer, price: problem.steep[lawyer]! * (at + 1) ** 2 })),
        )
        const outside = 100_000
        const program: Program = { sense: 'minimise', cost: new Float64Array(), whole: 0, rows: [] }
        const price: number[] = []
        const ofSeat: number[][] = seats.map(() => [])
        for (const line of problem.cost) {
          const own = [price.length]
          price.push(outside)
          seats.forEach((seat, at) => {
            if (line[seat.lawyer] === Infinity) return
            own.push(price.length)
            ofSeat[at]!.push(price.length)
            price.push(line[seat.lawyer]! + seat.price)
          })
          program.rows.push({ columns: own, lower: 1, upper: 1 })
        }
        for (const columns of ofSeat) if (columns.length > 0) program.rows.push({ columns, lower: 0, upper: 1 })
        program.cost = Float64Array.from(price)
        const { values } = solver({ ...program, whole: price.length }, { seconds: 20 })
        const { placed, least } = checked(problem)
        const solved = price.reduce((sum, value, at) => sum + value * values![at]!, 0)
        expect(least + (problem.cost.length - placed) * outside).toBeCloseTo(solved, 3)
      }),
      { numRuns: 80 },
    )
  })
})
