import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, localDate } from '@fatong/law/calendar/dates.ts'
import { inSystem } from '../geo/crs.ts'
import { damagedText } from './damage.ts'
import { readExceptions, writeExceptions } from './exceptions-text.ts'
import { readHours, writeHours } from './hours-text.ts'
import { checkPlaces, PLACE_HEADINGS, type PlaceContext } from './places.ts'
import type { Table } from './table.ts'
import { checkVillages, VILLAGE_HEADINGS, type VillageContext } from './villages.ts'

const AT = { lng: 103.662, lat: 36.552 }
const around: VillageContext = {
  neighbourhood: { around: [AT], metres: 80_000 },
  known: new Map([['620171101204', AT]]),
  towns: new Set(['620171101']),
}
const GOOD = [
  '620171101204',
  '芦井水村',
  '620171101',
  '103.662',
  '36.552',
  'WGS84',
  '',
  '120',
  '400',
  '90',
  '12',
  '乡镇报表',
]
const table = (headings: readonly string[], ...lines: readonly (readonly string[])[]): Table => ({
  headings,
  rows: lines.map((cells, at) => ({
    line: at + 2,
    cells: Object.fromEntries(headings.map((heading, i) => [heading, cells[i] ?? ''])),
  })),
})
const villages = (...lines: readonly (readonly string[])[]) => checkVillages(table(VILLAGE_HEADINGS, ...lines), around)
const but = (column: (typeof VILLAGE_HEADINGS)[number], value: string): string[] =>
  GOOD.with(VILLAGE_HEADINGS.indexOf(column), value)
const said = (line: readonly string[]) =>
  villages(line)
    .faults.map(({ line: at, column, says }) => `${at} ${column} ${says}`)
    .join('\n')

describe('村和人口', () => {
  it('reads a good line', () => {
    expect(villages(GOOD)).toEqual({
      faults: [],
      rows: [
        {
          code: '620171101204',
          name: '芦井水村',
          townCode: '620171101',
          ...AT,
          crs: 'WGS84',
          approximate: null,
          people: { child: 120, adult: 400, elder: 90, oldest: 12 },
          source: '乡镇报表',
        },
      ],
    })
  })
  it.each([
    ['编码', '62017110120', /2 编码 .*不是 12 位/],
    ['编码', '620171101', /看起来是乡镇的编码/],
    ['编码', '6.20171E+11', /科学记数，后面几位已经丢了/],
    ['乡镇编码', '620999101', /没有编码为“620999101”的乡镇工作站/],
    ['名称', '', /名称 没有填/],
    ['名称', '1月2日', /Excel 自作主张改成的日期/],
    ['名称', '45292', /日期/],
    ['名称', '鍏板窞鏂板尯', /乱码/],
    ['名称', 'À¼ÖÝÐÂÇø', /乱码/],
    ['名称', '中川\uFFFD村', /读不出来的字/],
    ['80岁以上', '约 30', /不是人数.*不要写“约”/],
    ['18到59岁', '-3', /不是人数/],
    ['60到79岁', '', /没有人请填 0/],
    ['坐标系', '', /没有填。请写 WGS84/],
    ['坐标系', '北斗', /不认识“北斗”/],
    ['经度', '东经103度', /不是经度/],
  ] as const)('%s %s', (column, value, says) => {
    expect(said(but(column, value))).toMatch(says)
  })
  it('longitude and latitude exchanged', () => {
    expect(said(GOOD.with(3, '36.552').with(4, '103.662'))).toMatch(/2 经度 经度和纬度写反了/)
  })
  it('GCJ-02 declared as WGS84 is told by the position known before, and how far it would be off', () => {
    const { lng, lat } = inSystem({ ...AT, crs: 'WGS84' }, 'GCJ02')
    const line = GOOD.with(3, String(lng)).with(4, String(lat))
    expect(said(line)).toMatch(
      /写的是 WGS84（GPS），其实像 GCJ-02（高德、腾讯）：照写的算离原来的位置 [0-9]{3} 米，照 GCJ-02（高德、腾讯） 算只差 [0-9] 米/,
    )
    expect(villages(line.with(5, 'GCJ-02')).faults).toEqual([])
    expect(villages(line.with(5, '高德')).faults).toEqual([])
  })
  it('a better survey of the same place is no fault', () => {
    expect(said(GOOD.with(3, '103.666').with(4, '36.555'))).toBe('')
  })
  it('far away from everything', () => {
    expect(said(but('经度', '113.2'))).toMatch(/离本区最近的点还有 8[0-9]{2} 公里/)
  })
  it('the same code twice names both lines, and nothing of a file with faults is to be taken', () => {
    const { faults } = villages(GOOD, but('名称', '另一村'))
    expect(faults).toEqual([{ line: 3, column: '编码', says: '和第 2 行的“620171101204”重复。请删掉一行，或改正编码' }])
  })
  it('missing columns are one fault, and a file with nothing but headings another', () => {
    expect(checkVillages(table(['编码', '名称'], GOOD), around).faults).toHaveLength(1)
    expect(checkVillages(table(VILLAGE_HEADINGS), around).faults[0]?.says).toContain('只有表头')
  })
})

