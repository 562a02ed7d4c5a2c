import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { inLanes } from './lanes.mjs'

it('works at as many items at once as there are lanes, and answers in their order', async () => {
  let running = 0,
    most = 0
  const done = await inLanes([30, 1, 20, 5, 1], 2, async (ms) => {
    most = Math.max(most, (running += 1))
    await pause(ms)
    running -= 1
    return ms * 2
  })
  expect(done).toEqual([60, 2, 40, 10, 2])
  expect(most).toBe(2)
})

it('has nothing to answer for nothing, and fails with what fails', async () => {
  expect(await inLanes([], 3, () => Promise.resolve(1))).toEqual([])
  await expect(inLanes([1], 1, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
})
