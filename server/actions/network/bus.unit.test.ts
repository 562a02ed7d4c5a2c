import { Readable } from 'node:stream'
import { afterAll, expect, test } from 'vitest'
import { busState, busTemplate, importBus, removeBus } from './bus.ts'
import { readCoverage } from './coverage.ts'
import { nearPoints } from './find-points.ts'
import { must, sampleInMemory } from './testing/sample-in-memory.ts'
import { positionOf } from './tiers.ts'

const { parts, staff, placeOf, close } = sampleInMemory()
afterAll(close)
const admin = staff('administrator')
const upload = (bytes: string | Uint8Array, caller = admin) =>
  importBus(parts, caller, { params: {}, query: {}, body: Readable.from([Buffer.from(bytes)]) } as never)
const HEADINGS = '线路,站名,经度,纬度,坐标系,几分钟一班,从上一站开几分钟'
const { lng, lat } = positionOf(placeOf('620121111'))!
const LINE = `${HEADINGS}\n1路,芦井水村口,103.662,36.552,WGS84,20,\n1路,树屏镇,${lng.toFixed(6)},${lat.toFixed(6)},WGS84,,25\n`
const coverage = (travel: string) =>
  readCoverage(parts, admin, {
    params: {},
    body: {},
    query: { week: '2026-10-12', minutes: 60, travel, tier: 'station' },
  } as never)
const nearest = async () =>
  must(
    await nearPoints(parts, admin, {
      params: {},
      body: {},
      query: { lng: 103.662, lat: 36.552, travel: 'bus', service: 'intake' },
    } as never),
  )

test('the bus can be chosen once its lines are given and no longer when taken away; what is none is explained', async () => {
  expect(await coverage('bus')).toMatchObject({
    error: 'editRefused',
    fields: { travel: expect.stringContaining('还没有导入公交') as string },
  })
  expect((await nearest()).travels).toEqual(['walk', 'ebike', 'car'])
  expect(must(await upload(`${HEADINGS}\n1路,口,36.552,103.662,WGS84,20,\n`)).problem).toMatch(
    /第 2 行 经度：经度和纬度写反了/,
  )
  expect(must(await upload('PK\u0003\u0004')).problem).toBeTruthy()
  expect(must(await busState(parts, admin))).toMatchObject({ known: false })
  expect(must(await upload(LINE))).toEqual({ lines: 2, stops: 2, assumed: false, problem: null })
  expect(must(await busState(parts, admin))).toMatchObject({ known: true, lines: 2 })
  const [walk, ride] = [must(await coverage('walk')).now, must(await coverage('bus')).now]
  const onFoot = new Map(walk.villages.map(({ code, minutes }) => [code, minutes ?? Infinity]))
  for (const { code, minutes } of ride.villages)
    expect(minutes ?? Infinity).toBeLessThanOrEqual(onFoot.get(code)! + 1e-6)
  const found = await nearest()
  expect(found.travels).toContain('bus')
  const shuping = found.items.find(({ name }) => name.startsWith('树屏镇'))!
  // ten minutes of waiting and 25 of riding
  expect(shuping.minutes?.bus).toBe(35)
  expect(shuping.routeText).toContain('坐公交（连等车）约 35 分钟')
  // where the bus is no use, it is not named
  expect(found.items.filter(({ routeText }) => routeText.includes('公交'))).toEqual([shuping])
  must(await removeBus(parts, admin))
  expect((await nearest()).items[0]?.minutes?.bus).toBeNull()
})
test('the template can be filled and sent back; only the administrator imports', async () => {
  expect(must(await upload(must(await busTemplate(parts, admin)).file as Buffer))).toMatchObject({
    lines: 2,
    problem: null,
  })
  must(await removeBus(parts, admin))
  expect(await upload(LINE, staff('director'))).toMatchObject({ error: 'forbidden' })
})
