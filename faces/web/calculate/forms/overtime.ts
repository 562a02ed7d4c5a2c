import { overtimePay, SCHEMES, type Scheme } from '@fatong/law/calculators/overtime/rule.ts'
import type { Field, Form, Values } from '../form.ts'
import { choicesOf } from './choices.ts'

const byTable = ({ scheme }: Values): boolean => scheme === 'standard' || scheme === 'comprehensive'
const hours = (id: string, when: Field['when'] = byTable): Field => ({
  id,
  kind: 'hours',
  optional: true,
  most: 20_000,
  when,
})

export const overtimeForm: Form = {
  fields: [
    { id: 'scheme', kind: 'choice', choices: () => choicesOf(SCHEMES) },
    { id: 'monthly', kind: 'money', when: byTable },
    hours('workdayHours', ({ scheme }) => scheme === 'standard'),
    hours('excessHours', ({ scheme }) => scheme === 'comprehensive'),
    hours('restDayHours', ({ scheme }) => scheme === 'standard'),
    hours('holidayHours'),
  ],
  start: { scheme: 'standard' },
  work: ({ text, number, money }, context) =>
    overtimePay(
      {
        scheme: text('scheme') as Scheme,
        monthly: money('monthly'),
        workdayHours: number(text('scheme') === 'comprehensive' ? 'excessHours' : 'workdayHours'),
        restDayHours: number('restDayHours'),
        holidayHours: number('holidayHours'),
      },
      context,
    ),
}
