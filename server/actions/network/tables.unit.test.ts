import { Readable } from 'node:stream'
import { afterAll, describe, expect, it, test } from 'vitest'
import { inSystem } from '@fatong/network/geo/crs.ts'
import { PLACE_HEADINGS } from '@fatong/network/import/places.ts'
import { exportTable, importTable } from './tables.ts'
import { must, sampleInMemory } from './testing/sample-in-memory.ts'

/** Nothing can be saved here: an import that tried would fail. */
const { parts, staff, placeOf, close } = sampleInMemory()
afterAll(close)
const admin = staff('administrator')
const look = async (kind: 'places' | 'villages', text: string, confirm = 'no') =>
  must(
    await importTable(parts, admin, {
      params: { kind },
      query: { confirm },
      body: Readable.from([Buffer.from(text)]),
    } as never),
  )
const exported = async (kind: 'places' | 'villages', format = 'csv'): Promise<string> =>
  (
    must(await exportTable(parts, admin, { params: { kind, format }, query: { template: 'no' }, body: {} } as never))
      .file as Buffer
  )
    .toString('utf8')
    .replace('\uFEFF', '')
/** Lines of an export with each position in another system, under the name of the old one. */
const shifted = (csv: string, crs: 'GCJ02' | 'BD09', declared = 'WGS84'): string =>
  csv.replaceAll(/,(103\.\d+),(36\.\d+),WGS84,/g, (_, lng: string, lat: string) => {
    const there = inSystem({ lng: Number(lng), lat: Number(lat), crs: 'WGS84' }, crs)
    return `,${there.lng.toFixed(6)},${there.lat.toFixed(6)},${declared},`
  })

describe.each([
  ['GCJ02', 'GCJ-02（高德、腾讯）'],
  ['BD09', 'BD-09（百度）'],
] as const)('the sample district in %s, declared as WGS84', (crs, name) => {
  it.each([
    ['villages', 103],
    ['places', 113],
  ] as const)(
    '%s: every line is explained and nothing is taken, though all that was known is approximate',
    async (kind, n) => {
      const report = await look(kind, shifted(await exported(kind), crs), 'yes')
      expect(report).toMatchObject({ imported: false, added: 0, changed: 0, sample: [] })
      expect(report.faults).toHaveLength(n)
      for (const { column, says } of report.faults) {
        expect(column).toBe('经度')
        expect(says).toContain(`写的是 WGS84（GPS），其实像 ${name}`)
      }
      expect(new Set(report.faults.map(({ line }) => line)).size).toBe(n)
    },
  )
  it('as GeoJSON too', async () => {
    const file = JSON.parse(await exported('villages', 'geojson')) as {
      features: { geometry: { coordinates: [number, number] }; properties: Record<string, string> }[]
    }
    for (const { geometry, properties } of file.features) {
      const there = inSystem({ lng: geometry.coordinates[0], lat: geometry.coordinates[1], crs: 'WGS84' }, crs)
      geometry.coordinates = [there.lng, there.lat]
      Object.assign(properties, { 经度: String(there.lng), 纬度: String(there.lat) })
    }
    expect((await look('villages', JSON.stringify(file), 'yes')).faults).toHaveLength(103)
  })
  it('declared rightly, it is no fault', async () => {
    expect(await look('villages', shifted(await exported('villages'), crs, crs))).toMatchObject({
      faults: [],
      changed: 103,
    })
  })
})

test('numbers that stay under another system are told before they are confirmed', async () => {
  const report = await look('villages', (await exported('villages')).replaceAll(',WGS84,', ',GCJ-02,'))
  expect(report).toMatchObject({ faults: [], changed: 103 })
  expect(report.remarks).toEqual([
    expect.stringMatching(/^有 103 行经纬度没动、只改了“坐标系”：确认以后，这些位置最多会移动 2[0-9]{2} 米/),
  ])
})

describe('a table without all columns', () => {
  const EMPTIED: readonly string[] = ['管理单位编码', '地址', '电话', '大概位置', '公开', '在用']
  const HEAD = '编码,名称,类型,上级编码'
  it('leaves what it says nothing about', async () => {
    const csv = (await exported('places'))
      .split('\r\n')
      .map((line) => line.split(',').slice(0, 4).join(','))
      .join('\n')
    const report = await look('places', csv)
    expect(report).toMatchObject({ faults: [], added: 0, changed: 0, sample: [], remarks: [] })
    expect(report.same).toBe(report.lines)
  })
  it('empty cells do the same, for what is hidden, closed, and has a telephone', async () => {
    Object.assign(placeOf('620171101201'), { public: false, active: false, phone: '0931-7654321' })
    const csv = (await exported('places'))
      .split('\r\n')
      .map((line, at) =>
        at === 0
          ? line
          : line
              .split(',')
              .map((cell, column) => (EMPTIED.includes(PLACE_HEADINGS[column] ?? '') ? '' : cell))
              .join(','),
      )
      .join('\n')
    expect(await look('places', csv)).toMatchObject({ faults: [], added: 0, changed: 0 })
  })
  it('of something new says what the public will see of it, and of a prison that it will not', async () => {
    const report = await look(
      'places',
      `${HEAD}\nnew-1,新工作室,村（社区）公共法律服务工作室,620171101\nnew-2,驻监狱工作站,监狱工作站,620171\n`,
    )
    expect(report).toMatchObject({
      faults: [],
      added: 2,
      remarks: [
        expect.stringMatching(/新增的点里有 2 个没有写“公开”：1 个会让群众看到，1 个在监狱、看守所里，不让群众看到/),
      ],
    })
    expect(
      report.sample.map(({ code, values }) => [
        code,
        values.find(({ field }) => field === '公开')?.after,
        values.find(({ field }) => field === '在用')?.after,
      ]),
    ).toEqual([
      ['new-1', '是', '是'],
      ['new-2', '否', '是'],
    ])
  })
  it("nor does a place come to be shown by becoming a prison's", async () => {
    const { code, name } = placeOf('620171101202')
    expect((await look('places', `${HEAD}\n${code},${name},监狱工作站,620171101\n`)).sample[0]?.values).toEqual(
      expect.arrayContaining([{ field: '公开', before: '是', after: '否' }]),
    )
  })
})

