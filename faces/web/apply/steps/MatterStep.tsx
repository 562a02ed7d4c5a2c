import { useState } from 'react'
import { Choices } from '../../controls/Choices.tsx'
import type { MatterCode } from '../../matters/codes.ts'
import { words } from '../../words/apply.ts'
import { words as matters } from '../../words/matters.ts'
import type { StepProps } from './step-props.ts'

/** What most people come for; the rest is one press away. */
const FIRST: readonly MatterCode[] = [
  'laborRemuneration',
  'injuryDamage',
  'severance',
  'domesticViolence',
  'maintenance',
  'familyMatters',
  'criminalDefense',
]
const choices = (Object.keys(matters) as MatterCode[]).map((value) => ({
  value,
  label: matters[value].plain,
  hint: matters[value].term,
}))

export function MatterStep({ form, change, problems }: StepProps) {
  const [all, setAll] = useState(false)
  const shown = choices.filter(({ value }) => all || FIRST.includes(value) || value === form.matter)
  const choose = (matter: MatterCode) =>
    change(form.matter === matter ? { matter } : { matter, facts: {}, skipped: [] })
  return (
    <>
      <Choices
        id="matter"
        legend={words.matter.legend}
        hint={words.matter.hint}
        choices={shown}
        value={form.matter}
        onChange={choose}
        error={problems.matter}
      />
      {!all && (
        <button type="button" className="button second block" onClick={() => setAll(true)}>
          {words.matter.more}
        </button>
      )}
    </>
  )
}
