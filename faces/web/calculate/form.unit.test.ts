import { localDate } from '@fatong/law/calendar/dates.ts'
import { KNOWN_CALENDAR } from '@fatong/law/calendar/tables/known.ts'
import { CALCULATORS } from '@fatong/law/calculators/kinds.ts'
import { expect, test } from 'vitest'
import { words } from '../words/calculate.ts'
import { fieldWords } from './field-words.ts'
import { asked, rowsOf, withoutRow, withRow, work } from './form.ts'
import { FORMS } from './forms/forms.ts'

const context = { asOf: localDate('2026-11-23'), parameters: [], calendar: KNOWN_CALENDAR }
const total = (which: keyof typeof FORMS, values: Record<string, string>) =>
  work(FORMS[which], { ...FORMS[which].start, ...values }, context).answer?.total

test('every field of every form has its words, and no words are left over', () => {
  for (const which of CALCULATORS) {
    const ids = [...FORMS[which].fields, ...(FORMS[which].rows?.fields ?? [])].map(({ id }) => id)
    expect(Object.keys(words.calculators[which].fields).sort(), which).toEqual([...ids].sort())
    expect(ids.filter((id) => fieldWords(which, id).label === id)).toEqual([])
  }
})

test('an empty form names what is missing and works nothing out', () => {
  for (const which of CALCULATORS) {
    const { answer, problems } = work(FORMS[which], FORMS[which].start ?? {}, context)
    expect(answer, which).toBeUndefined()
    expect(Object.keys(problems ?? {}).length, which).toBeGreaterThan(0)
  }
})

test('works out what the rule book works out', () => {
  expect(total('overtime', { monthly: '6000', workdayHours: '10', restDayHours: '8', holidayHours: '8' })).toBe(189_655)
  expect(total('severance', { ending: 'layoff', hiredOn: '2022-03-01', leftOn: '2025-09-30', average: '8000' })).toBe(
    3_200_000,
  )
  expect(
    total('severance', {
      ending: 'unlawful',
      hiredOn: '2010-01-01',
      leftOn: '2024-12-31',
      average: '40000',
      localAverage: '8500',
    }),
  ).toBe(61_200_000)
  expect(total('double-pay', { hiredOn: '2025-03-01', monthly: '6000', signed: 'no', left: 'no' })).toBe(6_600_000)
  expect(
    total('annual-leave', { twelveMonths: 'yes', year: '2025', serviceYears: '3', taken: '0', monthly: '6000' }),
  ).toBe(275_862)
  expect(total('unpaid-wages', { 'months.0': '3', 'owed.0': '6000', 'paid.0': '0' })).toBe(1_800_000)
  expect(total('disability-benefit', { grade: '9', injuredOn: '2026-03-10', ownWage: '6500', insured: 'yes' })).toBe(
    5_850_000,
  )
  const { answer } = work(
    FORMS.limitation,
    { claim: 'wages', stillThere: 'no', leftOn: '2026-03-10', rows: '1', 'interrupted.0': '2026-05-06' },
    context,
  )
  expect(answer?.days[0]?.day).toBe('2027-05-06')
})

test('reads numbers as people type them, and says what is wrong with the others', () => {
  expect(total('overtime', { monthly: '６，０００ 元', workdayHours: '１0' })).toBe(51_724)
  const wrong = (monthly: string) => work(FORMS.overtime, { scheme: 'standard', monthly }, context).problems?.monthly
  expect(
    [wrong(''), wrong('六千'), wrong('-1'), wrong('6000.123'), wrong('1e5'), wrong('9'.repeat(5000))].every(
      (says) => says !== undefined,
    ),
  ).toBe(true)
  expect(
    work(FORMS.overtime, { scheme: 'standard', monthly: '6000', workdayHours: '30000' }, context).problems,
  ).toEqual({ workdayHours: words.problems.between(0, 20_000) })
  expect(
    work(FORMS['double-pay'], { hiredOn: '2027-01-01', monthly: '1', signed: 'no', left: 'no' }, context).problems,
  ).toEqual({ hiredOn: words.problems.future })
  expect(
    work(
      FORMS['double-pay'],
      { hiredOn: '2026-05-01', monthly: '1', signed: 'no', left: 'yes', leftOn: '2026-04-01' },
      context,
    ).problems,
  ).toEqual({ leftOn: words.problems.leftBefore })
})

test('an answer to a question that is no longer asked counts for nothing', () => {
  const values = {
    ending: 'unfit',
    hiredOn: '2024-01-01',
    leftOn: '2025-12-31',
    average: '6000',
    noticeGiven: 'no',
    lastMonth: '6500',
  }
  expect(total('severance', values)).toBe(1_850_000)
  expect(total('severance', { ...values, ending: 'layoff' })).toBe(1_200_000)
  expect(
    total('overtime', {
      scheme: 'comprehensive',
      monthly: '6000',
      excessHours: '10',
      workdayHours: '99',
      restDayHours: '8',
    }),
  ).toBe(51_724)
  expect(work(FORMS.severance, { ending: 'resigned' }, context).answer?.headline).toContain('没有经济补偿')
})

test('rows are added and taken away, and what stood below moves up', () => {
  const form = FORMS['unpaid-wages'],
    rows = form.rows
  if (rows === undefined) throw new Error('no rows')
  const three = withRow(rows, withRow(rows, { 'owed.0': '1', 'owed.1': '2', 'owed.2': '3', 'name.1': '二月' }))
  expect(rowsOf(rows, three)).toBe(3)
  expect(asked(form, three).filter(({ row }) => row === 2)).toHaveLength(rows.fields.length)
  const two = withoutRow(rows, three, 0)
  expect(rowsOf(rows, two)).toBe(2)
  expect([two['owed.0'], two['owed.1'], two['owed.2'], two['name.0']]).toEqual(['2', '3', undefined, '二月'])
  expect(rowsOf(rows, { rows: '999' })).toBe(rows.most)
  expect(rowsOf(rows, { rows: 'x' })).toBe(rows.least)
})
