import { today } from '../../../ui/time.ts'
import { words } from '../../words/apply.ts'
import type { PersonForm } from '../form/form.ts'
import { isUnder14 } from '../form/guardian.ts'
import { GuardianFields } from './GuardianFields.tsx'
import { MoreAboutPerson } from './MoreAboutPerson.tsx'
import { PersonFields } from './PersonFields.tsx'
import type { StepProps } from './step-props.ts'

export function PersonStep({ form, change, problems, assist }: StepProps & { assist: boolean }) {
  const family = form.who === 'family'
  const day = today(Date.now())
  // A child's own number turns "for myself" into "for my child" at once; the adult fills in the rest (个人信息保护法 31).
  const typed = (applicant: PersonForm) =>
    change(
      !assist && form.who === 'self' && isUnder14({ applicant }, day)
        ? { applicant, who: 'family', relation: '' }
        : { applicant },
    )
  const guardian = <GuardianFields form={form} change={change} problems={problems} today={day} assist={assist} />
  return (
    <>
      {/* when the screen turns into one of two persons it begins again at its top: there it says why */}
      {family && guardian}
      {family && (
        <section className="card stack">
          <h2>{words.person.own}</h2>
          <PersonFields
            at="proxy.person"
            person={form.proxy}
            onChange={(proxy) => change({ proxy })}
            problems={problems}
          />
        </section>
      )}
      <section className={family ? 'card stack' : 'stack-wide'}>
        {family && <h2>{words.person.applicant}</h2>}
        <PersonFields
          at="applicant"
          person={form.applicant}
          onChange={typed}
          problems={problems}
          phoneOptional={family}
        />
        {!family && guardian}
        <MoreAboutPerson form={form} change={change} problems={problems} />
      </section>
    </>
  )
}
