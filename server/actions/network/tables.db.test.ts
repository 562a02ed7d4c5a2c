import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inSystem } from '@fatong/network/geo/crs.ts'
import { networkEngine } from '../../network/engine.ts'
import type { NetworkEngine } from '../../network/orders.ts'
import { writeTable } from '../../outside/tables/write-table.ts'
import { testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import type { Outcome } from '../outcome.ts'
import { busState, busTemplate, importBus, removeBus } from './bus.ts'
import { readCoverage } from './coverage.ts'
import { nearPoints } from './find-points.ts'
import { importRoads, removeRoads, roadsState } from './roads.ts'
import { exportTable, importTable } from './tables.ts'
import { positionOf } from './tiers.ts'

let district: TestDistrict
beforeAll(async () => { district = await testDistrict() }, 120_000)
afterAll(() => district.close())

const must = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.value
}
const admin = () => district.cast.byLogin('admin')
const send = async (kind: string, bytes: Buffer | string, confirm = 'no', login = 'admin') => importTable(district.parts, district.cast.byLogin(login), { params: { kind }, query: { confirm }, body: Readable.from([Buffer.from(bytes)]) } as never)
const read = async (kind: string, format: string, template = 'no') => must(await exportTable(district.parts, admin(), { params: { kind, format }, query: { template }, body: {} } as never)).file as Buffer
const HEAD = '编码,名称,乡镇编码,经度,纬度,坐标系,18岁以下,18到59岁,60到79岁,80岁以上,来源'
const NEW = '620171101299,新设社区,620171101,103.66,36.55,WGS84,100,300,50,8,测绘'
const faults = async (text: string) => must(await send('villages', `${HEAD}\n${text}\n`)).faults.map(({ line, column, says }) => `${line} ${column} ${says}`)
/** GBK bytes of the signs used here; Node writes UTF-8 only. */
const GBK: Record<string, number[]> = {}
const toGbk = (text: string): Buffer => {
  if (Object.keys(GBK).length === 0) { const decode = new TextDecoder('gbk'); for (let a = 0x81; a <= 0xfe; a += 1) for (let b = 0x40; b <= 0xfe; b += 1) GBK[decode.decode(Uint8Array.of(a, b))] ??= [a, b] }
  return Buffer.from([...text].flatMap((sign) => (sign.charCodeAt(0) < 128 ? [sign.charCodeAt(0)] : (GBK[sign] ?? [63]))))
}

describe.each(['csv', 'xlsx', 'geojson'])('%s', (format) => {
  test('what was exported is imported again and nothing has changed', async () => {
    for (const [kind, n] of [['villages', 103], ['places', 125]] as const) {
      const report = must(await send(kind, await read(kind, format), 'yes'))
      expect(report.faults, kind).toEqual([])
      expect(report.lines, kind).toBeGreaterThanOrEqual(n - 8)
      expect([report.added, report.changed, report.sample], kind).toEqual([0, 0, []])
    }
  })
})

test('looked at first, taken on the second word, and seen by the circle', async () => {
  const file = `${HEAD}\n${NEW}\n`
  expect(must(await send('villages', file))).toMatchObject({ faults: [], added: 1, imported: false, sample: [{ code: '620171101299', what: 'added' }] })
  expect((await district.parts.stores.network.villages()).some(({ code }) => code === '620171101299')).toBe(false)
  expect(must(await send('villages', file, 'yes'))).toMatchObject({ added: 1, imported: true })
  expect(must(await send('villages', file))).toMatchObject({ added: 0, same: 1 })
  expect(must(await send('villages', file.replace(',300,', ',310,')))).toMatchObject({ changed: 1, sample: [{ fields: ['18到59岁'] }] })
  expect((await district.parts.stores.network.villages()).find(({ code }) => code === '620171101299')).toMatchObject({ adult: 300, approximate: false })
})

test('one wrong line, and nothing is imported, not even with the second word', async () => {
  const before = (await district.parts.stores.network.villages()).length
  const report = must(await send('villages', `${HEAD}\n620171101298,好的村,620171101,103.66,36.55,WGS84,1,1,1,1,x\n62017,坏的村,620171101,103.66,36.55,WGS84,1,1,1,1,x\n`, 'yes'))
  expect(report).toMatchObject({ imported: false, added: 0, faults: [{ line: 3, column: '编码' }] })
  expect((await district.parts.stores.network.villages()).length).toBe(before)
})

