import { CLAIMS, limitation, type Claim } from '@fatong/law/calculators/limitation/rule.ts'
import { words } from '../../words/calculate.ts'
import type { Form, Values } from '../form.ts'
import { choicesOf } from './choices.ts'

const wages = ({ claim }: Values): boolean => claim === 'wages'
const gone = (values: Values): boolean => wages(values) && values.stillThere === 'no'
const runs = (values: Values): boolean => gone(values) || (values.claim !== undefined && !wages(values))

export const limitationForm: Form = {
  fields: [
    { id: 'claim', kind: 'choice', choices: () => choicesOf(CLAIMS) },
    { id: 'stillThere', kind: 'choice', choices: () => choicesOf(words.stillThere), when: wages },
    { id: 'leftOn', kind: 'day', when: gone },
    { id: 'knewOn', kind: 'day', when: (values) => runs(values) && !wages(values) },
  ],
  rows: { fields: [{ id: 'interrupted', kind: 'day' }], least: 0, most: 12, when: runs },
  work: ({ text, dayIfAny, rows }, context) =>
    limitation(
      {
        claim: text('claim') as Claim,
        stillThere: text('stillThere') === 'yes',
        from: dayIfAny('leftOn') ?? dayIfAny('knewOn'),
        interruptions: rows.map(({ day }) => day('interrupted')),
      },
      context,
    ),
}