describe('服务点', () => {
  const context: PlaceContext = {
    ...around,
    kinds: new Map([
      ['村（社区）公共法律服务工作室', 'office'],
      ['乡镇公共法律服务工作站', 'station'],
    ]),
    codes: new Set(['620171-center']),
  }
  const LINE = [
    '620171101',
    '中川镇工作站',
    '乡镇公共法律服务工作站',
    '620171-center',
    '',
    '中川镇',
    '0931-1234567',
    '103.662',
    '36.552',
    'WGS84',
    '否',
    '是',
    '是',
    '法律咨询、人民调解',
    '高拍仪，打印机',
    '周一至周五 08:30-12:00、14:00-18:00',
    '不开',
    '2026-10-12 不开（停电）',
  ]
  const places = (...lines: readonly (readonly string[])[]) => checkPlaces(table(PLACE_HEADINGS, ...lines), context)
  const changes = (cells: Partial<Record<(typeof PLACE_HEADINGS)[number], string>>): string[] =>
    PLACE_HEADINGS.map((heading, at) => cells[heading] ?? LINE[at] ?? '')
  const change = (column: (typeof PLACE_HEADINGS)[number], value: string): string[] => changes({ [column]: value })
  it('reads a good line; what is left out stays as usual', () => {
    expect(places(LINE).rows[0]).toMatchObject({
      kind: 'station',
      services: ['consultation', 'mediation'],
      equipment: ['高拍仪', '打印机'],
      public: true,
      position: { crs: 'WGS84' },
      exceptions: [{ date: '2026-10-12', hours: [], reason: '停电' }],
    })
    expect(
      places(['620171101204', '芦井水村工作室', '村（社区）公共法律服务工作室', '620171-center']).rows[0],
    ).toMatchObject({
      services: null,
      hours: null,
      position: null,
      phone: null,
      address: null,
      public: null,
      active: null,
      equipment: null,
      openOnHolidays: null,
      exceptions: null,
    })
    expect(places(change('个别日子', '无')).rows[0]).toMatchObject({ exceptions: [] })
  })
  it('an empty cell says nothing; 无 empties what was filled', () => {
    expect(places(changes({ 电话: '', 地址: '', 公开: '', 在用: '', 大概位置: '' })).rows[0]).toMatchObject({
      phone: null,
      address: null,
      public: null,
      active: null,
      approximate: null,
      managerCode: null,
    })
    expect(
      places(changes({ 电话: '无', 地址: '无', 公开: '否', 在用: '停用', 设备: '无', 管理单位编码: '无' })).rows[0],
    ).toMatchObject({ phone: '', address: '', public: false, active: false, equipment: [], managerCode: '' })
  })
  it('GCJ-02 declared as WGS84 is told at the line', () => {
    const { lng, lat } = inSystem({ ...AT, crs: 'WGS84' }, 'GCJ02')
    const { faults } = checkPlaces(table(PLACE_HEADINGS, changes({ 经度: String(lng), 纬度: String(lat) })), {
      ...context,
      known: new Map([['620171101', { ...AT, approximate: true }]]),
    })
    expect(faults).toEqual([{ line: 2, column: '经度', says: expect.stringMatching(/其实像 GCJ-02/) as string }])
  })
  it.each([
    ['是', true],
    ['大概', true],
    ['否', false],
    ['准', false],
  ])('whether anybody surveyed it: %s', (cell, approximate) => {
    expect(places(change('大概位置', cell)).rows[0]).toMatchObject({ approximate })
    expect(villages(but('大概位置', cell)).rows[0]).toMatchObject({ approximate })
  })
  it('who manages it may stand in the same file', () => {
    const [other, line] = [changes({ 编码: '620171109' }), change('管理单位编码', '620171109')]
    expect(places(line, other)).toMatchObject({ faults: [], rows: [{ managerCode: '620171109' }, {}] })
  })
  it('a terminal that never closes, holidays or not', () => {
    expect(places(changes({ 开放时间: '全天', 节假日: '开' })).rows[0]).toMatchObject({
      hours: Array.from({ length: 7 }, () => [{ open: 0, close: 1440 }]),
      openOnHolidays: true,
    })
    expect(places(LINE).rows[0]).toMatchObject({ openOnHolidays: false })
    expect(places(change('节假日', '')).rows[0]).toMatchObject({ openOnHolidays: null })
  })
  it('a village office may stand in the same file as its station', () => {
    expect(
      places(['620171101204', '芦井水村工作室', '村（社区）公共法律服务工作室', '620171101'], LINE).faults,
    ).toEqual([])
  })
  it.each([
    ['类型', '派出所', /没有“派出所”这种服务点/],
    ['上级编码', '620171999', /没有编码为“620171999”的机构/],
    ['管理单位编码', '620171999', /没有编码为“620171999”的机构.*没有另外的管理单位请写“无”/],
    ['管理单位编码', '620171101', /管理单位不能是自己/],
    ['大概位置', '差不多', /“差不多”看不懂/],
    ['上级编码', '620171101', /上级不能是自己/],
    ['电话', '9.31123E+9', /科学记数/],
    ['电话', '找老王', /不是电话号码/],
    ['公开', '也许', /请写“是”或“否”/],
    ['服务', '公证', /没有“公证”这项服务/],
    ['节假日', '看情况', /请写“是”或“否”/],
    ['个别日子', '国庆不开', /看不懂“国庆不开”。请写成：2026-10-12 不开（停电）/],
    ['个别日子', '2026-10-12 不开（鍏板窞鏂板尯）', /乱码/],
    ['开放时间', '上午开门', /看不懂“上午开门”/],
    ['开放时间', '8月30日', /日期/],
  ] as const)('%s %s', (column, value, says) => {
    expect(
      places(change(column, value))
        .faults.map((one) => one.says)
        .join(),
    ).toMatch(says)
  })
})

