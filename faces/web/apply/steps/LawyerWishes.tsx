import { api } from '../../api/citizen.ts'
import { Choices } from '../../controls/Choices.tsx'
import { useLoad } from '../../loading/load.ts'
import { words } from '../../words/apply.ts'
import type { StepProps } from './step-props.ts'

const t = words.story
const genders = [
  { value: 'any', label: t.lawyerAny },
  { value: 'female', label: t.lawyerFemale },
  { value: 'male', label: t.lawyerMale },
] as const

/** What the applicant hopes of the lawyer. Without a network only the gender is asked; nothing here holds anybody up. */
export function LawyerWishes({ form, change }: Pick<StepProps, 'form' | 'change'>) {
  const [loaded] = useLoad(() => api.wishesOffered({}), 'wishes')
  const offered = loaded.state === 'ready' ? loaded.value : undefined
  const languages = [...new Set([...(offered?.languages ?? []), ...(form.language === '' ? [] : [form.language])])]
  return (
    <>
      <Choices
        id="wishes"
        legend={t.lawyer}
        hint={t.lawyerHint}
        choices={genders}
        value={form.lawyerGender || 'any'}
        onChange={(gender) => change({ lawyerGender: gender === 'any' ? '' : gender })}
      />
      {languages.length > 0 && (
        <div>
          <label className="field-label" htmlFor="wish-language">
            {t.language}
          </label>
          <select
            id="wish-language"
            className="input"
            value={form.language}
            onChange={({ target }) => change({ language: target.value })}
          >
            <option value="">{t.languageAny}</option>
            {languages.map((language) => (
              <option key={language} value={language}>
                {language}
              </option>
            ))}
          </select>
        </div>
      )}
      {offered?.mayChoose === true && (
        <div>
          <label className="field-label" htmlFor="wish-lawyer">
            {t.named}
          </label>
          <span className="field-hint" id="wish-lawyer-hint">
            {t.namedHint}
          </span>
          <select
            id="wish-lawyer"
            className="input"
            aria-describedby="wish-lawyer-hint"
            value={offered.lawyers.some(({ staffId }) => staffId === form.lawyerId) ? form.lawyerId : ''}
            onChange={({ target }) => change({ lawyerId: target.value })}
          >
            <option value="">{t.namedAny}</option>
            {offered.lawyers.map(({ staffId, name, orgName, specialties }) => (
              <option key={staffId} value={staffId}>
                {t.namedOne(name, orgName, specialties.slice(0, 3).join('、'))}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  )
}
