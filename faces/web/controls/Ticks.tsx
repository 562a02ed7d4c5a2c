import type { Choice } from './Choices.tsx'

interface Props<V extends string> {
  id: string
  legend: string
  hint?: string
  choices: readonly Choice<V>[]
  values: readonly V[]
  onChange: (values: V[]) => void
}

/** Any number of several, as native check boxes; none is an answer too. */
export function Ticks<V extends string>({ id, legend, hint, choices, values, onChange }: Props<V>) {
  const toggle = (value: V) =>
    onChange(values.includes(value) ? values.filter((one) => one !== value) : [...values, value])
  return (
    <fieldset {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}>
      <legend className="field-label">{legend}</legend>
      {hint && (
        <span className="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <div className="choices">
        {choices.map(({ value, label, hint: more }) => (
          <label key={value} className={`choice${values.includes(value) ? ' chosen' : ''}`}>
            <input
              type="checkbox"
              id={`${id}-${value}`}
              checked={values.includes(value)}
              onChange={() => toggle(value)}
            />
            <span>
              {label}
              {more && <small>{more}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
