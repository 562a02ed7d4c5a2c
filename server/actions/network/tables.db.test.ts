import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inSystem } from '@fatong/network/geo/crs.ts'
import { SYSTEM } from '../../db/access.ts'
import { writeTable } from '../../outside/tables/write-table.ts'
import { testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import { importRoads, removeRoads, roadsState } from './roads.ts'
import { exportTable, importTable } from './tables.ts'
import { must } from './testing/asked.ts'

let district: TestDistrict
beforeAll(async () => {
  district = await testDistrict()
}, 120_000)
afterAll(() => district.close())

const admin = () => district.cast.byLogin('admin')
const send = async (kind: string, bytes: Buffer | string, confirm = 'no', login = 'admin') =>
  importTable(district.parts, district.cast.byLogin(login), {
    params: { kind },
    query: { confirm },
    body: Readable.from([Buffer.from(bytes)]),
  } as never)
const read = async (kind: string, format: string, template = 'no') =>
  must(await exportTable(district.parts, admin(), { params: { kind, format }, query: { template }, body: {} } as never))
    .file as Buffer
const HEAD = '编码,名称,乡镇编码,经度,纬度,坐标系,18岁以下,18到59岁,60到79岁,80岁以上,来源'
const NEW = '620171101299,新设社区,620171101,103.66,36.55,WGS84,100,300,50,8,测绘'
const faults = async (text: string) =>
  must(await send('villages', `${HEAD}\n${text}\n`)).faults.map(({ line, column, says }) => `${line} ${column} ${says}`)
/** GBK bytes of the signs used here; Node writes UTF-8 only. */
const GBK: Record<string, number[]> = {}
const toGbk = (text: string): Buffer => {
  if (Object.keys(GBK).length === 0) {
    const decode = new TextDecoder('gbk')
    for (let a = 0x81; a <= 0xfe; a += 1)
      for (let b = 0x40; b <= 0xfe; b += 1) GBK[decode.decode(Uint8Array.of(a, b))] ??= [a, b]
  }
  return Buffer.from(
    [...text].flatMap((sign) => (sign.charCodeAt(0) < 128 ? [sign.charCodeAt(0)] : (GBK[sign] ?? [63]))),
  )
}

describe.each(['csv', 'xlsx', 'geojson'])('%s', (format) => {
  test('what was exported is imported again and nothing has changed', async () => {
    for (const [kind, n] of [
      ['villages', 103],
      ['places', 125],
    ] as const) {
      const report = must(await send(kind, await read(kind, format), 'yes'))
      expect(report.faults, kind).toEqual([])
      expect(report.lines, kind).toBeGreaterThanOrEqual(n - 8)
      expect([report.added, report.changed, report.sample], kind).toEqual([0, 0, []])
    }
  })
})

test('looked at first, taken on the second word, and seen by the circle', async () => {
  const file = `${HEAD}\n${NEW}\n`
  expect(must(await send('villages', file))).toMatchObject({
    faults: [],
    added: 1,
    imported: false,
    sample: [{ code: '620171101299', what: 'added' }],
  })
  expect((await district.parts.stores.network.villages()).some(({ code }) => code === '620171101299')).toBe(false)
  expect(must(await send('villages', file, 'yes'))).toMatchObject({ added: 1, imported: true })
  expect(must(await send('villages', file))).toMatchObject({ added: 0, same: 1 })
  expect(must(await send('villages', file.replace(',300,', ',310,')))).toMatchObject({
    changed: 1,
    sample: [{ values: [{ field: '18到59岁', before: '300', after: '310' }] }],
  })
  expect((await district.parts.stores.network.villages()).find(({ code }) => code === '620171101299')).toMatchObject({
    adult: 300,
    approximate: false,
  })
})

test('one wrong line, and nothing is imported, not even with the second word', async () => {
  const before = (await district.parts.stores.network.villages()).length
  const report = must(
    await send(
      'villages',
      `${HEAD}\n620171101298,好的村,620171101,103.66,36.55,WGS84,1,1,1,1,x\n62017,坏的村,620171101,103.66,36.55,WGS84,1,1,1,1,x\n`,
      'yes',
    ),
  )
  expect(report).toMatchObject({ imported: false, added: 0, faults: [{ line: 3, column: '编码' }] })
  expect((await district.parts.stores.network.villages()).length).toBe(before)
})

test('each damage is explained at its line', async () => {
  expect(await faults('6.20171E+11,某村,620171101,103.66,36.55,WGS84,1,1,1,1,x')).toEqual([
    expect.stringMatching(/^2 编码 .*科学记数/),
  ])
  expect(await faults('620171101297,1月2日,620171101,103.66,36.55,WGS84,1,1,1,1,x')).toEqual([
    expect.stringMatching(/^2 名称 .*改成的日期/),
  ])
  expect(await faults('620171101297,某村,620171101,36.55,103.66,WGS84,1,1,1,1,x')).toEqual([
    expect.stringMatching(/^2 经度 经度和纬度写反了/),
  ])
  expect(await faults(`${NEW.replace('299', '297')}\n${NEW.replace('299', '297')}`)).toEqual([
    expect.stringMatching(/^3 编码 和第 2 行/),
  ])
  const { lng, lat } = inSystem({ lng: 103.66, lat: 36.55, crs: 'WGS84' }, 'GCJ02')
  expect(await faults(NEW.replace('103.66,36.55', `${lng},${lat}`))).toEqual([
    expect.stringMatching(/^2 经度 写的是 WGS84（GPS），其实像 GCJ-02/),
  ])
})

test('GBK is read and said; garbled text is not taken; broken quotes name their line', async () => {
  const gbk = must(
    await send('villages', toGbk(`${HEAD}\n620171101296,芦家井村,620171101,103.66,36.55,WGS84,1,1,1,1,乡镇\n`)),
  )
  expect(gbk).toMatchObject({
    faults: [],
    sample: [{ name: '芦家井村' }],
    remarks: [expect.stringContaining('按 GBK 编码读的')],
  })
  const garbled = new TextDecoder('gbk').decode(Buffer.from('中川镇新村'))
  expect(await faults(`620171101296,${garbled},620171101,103.66,36.55,WGS84,1,1,1,1,x`)).toEqual([
    expect.stringMatching(/^2 名称 .*(乱码|读不出来)/),
  ])
  expect(must(await send('villages', `${HEAD}\n"620171101296,某村\n`)).faults[0]?.says).toContain('引号')
})

test('an Excel that made a date of a name is told so', async () => {
  const { default: write } = await import('write-excel-file/node')
  const cells = NEW.split(',').map((value, at) =>
    at === 1 ? { value: new Date('2026-01-02'), type: Date, format: 'm"月"d"日"' } : { value, type: String },
  )
  const file = await write([HEAD.split(',').map((value) => ({ value, type: String })), cells] as never).toBuffer()
  expect(must(await send('villages', file)).faults).toEqual([
    { line: 2, column: '名称', says: expect.stringContaining('改成的日期') as string },
  ])
  expect(must(await send('villages', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))).faults[0]?.says).toContain('旧式的 Excel')
  expect(
    must(await send('villages', (await writeTable('xlsx', ['编码'], [['1']])).subarray(0, 300))).faults[0]?.says,
  ).toContain('打不开')
})

