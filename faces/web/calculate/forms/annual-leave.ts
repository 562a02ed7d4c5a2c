import { annualLeavePay } from '@fatong/law/calculators/annual-leave/rule.ts'
import { partsOf, type LocalDate } from '@fatong/law/calendar/dates.ts'
import { words } from '../../words/calculate.ts'
import type { Choice, Form, Values } from '../form.ts'
import { yesOrNo } from './choices.ts'
import { leftAfterHired } from './days.ts'

const lastYears = (today: LocalDate): readonly Choice[] =>
  [0, 1, 2].map((back) => String(partsOf(today).year - back)).map((value) => ({ value, label: words.year(value) }))
const entitled = ({ twelveMonths }: Values): boolean => twelveMonths !== 'no'

export const annualLeaveForm: Form = {
  fields: [
    { id: 'twelveMonths', kind: 'choice', choices: yesOrNo },
    { id: 'year', kind: 'choice', choices: lastYears, when: entitled },
    { id: 'serviceYears', kind: 'whole', most: 60, when: entitled },
    { id: 'taken', kind: 'half', most: 60, when: entitled },
    { id: 'monthly', kind: 'money', when: entitled },
    { id: 'hiredOn', kind: 'day', optional: true, when: entitled },
    { id: 'leftOn', kind: 'day', optional: true, ahead: true, when: entitled },
    { id: 'barred', kind: 'tick', when: entitled },
    { id: 'waived', kind: 'tick', when: entitled },
  ],
  check: leftAfterHired,
  work: ({ text, number, money, dayIfAny, ticked }, context) =>
    annualLeavePay(
      {
        year: Number(number('year')) || partsOf(context.asOf).year,
        serviceYears: Number(number('serviceYears')),
        twelveMonths: text('twelveMonths') === 'yes',
        barred: ticked('barred'),
        waived: ticked('waived'),
        hiredOn: dayIfAny('hiredOn'),
        leftOn: dayIfAny('leftOn'),
        taken: Number(number('taken')),
        monthly: money('monthly'),
      },
      context,
    ),
}