test('each damage is explained at its line', async () => {
  expect(await faults('6.20171E+11,某村,620171101,103.66,36.55,WGS84,1,1,1,1,x')).toEqual([expect.stringMatching(/^2 编码 .*科学记数/)])
  expect(await faults('620171101297,1月2日,620171101,103.66,36.55,WGS84,1,1,1,1,x')).toEqual([expect.stringMatching(/^2 名称 .*改成的日期/)])
  expect(await faults('620171101297,某村,620171101,36.55,103.66,WGS84,1,1,1,1,x')).toEqual([expect.stringMatching(/^2 经度 经度和纬度写反了/)])
  expect(await faults(`${NEW.replace('299', '297')}\n${NEW.replace('299', '297')}`)).toEqual([expect.stringMatching(/^3 编码 和第 2 行/)])
  const { lng, lat } = inSystem({ lng: 103.66, lat: 36.55, crs: 'WGS84' }, 'GCJ02')
  expect(await faults(NEW.replace('103.66,36.55', `${lng},${lat}`))).toEqual([expect.stringMatching(/^2 经度 写的是 WGS84（GPS），其实像 GCJ-02/)])
})

test('GBK is read and said; garbled text is not taken; broken quotes name their line', async () => {
  const gbk = must(await send('villages', toGbk(`${HEAD}\n620171101296,芦家井村,620171101,103.66,36.55,WGS84,1,1,1,1,乡镇\n`)))
  expect(gbk).toMatchObject({ faults: [], sample: [{ name: '芦家井村' }], remarks: [expect.stringContaining('按 GBK 编码读的')] })
  const garbled = new TextDecoder('gbk').decode(Buffer.from('中川镇新村'))
  expect(await faults(`620171101296,${garbled},620171101,103.66,36.55,WGS84,1,1,1,1,x`)).toEqual([expect.stringMatching(/^2 名称 .*(乱码|读不出来)/)])
  expect(must(await send('villages', `${HEAD}\n"620171101296,某村\n`)).faults[0]?.says).toContain('引号')
})

test('an Excel that made a date of a name is told so', async () => {
  const { default: write } = await import('write-excel-file/node')
  const cells = NEW.split(',').map((value, at) => (at === 1 ? { value: new Date('2026-01-02'), type: Date, format: 'm"月"d"日"' } : { value, type: String }))
  const file = await write([HEAD.split(',').map((value) => ({ value, type: String })), cells] as never).toBuffer()
  expect(must(await send('villages', file)).faults).toEqual([{ line: 2, column: '名称', says: expect.stringContaining('改成的日期') as string }])
  expect(must(await send('villages', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))).faults[0]?.says).toContain('旧式的 Excel')
  expect(must(await send('villages', (await writeTable('xlsx', ['编码'], [['1']])).subarray(0, 300))).faults[0]?.says).toContain('打不开')
})

test('a place cannot stand above itself by a long way round', async () => {
  const line = (code: string, parent: string) => `${code},某站,乡镇公共法律服务工作站,${parent}`
  const report = must(await send('places', `编码,名称,类型,上级编码\n${line('round-a', 'round-b')}\n${line('round-b', 'round-a')}\n`))
  expect(report.faults.map(({ says }) => says)).toEqual(['上级绕了一圈又回到自己。请核对上级编码', '上级绕了一圈又回到自己。请核对上级编码'])
})

test('the template can be filled and sent back; only the administrator imports', async () => {
  expect(must(await send('villages', await read('villages', 'csv', 'yes'))).faults).toEqual([])
  expect(must(await send('places', await read('places', 'xlsx', 'yes'))).faults).toEqual([])
  expect(await send('places', 'x', 'no', 'zhuren')).toMatchObject({ error: 'forbidden' })
})

test('a cell that begins like a formula stays text', async () => {
  expect((await writeTable('csv', ['a'], [['=1+1'], ['-2.5'], ['@x']])).toString()).toContain("'=1+1\r\n-2.5\r\n'@x")
})

