import { Choices } from '../../controls/Choices.tsx'
import { Say } from '../../controls/Say.tsx'
import { words } from '../../words/apply.ts'
import type { Form } from '../form/form.ts'
import { asksAboutGuardian, isUnder14, withGuardianIsOpponent } from '../form/guardian.ts'
import type { Problems } from '../form/problems.ts'
import { choicesOf } from './choices-of.ts'

const t = words.guardian
interface Props {
  form: Form
  change: (change: Partial<Form>) => void
  problems: Problems
  today: string
  assist: boolean
}

/** For a child under 14: that an adult has to apply, who that is, and whether the guardian is the one who does harm. */
export function GuardianFields({ form, change, problems, today, assist }: Props) {
  const under14 = isUnder14(form, today)
  const { guardianIsOpponent } = form.facts
  return (
    <>
      {under14 && (
        <Say tone="info" live>
          <p>{assist && form.who !== 'family' ? t.assistLead : t.lead}</p>
          <p>{t.otherwise}</p>
        </Say>
      )}
      {under14 && form.who === 'family' && (
        <Choices
          id="relation"
          legend={words.who.relation}
          choices={choicesOf(words.relations)}
          value={form.relation}
          onChange={(relation) => change({ relation })}
          error={problems.relation}
        />
      )}
      {asksAboutGuardian(form, { today, assist }) && (
        <Choices
          id="guardianIsOpponent"
          legend={t.opponent}
          hint={t.opponentHint}
          choices={[
            { value: 'yes', label: t.yes },
            { value: 'no', label: t.no },
          ]}
          value={guardianIsOpponent === undefined ? '' : guardianIsOpponent ? 'yes' : 'no'}
          onChange={(said) => change(withGuardianIsOpponent(form, said === 'yes'))}
          error={problems.guardianIsOpponent}
        />
      )}
    </>
  )
}
