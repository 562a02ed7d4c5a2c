import { localDate } from '@fatong/law/calendar/dates.ts'
import { describe, expect, it } from 'vitest'
import type { Table } from '../import/table.ts'
import { lastOfQuarter, quarterOf, serviceFigures, type ServiceEntry, type Served } from './service-figures.ts'
import { checkServices, SERVICE_HEADINGS } from './service-table.ts'

const entry = (day: string, minutes: number, more: Partial<ServiceEntry> = {}): ServiceEntry => ({
  memberId: 'a',
  day: localDate(day),
  minutes,
  work: 'consultation',
  people: 2,
  placeId: 'p',
  ...more,
})
const adviser: Served = { memberId: 'a', adviser: true, villages: 3 }
const liaison: Served = { memberId: 'b', adviser: false, villages: 1 }
const OVER = { month: true, quarter: true }
const DUTY = { hoursPerMonth: 4, lecturesPerQuarter: 1, villages: 5 }

describe('a month of service', () => {
  it('counts times, minutes, people; lectures also of the quarter', () => {
    const entries = [
      entry('2026-10-09', 60, { work: 'lecture', people: 30 }),
      entry('2026-11-03', 150),
      entry('2026-11-20', 90),
      entry('2026-12-01', 500),
      entry('2026-09-30', 500, { work: 'lecture' }),
    ]
    expect(serviceFigures('2026-11', entries, [adviser], OVER, DUTY)[0]).toEqual({
      memberId: 'a',
      times: 2,
      minutes: 240,
      people: 4,
      lectures: 0,
      quarterLectures: 1,
      gaps: [],
    })
  })
  it('8.3: less than four hours, and no lecture in the quarter, are gaps of an adviser, once month and quarter are over', () => {
    expect(serviceFigures('2026-12', [entry('2026-12-03', 239)], [adviser], OVER, DUTY)[0]!.gaps).toEqual([
      { code: 'hours', missing: 1 },
      { code: 'lecture', missing: 1 },
    ])
    expect(
      serviceFigures('2026-12', [entry('2026-12-03', 239)], [adviser], { month: false, quarter: false }, DUTY)[0]!.gaps,
    ).toEqual([])
  })
  it('8.3: more than five villages is too many, at any time', () => {
    expect(
      serviceFigures('2026-12', [], [{ ...adviser, villages: 7 }], { month: false, quarter: false }, DUTY)[0]!.gaps,
    ).toEqual([{ code: 'villages', over: 2 }])
  })
  it('the district may expect something else', () => {
    const duty = { hoursPerMonth: 6, lecturesPerQuarter: 2, villages: 8 }
    expect(
      serviceFigures(
        '2026-12',
        [entry('2026-12-03', 300), entry('2026-12-04', 30, { work: 'lecture' })],
        [{ ...adviser, villages: 7 }],
        OVER,
        duty,
      )[0]!.gaps,
    ).toEqual([
      { code: 'hours', missing: 30 },
      { code: 'lecture', missing: 1 },
    ])
  })
  it('8.4 sets no hours for a 法律明白人: only a month without an entry is told', () => {
    expect(serviceFigures('2026-11', [], [liaison], OVER, DUTY)[0]!.gaps).toEqual([{ code: 'silent' }])
    expect(
      serviceFigures('2026-11', [entry('2026-11-03', 5, { memberId: 'b' })], [liaison], OVER, DUTY)[0]!.gaps,
    ).toEqual([])
  })
  it('knows its quarters', () => {
    expect(['2026-01', '2026-03', '2026-11', '2026-12'].map(quarterOf)).toEqual([
      '2026-01',
      '2026-01',
      '2026-10',
      '2026-10',
    ])
    expect([lastOfQuarter('2026-09'), lastOfQuarter('2026-11')]).toEqual([true, false])
  })
})

describe('a table of services', () => {
  const good = [
    '2026-11-03',
    '何长寿',
    '芦井水村',
    '村委会',
    '咨询解答',
    '老年人',
    '1',
    '养老金怎么领',
    '40',
    '当场解决',
  ]
  const table = (...lines: string[][]): Table => ({
    headings: SERVICE_HEADINGS,
    rows: lines.map((cells, at) => ({
      line: at + 2,
      cells: Object.fromEntries(SERVICE_HEADINGS.map((heading, i) => [heading, cells[i] ?? ''])),
    })),
  })
  const checked = (...lines: string[][]) => checkServices(table(...lines), localDate('2026-11-24'))
  it('is read line by line', () => {
    expect(checked(good, good.with(0, '2026/11/4'))).toMatchObject({
      faults: [],
      rows: [
        {
          line: 2,
          day: '2026-11-03',
          member: '何长寿',
          work: 'consultation',
          helped: 'elder',
          people: 1,
          minutes: 40,
          result: 'solved',
        },
        { day: '2026-11-04' },
      ],
    })
  })
  it.each([
    ['a day that is not', 0, '2026-02-30', '日期'],
    ['a day of tomorrow', 0, '2026-11-25', '日期'],
    ['an Excel number', 0, '46330', '日期'],
    ['work nobody knows', 4, '唱歌', '做了什么'],
    ['whom, left out', 5, '', '帮了谁'],
    ['people in words', 6, '几个', '几个人'],
    ['no time at all', 8, '0', '几分钟'],
    ['more than a day', 8, '1441', '几分钟'],
    ['a result nobody knows', 9, '好', '结果'],
    ['no matter', 7, '', '什么事'],
  ])('%s is told with its line', (_, at, text, column) => {
    const { rows, faults } = checked(good, good.with(at, text))
    expect(rows).toHaveLength(1)
    expect(faults).toEqual([{ line: 3, column, says: expect.stringMatching(/[\u4e00-\u9fff]/u) as string }])
  })
  it('a file of another shape is told once', () => {
    expect(checkServices({ headings: ['日期'], rows: [] }, localDate('2026-11-24')).faults).toHaveLength(1)
  })
})