describe('roads', () => {
  const roads = (text: string) => importRoads(district.parts, admin(), { params: {}, query: {}, body: Readable.from([Buffer.from(text)]) } as never)
  const GEO = JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { highway: 'residential' }, geometry: { type: 'LineString', coordinates: [[103.66, 36.55], [103.67, 36.56], [103.68, 36.56]] } }] })
  test('are taken into use, named, and left again; what is no roads leaves the old ones', async () => {
    expect(must(await roads(GEO))).toMatchObject({ ways: 1, problem: null })
    expect(must(await roadsState(district.parts, admin()))).toMatchObject({ known: true })
    expect(must(await roads('{"type":"FeatureCollection","features":[]}')).problem).toBeTruthy()
    expect(must(await roads('hello')).problem).toBeTruthy()
    expect(must(await roadsState(district.parts, admin()))).toMatchObject({ known: true })
    must(await removeRoads(district.parts, admin()))
    expect(must(await roadsState(district.parts, admin()))).toMatchObject({ known: false })
  })
})

describe('bus lines', () => {
  const bus = (bytes: string | Uint8Array) => importBus(parts, admin(), { params: {}, query: {}, body: Readable.from([Buffer.from(bytes)]) } as never)
  const HEADINGS = '线路,站名,经度,纬度,坐标系,几分钟一班,从上一站开几分钟'
  const coverage = (travel: string) => readCoverage(parts, admin(), { params: {}, body: {}, query: { week: '2026-10-12', minutes: 60, travel, tier: 'station' } } as never)
  const nearest = async () => must(await nearPoints(parts, admin(), { params: {}, body: {}, query: { lng: 103.662, lat: 36.552, travel: 'bus', service: 'intake' } } as never))
  let parts: TestDistrict['parts']
  let network: NetworkEngine
  let LINE: string
  beforeAll(async () => {
    const { lng, lat } = positionOf((await district.parts.stores.places.all()).find(({ code }) => code === '620121111')!)!
    LINE = `${HEADINGS}\n1路,芦井水村口,103.662,36.552,WGS84,20,\n1路,树屏镇,${lng.toFixed(6)},${lat.toFixed(6)},WGS84,,25\n`
    network = networkEngine({ busFile: join(district.parts.config.dataDir, 'network', 'bus') })
    parts = { ...district.parts, network }
  })
  afterAll(() => network.close())
  test('can be chosen once given and no longer when taken away; what is none is explained and leaves the old ones', async () => {
    expect(await coverage('bus')).toMatchObject({ error: 'editRefused', fields: { travel: expect.stringContaining('还没有导入公交') as string } })
    expect((await nearest()).travels).toEqual(['walk', 'ebike', 'car'])
    expect(must(await bus(`${HEADINGS}\n1路,口,36.552,103.662,WGS84,20,\n`)).problem).toMatch(/第 2 行 经度：经度和纬度写反了/)
    expect(must(await bus('PK\u0003\u0004')).problem).toBeTruthy()
    expect(must(await busState(parts, admin()))).toMatchObject({ known: false })
    expect(must(await bus(LINE))).toEqual({ lines: 2, stops: 2, assumed: false, problem: null })
    expect(must(await busState(parts, admin()))).toMatchObject({ known: true, lines: 2 })
    const [walk, ride] = [must(await coverage('walk')).now, must(await coverage('bus')).now]
    expect(ride.nominal).toBeGreaterThanOrEqual(walk.nominal)
    const onFoot = new Map(walk.villages.map(({ code, minutes }) => [code, minutes ?? Infinity]))
    for (const { code, minutes } of ride.villages) expect(minutes ?? Infinity).toBeLessThanOrEqual(onFoot.get(code)! + 1e-6)
    const found = await nearest()
    expect(found.travels).toContain('bus')
    const shuping = found.items.find(({ name }) => name.startsWith('树屏镇'))!
    // ten minutes of waiting and 25 of riding, and the way from the stop to the station
    expect(shuping.minutes!.bus!).toBeGreaterThanOrEqual(35)
    expect(shuping.minutes!.bus!).toBeLessThan(shuping.minutes!.walk!)
    expect(shuping.routeText).toContain('坐公交（连等车）约')
    must(await removeBus(parts, admin()))
    expect((await nearest()).items[0]?.minutes?.bus).toBeNull()
  })
  test('the template can be filled and sent back; only the administrator imports', async () => {
    expect(must(await bus(must(await busTemplate(parts, admin())).file as Buffer))).toMatchObject({ lines: 2, problem: null })
    must(await removeBus(parts, admin()))
    expect(await importBus(parts, district.cast.byLogin('zhuren'), { params: {}, query: {}, body: Readable.from([Buffer.from(LINE)]) } as never)).toMatchObject({ error: 'forbidden' })
  })
})
