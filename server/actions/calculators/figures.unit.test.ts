import { localDate } from '@fatong/law/calendar/dates.ts'
import { KNOWN_CALENDAR } from '@fatong/law/calendar/tables/known.ts'
import { GANSU_PARAMETERS } from '@fatong/law/parameters/gansu.ts'
import type { ParameterSet } from '@fatong/law/parameters/parameters.ts'
import { calculatorFigures as route } from '@fatong/contract/figures.ts'
import { expect, it } from 'vitest'
import type { Caller } from '../caller.ts'
import type { Parts } from '../parts.ts'
import { input } from '../testing/test-parts.ts'
import { calculatorFigures } from './figures.ts'

const nobody: Caller = { kind: 'anonymous', ip: '127.0.0.1', userAgent: 'test' }
const asked = (parameters: ParameterSet) =>
  calculatorFigures(
    { law: { parameters: async () => parameters, calendar: async () => KNOWN_CALENDAR } } as unknown as Parts,
    nobody,
    input({}),
  )

it('hands out the released figures that calculators use, and no other setting of the district', async () => {
  const reply = await asked([
    ...GANSU_PARAMETERS,
    {
      key: 'avgWage.monthly',
      value: 8500,
      from: localDate('2025-07-01'),
      to: localDate('2026-06-30'),
      source: '统计公报',
      level: '网',
    },
    { key: 'minWage.monthly', value: 2020, from: localDate('2026-01-01'), source: '省政府公布', level: '网' },
  ])
  if (!reply.ok) throw new Error(reply.error)
  expect(reply.value.items).toEqual([
    { key: 'avgWage.monthly', value: 8500, from: '2025-07-01', to: '2026-06-30', source: '统计公报', level: '网' },
    { key: 'minWage.monthly', value: 2020, from: '2026-01-01', to: null, source: '省政府公布', level: '网' },
  ])
  expect(route.reply.parse(reply.value)).toEqual(reply.value)
  expect(reply.value.calendar.map(({ year }) => year)).toEqual([2025, 2026])
})

it('never hands out an invented figure', async () => {
  expect(
    await asked([
      {
        key: 'avgWage.monthly',
        value: 8500,
        from: localDate('2025-07-01'),
        source: '样例',
        level: '设计',
        sample: true,
      },
    ]),
  ).toMatchObject({ ok: true, value: { items: [] } })
})
