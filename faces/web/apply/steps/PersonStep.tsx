import { words } from '../../words/apply.ts'
import { MoreAboutPerson } from './MoreAboutPerson.tsx'
import { PersonFields } from './PersonFields.tsx'
import type { StepProps } from './step-props.ts'

export function PersonStep({ form, change, problems }: StepProps) {
  const applicant = (
    <>
      <PersonFields at="applicant" person={form.applicant} onChange={(person) => change({ applicant: person })} problems={problems} phoneOptional={form.who === 'family'} />
      <MoreAboutPerson form={form} change={change} problems={problems} />
    </>
  )
  if (form.who !== 'family') return applicant
  return (
    <>
      <section className="card stack"><h2>{words.person.own}</h2><PersonFields at="proxy.person" person={form.proxy} onChange={(proxy) => change({ proxy })} problems={problems} /></section>
      <section className="card stack"><h2>{words.person.applicant}</h2>{applicant}</section>
    </>
  )
}
