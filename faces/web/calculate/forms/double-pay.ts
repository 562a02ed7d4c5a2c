import { doublePay } from '@fatong/law/calculators/double-pay/rule.ts'
import type { Form } from '../form.ts'
import { yesOrNo } from './choices.ts'
import { leftAfterHired } from './days.ts'

export const doublePayForm: Form = {
  fields: [
    { id: 'hiredOn', kind: 'day' },
    { id: 'monthly', kind: 'money' },
    { id: 'signed', kind: 'choice', choices: yesOrNo },
    { id: 'signedOn', kind: 'day', when: ({ signed }) => signed === 'yes' },
    { id: 'left', kind: 'choice', choices: yesOrNo },
    { id: 'leftOn', kind: 'day', when: ({ left }) => left === 'yes' },
  ],
  check: leftAfterHired,
  work: ({ day, dayIfAny, money }, context) =>
    doublePay(
      {
        hiredOn: day('hiredOn'),
        signedOn: dayIfAny('signedOn'),
        leftOn: dayIfAny('leftOn'),
        monthly: money('monthly'),
      },
      context,
    ),
}
