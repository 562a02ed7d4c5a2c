import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { readContours } from './contours.ts'
import { readCoverage } from './coverage.ts'
import { must, sampleInMemory } from './testing/sample-in-memory.ts'

const { parts, staff, placeOf, close } = sampleInMemory()
afterAll(close)
const asked = (query: object) =>
  ({ params: {}, body: {}, query: { week: '2026-10-12', minutes: 30, travel: 'car', ...query } }) as never
const lines = async (query: object) => must(await readContours(parts, staff('director'), asked(query)))
const half = (day: number, hour: number) => day * 48 + hour * 2

test('around one place whatever the hour: each line further out than the last, and villages say the same as the circle', async () => {
  const found = await lines({ place: placeOf('620171-center').id })
  expect(found).toMatchObject({ of: 1, estimated: true, travel: 'car' })
  expect(found.contours.map(({ minutes }) => minutes)).toEqual([10, 20, 30])
  const spread = found.contours.map(({ lines: all }) => {
    const lngs = all.flat().map(([lng]) => lng)
    return Math.max(...lngs) - Math.min(...lngs)
  })
  expect(spread[1]! > spread[0]! && spread[2]! > spread[1]!).toBe(true)
  const { now } = must(await readCoverage(parts, staff('director'), asked({ tier: 'center' })))
  const nearest = new Map(now.villages.map(({ code, minutes }) => [code, minutes]))
  for (const { code, minutes } of found.villages)
    expect(minutes).toBe((nearest.get(code) ?? Infinity) <= 30 ? nearest.get(code) : null)
})
test('around those where somebody is at the hour: none at noon but the terminals, none for an application at night', async () => {
  const [morning, noon, screens] = [
    await lines({ half: half(0, 10) }),
    await lines({ half: half(0, 12) + 1 }),
    await lines({ half: half(0, 12) + 1, tier: 'kiosk' }),
  ]
  expect(morning.of).toBe(7)
  expect(noon.of).toBe(0)
  expect(screens.of).toBeGreaterThan(0)
  expect(await lines({ half: half(0, 3), service: 'intake' })).toMatchObject({ of: 0, contours: [] })
  expect(await readContours(parts, staff('director'), asked({ place: randomUUID() }))).toMatchObject({
    error: 'notFound',
  })
})