describe('single days with other hours', () => {
  const DAYS = [
    { date: '2026-10-12', hours: [], reason: '停电' },
    { date: '2026-10-13', hours: [{ open: 540, close: 720 }], reason: '培训（全镇）' },
  ]
  it.each(['csv', 'geojson'])('go out as %s and come in where they are not known', async (format) => {
    const place = placeOf('620171101202')
    place.exceptions = DAYS
    const file = await exported('places', format)
    const known = await look('places', file)
    place.exceptions = null
    const unknown = await look('places', file)
    expect(known.sample.flatMap(({ values }) => values.filter(({ field }) => field === '个别日子'))).toEqual([])
    expect(unknown.faults).toEqual([])
    expect(unknown.sample.find(({ code }) => code === place.code)?.values).toContainEqual({
      field: '个别日子',
      before: '',
      after: '2026-10-12 不开（停电）；2026-10-13 09:00-12:00（培训（全镇））',
    })
  })
})

describe('what goes out comes in as it was', () => {
  const PLACE = '620171102203'
  it.each(['csv', 'geojson'])(
    'as %s: a telephone with +, what looks like a formula, who manages, what is approximate',
    async (format) => {
      const [place, other] = [placeOf(PLACE), placeOf('620171104202')]
      const before = { ...place }
      Object.assign(place, {
        phone: '+86 931-7654321',
        address: "'=从前院进",
        managedBy: placeOf('620171104').id,
        approximate: false,
      })
      const file = await exported('places', format)
      if (format === 'csv') expect(file).toContain(",'+86 931-7654321,")
      expect(await look('places', file)).toMatchObject({ faults: [], added: 0, changed: 0, sample: [] })
      Object.assign(place, { phone: null, address: 'x', managedBy: null, approximate: true })
      Object.assign(other, { approximate: false })
      const report = await look('places', file)
      Object.assign(place, before)
      Object.assign(other, { approximate: true })
      expect(report.faults).toEqual([])
      expect(report.sample.map(({ code, values }) => [code, values])).toEqual([
        [
          PLACE,
          [
            { field: '管理单位编码', before: '', after: '620171104' },
            { field: '地址', before: 'x', after: "'=从前院进" },
            { field: '电话', before: '', after: '+86 931-7654321' },
            { field: '大概位置', before: '是', after: '否' },
          ],
        ],
        [other.code, [{ field: '大概位置', before: '否', after: '是' }]],
      ])
      expect(report.remarks).toContainEqual(expect.stringMatching(/^有 1 行改了“管理单位编码”：确认以后，管理单位和它/))
    },
  )
  it('villages with whether anybody surveyed them', async () => {
    const file = await exported('villages')
    const report = await look('villages', file.replace(/(,WGS84,)是,/, '$1否,'))
    expect(report.sample.map(({ values }) => values)).toEqual([[{ field: '大概位置', before: '是', after: '否' }]])
  })
})

test('nothing manages itself by a long way round', async () => {
  const HEAD = '编码,名称,类型,上级编码,管理单位编码'
  const [town, village] = [placeOf('620171101'), placeOf('620171101204')]
  const report = await look(
    'places',
    `${HEAD}\n${town.code},${town.name},乡镇公共法律服务工作站,620171-center,${village.code}\n`,
  )
  expect(report).toMatchObject({
    imported: false,
    faults: [{ line: 2, column: '管理单位编码', says: '管理单位绕了一圈又回到自己。请核对管理单位编码' }],
  })
})

describe('the preview', () => {
  it('shows old and new of what the public sees, first', async () => {
    const { code, name } = placeOf('620171104201')
    placeOf('620171104201').phone = '0931-1111111'
    const rows = (await exported('places'))
      .split('\r\n')
      .filter((line) => /^6201711\d{2}2\d\d,/.test(line) && !line.startsWith(code))
      .map((line) =>
        line
          .split(',')
          .slice(0, 4)
          .join(',')
          .replace(/^([^,]+),([^,]+)/, '$1,$2改'),
      )
    const report = await look(
      'places',
      `编码,名称,类型,上级编码,地址,电话,公开,在用\n${rows.join('\n')}\n${code},${name},村（社区）公共法律服务工作室,620171104,新址一号,无,否,否\n`,
    )
    expect(report.faults).toEqual([])
    expect(report.sample[0]).toEqual({
      code,
      name,
      what: 'changed',
      values: [
        { field: '地址', before: placeOf(code).address, after: '新址一号' },
        { field: '电话', before: '0931-1111111', after: '' },
        { field: '公开', before: '是', after: '否' },
        { field: '在用', before: '是', after: '否' },
      ],
    })
    expect(report.sample).toHaveLength(rows.length + 1)
    expect(report.sample[1]?.values).toEqual([
      { field: '名称', before: expect.any(String) as string, after: expect.stringMatching(/改$/) as string },
    ])
  })
})
