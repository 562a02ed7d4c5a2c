import { Choices } from '../../controls/Choices.tsx'
import { TextField } from '../../controls/TextField.tsx'
import { words } from '../../words/apply.ts'
import { newOpponent, type OpponentForm } from '../form/form.ts'
import type { Problems } from '../form/problems.ts'
import type { StepProps } from './step-props.ts'

const t = words.opponent
const kinds = [
  { value: 'organisation', label: t.organisation },
  { value: 'person', label: t.person },
] as const

export function OpponentStep({ form, change, problems }: StepProps) {
  const all = form.opponents
  const set = (index: number, one: OpponentForm) =>
    change({ opponents: all.map((other, at) => (at === index ? one : other)) })
  return (
    <>
      <p className="soft">{t.lead}</p>
      {all.map((one, index) => (
        <section key={index} className={all.length > 1 ? 'card stack' : 'stack'} aria-label={t.nth(index + 1)}>
          {all.length > 1 && <h2>{t.nth(index + 1)}</h2>}
          <Opponent
            at={`opponents.${index}`}
            one={one}
            onChange={(changed) => set(index, changed)}
            problems={problems}
          />
          {all.length > 1 && (
            <button
              type="button"
              className="quiet"
              onClick={() => change({ opponents: all.filter((_, at) => at !== index) })}
            >
              {t.remove}
            </button>
          )}
        </section>
      ))}
      {all.length < 20 && (
        <button
          type="button"
          className="button second block"
          onClick={() => change({ opponents: [...all, newOpponent()] })}
        >
          {t.add}
        </button>
      )}
    </>
  )
}

function Opponent({
  at,
  one,
  onChange,
  problems,
}: {
  at: string
  one: OpponentForm
  onChange: (one: OpponentForm) => void
  problems: Problems
}) {
  const set = (change: Partial<OpponentForm>) => onChange({ ...one, ...change })
  const field = (name: 'phone' | 'address' | 'creditCode' | 'affiliates', label: string, hint?: string) => (
    <TextField
      id={`${at}.${name}`}
      label={label}
      value={one[name]}
      onChange={(value) => set({ [name]: value })}
      optional
      error={problems[`${at}.${name}`]}
      autoComplete="off"
      {...(hint ? { hint } : {})}
      {...(name === 'phone' ? { inputMode: 'tel' as const } : {})}
    />
  )
  return (
    <div className="stack">
      <Choices
        id={`${at}.kind`}
        legend={t.kind}
        choices={kinds}
        value={one.kind}
        onChange={(kind) => set({ kind })}
        error={problems[`${at}.kind`]}
      />
      <TextField
        id={`${at}.name`}
        label={one.kind === 'person' ? t.namePerson : one.kind === 'organisation' ? t.nameOrganisation : t.name}
        hint={t.nameHint}
        value={one.name}
        onChange={(name) => set({ name })}
        error={problems[`${at}.name`]}
        autoComplete="off"
      />
      {field('phone', t.phone)}
      {field('address', t.address)}
      {one.kind === 'organisation' && field('creditCode', t.creditCode, t.creditCodeHint)}
      {one.kind === 'organisation' && field('affiliates', t.affiliates, t.affiliatesHint)}
    </div>
  )
}
