import { disabilityBenefit, GRADES, type Grade } from '@fatong/law/calculators/disability-benefit/rule.ts'
import { words } from '../../words/calculate.ts'
import type { Form } from '../form.ts'
import { yesOrNo } from './choices.ts'

export const disabilityBenefitForm: Form = {
  fields: [
    {
      id: 'grade',
      kind: 'choice',
      choices: () => GRADES.map((grade) => ({ value: String(grade), label: words.grade(grade) })),
    },
    { id: 'injuredOn', kind: 'day' },
    { id: 'ownWage', kind: 'money' },
    { id: 'insured', kind: 'choice', choices: yesOrNo },
    { id: 'localAverage', kind: 'money', optional: true, figure: true },
  ],
  work: ({ text, day, money, moneyIfAny, number }, context) =>
    disabilityBenefit(
      {
        grade: Number(number('grade')) as Grade,
        injuredOn: day('injuredOn'),
        ownWage: money('ownWage'),
        insured: text('insured') === 'yes',
        localAverage: moneyIfAny('localAverage'),
      },
      context,
    ),
}