describe('开放时间', () => {
  it.each([
    ['每天 00:00-24:00', 7],
    ['24小时', 7],
    ['周一至周五 全天', 5],
    ['星期六：9:00～12:00'.replace('～', '~'), 1],
    ['周一 08:30-12:00；周三至周四 09:00–11:00', 3],
  ])('%s', (text, days) => {
    expect(readHours(text)?.filter((day) => day.length > 0)).toHaveLength(days)
  })
  it.each(['周五至周一 9:00-12:00', '周一 12:00-9:00', '周一 9:00-25:00', '周一 9:00-12:00、11:00-13:00', ''])(
    'not %s',
    (text) => {
      expect(readHours(text)).toBeUndefined()
    },
  )
  it('what is written is read again', () => {
    const day = fc.array(fc.nat(47), { minLength: 0, maxLength: 4 }).map((marks) => {
      const at = [...new Set(marks)].sort((a, b) => a - b).map((n) => n * 30)
      return at.flatMap((open, i) => (i % 2 === 0 && at[i + 1] !== undefined ? [{ open, close: at[i + 1]! }] : []))
    })
    fc.assert(
      fc.property(fc.array(day, { minLength: 7, maxLength: 7 }), (week) => {
        if (week.some((one) => one.length > 0)) expect(readHours(writeHours(week))).toEqual(week)
      }),
    )
  })
})

describe('个别日子', () => {
  it.each([
    ['2026-10-12 不开（停电）', [['2026-10-12', 0, '停电']]],
    ['2026/10/2 9:00-12:00、14:00-16:00(培训)', [['2026-10-02', 2, '培训']]],
    ['2026年10月12日 全天（普法日）', [['2026-10-12', 1, '普法日']]],
    ['2026-10-12 不开（停电；2026-10-13 来电）', [['2026-10-12', 0, '停电；2026-10-13 来电']]],
    [
      '2026-10-12 不开（停电（全镇））；2026-10-13 09:00-12:00（培训）',
      [
        ['2026-10-12', 0, '停电（全镇）'],
        ['2026-10-13', 1, '培训'],
      ],
    ],
  ] as const)('%s', (text, days) => {
    expect(readExceptions(text)?.map(({ date, hours, reason }) => [date, hours.length, reason])).toEqual(days)
  })
  it.each([
    '2026-10-12',
    '2026-10-12 不开',
    '2026-10-12 不开（ ）',
    '2026-02-30 不开（没有这一天）',
    '2026-10-12 12:00-09:00（反了）',
    '2026-10-12 09:00-12:00、11:00-13:00（重叠）',
    '2026-10-12 不开（停电）；2026-10-12 09:00-12:00（来电）',
    `2026-10-12 不开（${'很'.repeat(61)}）`,
    '10-12 不开（没有年份）',
  ])('not %s', (text) => {
    expect(readExceptions(text)).toBeUndefined()
  })
  it('what is written is read again', () => {
    const hours = fc.uniqueArray(fc.nat(1440), { maxLength: 8 }).map((marks) => {
      const at = marks.sort((a, b) => a - b)
      return at.flatMap((open, i) => (i % 2 === 0 && at[i + 1] !== undefined ? [{ open, close: at[i + 1]! }] : []))
    })
    const reason = fc
      .array(fc.constantFrom('停', '电', '（', '）', '；', '、', '2026-10-12', ' '), { minLength: 1, maxLength: 6 })
      .map((signs) => signs.join('').trim())
      // The one thing a reason cannot hold is what ends a day and begins the next.
      .filter((text) => text !== '' && !/[)）]\s*[;；]\s*\d{4}-/.test(text))
    const day = fc.record({ number: fc.nat(20_000), hours, reason })
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 1, maxLength: 5, selector: ({ number }) => number }), (drawn) => {
        const days = drawn.map(({ number, ...rest }) => ({ date: addDays(localDate('2020-01-01'), number), ...rest }))
        expect(readExceptions(writeExceptions(days))).toEqual(days)
      }),
    )
  })
})

it('ordinary names and numbers are left alone', () => {
  for (const text of ['中川镇', '620171101204', '0931-1234567', '12348', '一号楼1-2室', '2026'])
    expect(damagedText(text), text).toBeUndefined()
})
