import { Ticks } from '../../controls/Ticks.tsx'
import { TextField } from '../../controls/TextField.tsx'
import { words } from '../../words/apply.ts'
import type { AskedGroup, Facts } from '../../matters/codes.ts'
import type { Form, PersonForm } from '../form/form.ts'
import type { Problems } from '../form/problems.ts'
import { choicesOf } from './choices-of.ts'

const t = words.person
const AT = 'applicant'
const FIELDS = ['ethnicity', 'occupation', 'registeredAddress'] as const
interface Props {
  form: Form
  change: (change: Partial<Form>) => void
  problems: Problems
}

/** What only the printed form has room for, folded away: nobody has to say it (个人信息保护法 16). */
export function MoreAboutPerson({ form, change, problems }: Props) {
  const { applicant, groups } = form
  const set = (part: Partial<PersonForm>) => change({ applicant: { ...applicant, ...part } })
  const open =
    groups.length > 0 || FIELDS.some((field) => applicant[field] !== '' || problems[`${AT}.${field}`] !== undefined)
  const mayCopy = applicant.address.trim() !== '' && applicant.registeredAddress.trim() !== applicant.address.trim()
  return (
    <details className="more" {...(open ? { open: true } : {})}>
      <summary>{t.more}</summary>
      <div className="stack">
        <p className="soft small">{t.moreWhy}</p>
        <TextField
          id={`${AT}.registeredAddress`}
          label={t.registeredAddress}
          hint={t.registeredHint}
          value={applicant.registeredAddress}
          onChange={(registeredAddress) => set({ registeredAddress })}
          autoComplete="off"
          error={problems[`${AT}.registeredAddress`]}
        />
        {mayCopy && (
          <p>
            <button
              type="button"
              className="button second small-button"
              onClick={() => set({ registeredAddress: applicant.address })}
            >
              {t.sameAddress}
            </button>
          </p>
        )}
        <TextField
          id={`${AT}.ethnicity`}
          label={t.ethnicity}
          hint={t.ethnicityHint}
          value={applicant.ethnicity}
          onChange={(ethnicity) => set({ ethnicity })}
          autoComplete="off"
          short
          error={problems[`${AT}.ethnicity`]}
        />
        <TextField
          id={`${AT}.occupation`}
          label={t.occupation}
          hint={t.occupationHint}
          value={applicant.occupation}
          onChange={(occupation) => set({ occupation })}
          autoComplete="off"
          error={problems[`${AT}.occupation`]}
        />
        <Ticks
          id="groups"
          legend={t.groups}
          hint={t.groupsHint}
          choices={choicesOf(t.groupKinds).filter(({ value }) => !saidAlready(value, form.facts))}
          values={groups}
          onChange={(ticked) => change({ groups: ticked })}
        />
      </div>
    </details>
  )
}

/** Answered already when a rule asked for it. */
function saidAlready(group: AskedGroup, { isMigrantWorker, disabled, serviceIdentity }: Facts): boolean {
  switch (group) {
    case 'migrantWorker':
      return isMigrantWorker !== undefined
    case 'disabled':
      return disabled !== undefined
    case 'military':
      return serviceIdentity !== undefined
    case 'veteran':
      return false
    default:
      return group satisfies never
  }
}
