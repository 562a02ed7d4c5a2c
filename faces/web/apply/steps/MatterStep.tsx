import { Choices } from '../../controls/Choices.tsx'
import type { MatterCode } from '../../matters/codes.ts'
import { words } from '../../words/apply.ts'
import { words as matters } from '../../words/matters.ts'
import type { StepProps } from './step-props.ts'

const choices = (Object.keys(matters) as MatterCode[]).map((value) => ({ value, label: matters[value].plain, hint: matters[value].term }))

export function MatterStep({ form, change, problems }: StepProps) {
  return <Choices id="matter" legend={words.matter.legend} hint={words.matter.hint} choices={choices} value={form.matter} onChange={(matter) => change(form.matter === matter ? { matter } : { matter, facts: {}, skipped: [] })} error={problems.matter} />
}
