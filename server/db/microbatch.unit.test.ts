import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { MicroBatch } from './microbatch.ts'

/** Batches as they left; each ends when told to. */
function watched(options: { lanes: number; enough?: number }) {
  const left: number[][] = []
  const end: (() => void)[] = []
  const batches = new MicroBatch<number, number>(
    async (inputs) => {
      left.push(inputs)
      await new Promise<void>((resolve) => end.push(resolve))
      return inputs.map((n) => n * 10)
    },
    { max: 64, ...options },
  )
  return { batches, left, end }
}

test('a lonely call leaves without waiting for anybody', async () => {
  const { batches, left, end } = watched({ lanes: 1, enough: 8 })
  const answer = batches.call(1)
  for (let turns = 0; left.length === 0 && turns < 5; turns++) await turn()
  expect(left).toEqual([[1]])
  end[0]!()
  expect(await answer).toBe(10)
})

test('while every turn brings more, a batch grows until enough are together', async () => {
  const { batches, left } = watched({ lanes: 2, enough: 4 })
  for (let n = 1; n <= 6; n++) {
    void batches.call(n)
    await turn()
  }
  for (let turns = 0; turns < 5; turns++) await turn()
  expect(left.flat()).toEqual([1, 2, 3, 4, 5, 6])
  expect(left[0]!.length).toBeGreaterThanOrEqual(3)
  expect(left).toHaveLength(2)
})

test('without `enough` it leaves with the turn', async () => {
  const { batches, left } = watched({ lanes: 2 })
  void batches.call(1)
  await turn()
  void batches.call(2)
  await turn()
  await turn()
  expect(left).toEqual([[1], [2]])
})

test('what fails is told to everybody in the batch, and the next one leaves', async () => {
  let fails = true
  const batches = new MicroBatch<number, number>(
    async (inputs) => {
      if (fails) throw new Error('away')
      return inputs
    },
    { max: 64, lanes: 1, enough: 8 },
  )
  await expect(Promise.all([batches.call(1), batches.call(2)])).rejects.toThrow('away')
  fails = false
  expect(await batches.call(3)).toBe(3)
  await batches.drained()
})
