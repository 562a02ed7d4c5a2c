import { unpaidWages } from '@fatong/law/calculators/unpaid-wages/rule.ts'
import { words } from '../../words/calculate.ts'
import type { Form } from '../form.ts'

export const unpaidWagesForm: Form = {
  fields: [{ id: 'minimumWage', kind: 'money', optional: true, figure: true }],
  rows: {
    least: 1,
    most: 24,
    fields: [
      { id: 'name', kind: 'text', optional: true },
      { id: 'months', kind: 'whole', least: 1, most: 120 },
      { id: 'owed', kind: 'money' },
      { id: 'paid', kind: 'money' },
      { id: 'lawful', kind: 'money', optional: true },
      { id: 'damages', kind: 'money', optional: true },
    ],
  },
  start: { 'months.0': '1' },
  work: ({ rows, moneyIfAny }, context) =>
    unpaidWages(
      {
        periods: rows.map((row, index) => ({
          name: row.text('name') || words.period(index + 1),
          months: Number(row.number('months')),
          owed: row.money('owed'),
          paid: row.money('paid'),
          lawful: row.money('lawful'),
          damages: row.money('damages'),
        })),
        minimumWage: moneyIfAny('minimumWage'),
      },
      context,
    ),
}
