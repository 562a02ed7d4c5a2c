import { TextField } from '../../controls/TextField.tsx'
import { idState } from '../../people/id-number.ts'
import { words } from '../../words/apply.ts'
import { words as problemWords } from '../../words/problems.ts'
import type { PersonForm } from '../form/form.ts'
import type { Problems } from '../form/problems.ts'

const t = words.person
interface Props {
  at: string
  person: PersonForm
  onChange: (person: PersonForm) => void
  problems: Problems
  phoneOptional?: boolean
}

/** Name, identity number (checked while typing), phone, address. */
export function PersonFields({ at, person, onChange, problems, phoneOptional }: Props) {
  const set = (change: Partial<PersonForm>) => onChange({ ...person, ...change })
  const id = idState(person.idNumber)
  return (
    <div className="stack">
      <TextField
        id={`${at}.name`}
        label={t.name}
        hint={t.nameHint}
        value={person.name}
        onChange={(name) => set({ name })}
        autoComplete="name"
        error={problems[`${at}.name`]}
      />
      <TextField
        id={`${at}.idNumber`}
        label={t.idNumber}
        hint={t.idHint}
        value={person.idNumber}
        onChange={(idNumber) => set({ idNumber })}
        autoComplete="off"
        error={problems[`${at}.idNumber`] ?? (id === 'wrong' ? problemWords.idWrong : undefined)}
        good={id === 'good' ? t.idGood : undefined}
      />
      <TextField
        id={`${at}.phone`}
        label={t.phone}
        hint={t.phoneHint}
        value={person.phone}
        onChange={(phone) => set({ phone })}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        optional={phoneOptional ?? false}
        error={problems[`${at}.phone`]}
      />
      <TextField
        id={`${at}.address`}
        label={t.address}
        hint={t.addressHint}
        value={person.address}
        onChange={(address) => set({ address })}
        autoComplete="street-address"
        optional
        error={problems[`${at}.address`]}
      />
    </div>
  )
}
