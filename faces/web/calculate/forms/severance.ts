import { severancePay } from '@fatong/law/calculators/severance/rule.ts'
import { ENDINGS, type Ending, type EndingKind } from '@fatong/law/calculators/severance/endings.ts'
import type { Form, Values } from '../form.ts'
import { yesOrNo } from './choices.ts'
import { leftAfterHired } from './days.ts'

const endings = Object.entries<Ending>(ENDINGS)
/** Until it is known how the work ended everything is asked for. */
const pays = ({ ending }: Values): boolean => endings.find(([kind]) => kind === ending)?.[1].pays !== 'nothing'
const unfit = ({ ending }: Values): boolean => ending === 'unfit'

export const severanceForm: Form = {
  fields: [
    { id: 'ending', kind: 'choice', choices: () => endings.map(([value, { label }]) => ({ value, label })) },
    { id: 'hiredOn', kind: 'day', when: pays },
    { id: 'leftOn', kind: 'day', ahead: true, when: pays },
    { id: 'average', kind: 'money', when: pays },
    { id: 'noticeGiven', kind: 'choice', choices: yesOrNo, when: unfit },
    { id: 'lastMonth', kind: 'money', when: (values) => unfit(values) && values.noticeGiven === 'no' },
    { id: 'localAverage', kind: 'money', optional: true, figure: true, when: pays },
    { id: 'minimumWage', kind: 'money', optional: true, figure: true, when: pays },
  ],
  check: leftAfterHired,
  work: ({ text, dayIfAny, money, moneyIfAny }, context) => {
    const hiredOn = dayIfAny('hiredOn') ?? context.asOf
    return severancePay(
      {
        ending: text('ending') as EndingKind,
        hiredOn,
        leftOn: dayIfAny('leftOn') ?? hiredOn,
        average: money('average'),
        noticeGiven: text('noticeGiven') === 'yes',
        lastMonth: moneyIfAny('lastMonth'),
        localAverage: moneyIfAny('localAverage'),
        minimumWage: moneyIfAny('minimumWage'),
      },
      context,
    )
  },
}
