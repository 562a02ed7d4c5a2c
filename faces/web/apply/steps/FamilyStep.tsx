import { Select } from '../../controls/Select.tsx'
import { TextField } from '../../controls/TextField.tsx'
import { words } from '../../words/apply.ts'
import { newFamily, type FamilyForm } from '../form/form.ts'
import type { Problems } from '../form/problems.ts'
import type { StepProps } from './step-props.ts'

const t = words.family
const relations = (Object.keys(t.relations) as (keyof typeof t.relations)[]).map((value) => ({
  value,
  label: t.relations[value],
}))
const MOST = 29

/** Who lives together, for the statement of means. Nobody has to say it to go on (个人信息保护法 16). */
export function FamilyStep({ form, change, problems }: StepProps) {
  const all = form.family
  const size = form.facts.householdSize
  const left = size === undefined ? 0 : size - 1 - all.length
  const set = (index: number, one: FamilyForm) =>
    change({ family: all.map((other, at) => (at === index ? one : other)) })
  return (
    <>
      <p>{t.lead}</p>
      <p className="soft">
        {t.choice}
        {size !== undefined && size > 1 && <> {t.count(size)}</>}
      </p>
      {all.map((one, index) => (
        <section key={index} className="card stack" aria-label={t.nth(index + 1)}>
          <h2>{t.nth(index + 1)}</h2>
          <Relative at={`family.${index}`} one={one} onChange={(changed) => set(index, changed)} problems={problems} />
          <p>
            <button
              type="button"
              className="quiet"
              onClick={() => change({ family: all.filter((_, at) => at !== index) })}
            >
              {t.remove}
            </button>
          </p>
        </section>
      ))}
      {all.length < MOST && (
        <button type="button" className="button second block" onClick={() => change({ family: [...all, newFamily()] })}>
          {all.length === 0 ? t.add : left > 0 ? t.left(left) : t.addMore}
        </button>
      )}
    </>
  )
}

function Relative({
  at,
  one,
  onChange,
  problems,
}: {
  at: string
  one: FamilyForm
  onChange: (one: FamilyForm) => void
  problems: Problems
}) {
  const set = (change: Partial<FamilyForm>) => onChange({ ...one, ...change })
  return (
    <div className="stack">
      <TextField
        id={`${at}.name`}
        label={t.name}
        value={one.name}
        onChange={(name) => set({ name })}
        error={problems[`${at}.name`]}
        autoComplete="off"
      />
      <Select
        id={`${at}.relation`}
        label={t.relation}
        options={relations}
        value={one.relation}
        onChange={(relation) => set({ relation })}
        error={problems[`${at}.relation`]}
      />
      <TextField
        id={`${at}.occupation`}
        label={t.occupation}
        hint={t.occupationHint}
        value={one.occupation}
        onChange={(occupation) => set({ occupation })}
        optional
        error={problems[`${at}.occupation`]}
        autoComplete="off"
      />
      <TextField
        id={`${at}.monthlyIncomeFen`}
        label={t.income}
        hint={t.incomeHint}
        value={one.monthlyYuan}
        onChange={(monthlyYuan) => set({ monthlyYuan })}
        optional
        short
        inputMode="decimal"
        unit={t.yuan}
        error={problems[`${at}.monthlyIncomeFen`]}
        autoComplete="off"
      />
    </div>
  )
}
