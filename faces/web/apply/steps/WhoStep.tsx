import { Choices } from '../../controls/Choices.tsx'
import type { ProxyRelation } from '../../matters/codes.ts'
import { words } from '../../words/apply.ts'
import { HandOnFields } from './HandOnFields.tsx'
import type { StepProps } from './step-props.ts'

const t = words.who
const who = [
  { value: 'self', label: t.self, hint: t.selfHint },
  { value: 'family', label: t.family, hint: t.familyHint },
  { value: 'helping', label: t.helping, hint: t.helpingHint },
] as const
const relations = (Object.keys(words.relations) as ProxyRelation[]).map((value) => ({
  value,
  label: words.relations[value],
}))

/** Staff who help are asked besides whether it comes from custody or through a duty lawyer. */
export function WhoStep({ helper, ...props }: StepProps & { helper: { custodyPlace: boolean } | null }) {
  const { form, change, problems } = props
  return (
    <>
      <Choices
        id="who"
        legend={t.title}
        legendUnseen
        choices={who}
        value={form.who}
        onChange={(chosen) => change({ who: chosen })}
        error={problems.who}
      />
      {form.who === 'family' && (
        <Choices
          id="relation"
          legend={t.relation}
          choices={relations}
          value={form.relation}
          onChange={(relation) => change({ relation })}
          error={problems.relation}
        />
      )}
      {helper && <HandOnFields {...props} custodyPlace={helper.custodyPlace} />}
    </>
  )
}