test('a place cannot stand above itself by a long way round', async () => {
  const line = (code: string, parent: string) => `${code},某站,乡镇公共法律服务工作站,${parent}`
  const report = must(
    await send('places', `编码,名称,类型,上级编码\n${line('round-a', 'round-b')}\n${line('round-b', 'round-a')}\n`),
  )
  expect(report.faults.map(({ says }) => says)).toEqual([
    '上级绕了一圈又回到自己。请核对上级编码',
    '上级绕了一圈又回到自己。请核对上级编码',
  ])
})

test('a table of four columns changes nothing that it does not name', async () => {
  const { stores } = district.parts
  const before = (await stores.places.all()).map((one) =>
    one.code === '620171101203'
      ? { ...one, public: false, active: false, phone: '0931-7654321', address: '村委会二楼' }
      : one,
  )
  await stores.places.saveAll(SYSTEM, before, {
    at: district.parts.clock.now(),
    actor: { kind: 'system', id: 'test', name: 'test' },
    action: 'administer',
    subjectKind: 'place',
    subjectId: 'test',
  })
  const one = before.find(({ code }) => code === '620171101203')!
  expect(
    must(
      await send(
        'places',
        `编码,名称,类型,上级编码\n${one.code},改了名的工作室,村（社区）公共法律服务工作室,620171101\n`,
        'yes',
      ),
    ),
  ).toMatchObject({
    changed: 1,
    imported: true,
    sample: [{ values: [{ field: '名称', before: one.name, after: '改了名的工作室' }] }],
  })
  expect((await stores.places.all()).find(({ code }) => code === one.code)).toEqual({ ...one, name: '改了名的工作室' })
})

test('the template can be filled and sent back; only the administrator imports', async () => {
  expect(must(await send('villages', await read('villages', 'csv', 'yes'))).faults).toEqual([])
  expect(must(await send('places', await read('places', 'xlsx', 'yes'))).faults).toEqual([])
  expect(await send('places', 'x', 'no', 'zhuren')).toMatchObject({ error: 'forbidden' })
})

test('a cell that begins like a formula stays text', async () => {
  expect((await writeTable('csv', ['a'], [['=1+1'], ['-2.5'], ['@x']])).toString()).toContain("'=1+1\r\n-2.5\r\n'@x")
})
test.each(['csv', 'xlsx', 'geojson'] as const)(
  'what looks like one comes in from %s as it went out',
  async (format) => {
    const texts = ['+8613800001234', '=1+1', '@x', '-x', '-2.5', "'平房", '+']
    const { table } = await district.parts.tables.read(
      await writeTable(
        format,
        ['编码'],
        texts.map((one) => [one]),
      ),
    )
    expect(table?.rows.map(({ cells }) => cells['编码'])).toEqual(texts)
  },
)

describe('roads', () => {
  const roads = (text: string) =>
    importRoads(district.parts, admin(), { params: {}, query: {}, body: Readable.from([Buffer.from(text)]) } as never)
  const GEO = JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { highway: 'residential' },
        geometry: {
          type: 'LineString',
          coordinates: [
            [103.66, 36.55],
            [103.67, 36.56],
            [103.68, 36.56],
          ],
        },
      },
    ],
  })
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
