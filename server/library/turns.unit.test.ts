import { describe, expect, it } from 'vitest'
import { Turns } from './turns.ts'

/** A job that ends when it is told to. */
function job() {
  let end: (problem?: Error) => void = () => {}
  const done = new Promise<string>((resolve, reject) => {
    end = (problem) => {
      if (problem) reject(problem)
      else resolve('done')
    }
  })
  return { run: () => done, end }
}
const settled = () =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })

describe('turns', () => {
  it('run no more at once than allowed, first come first served, and go on after a failure', async () => {
    const turns = new Turns(2),
      jobs = Array.from({ length: 5 }, job),
      began: number[] = []
    const ends = jobs.map((one, i) =>
      turns
        .take(() => {
          began.push(i)
          return one.run()
        })
        .catch((error: unknown) => String(error)),
    )
    await settled()
    expect(began).toEqual([0, 1])
    jobs[1]?.end(new Error('lost'))
    await settled()
    expect(began).toEqual([0, 1, 2])
    for (const one of jobs) one.end()
    expect(await Promise.all(ends)).toEqual(['done', 'Error: lost', 'done', 'done', 'done'])
    expect(began).toEqual([0, 1, 2, 3, 4])
    const late = job(),
      last = turns.take(late.run)
    late.end()
    expect(await last).toBe('done')
  })
})
