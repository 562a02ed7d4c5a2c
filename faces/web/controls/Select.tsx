import { words } from '../words/everywhere.ts'
import { Icon } from './Icon.tsx'

interface Props<V extends string> {
  id: string
  label: string
  options: readonly { value: V; label: string }[]
  value: V | ''
  onChange: (value: V | '') => void
  error?: string | undefined
}

/** One of several short answers, as the phone's own picker; where the choice matters more, `Choices` shows all of them. */
export function Select<V extends string>({ id, label, options, value, onChange, error }: Props<V>) {
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className={`input${error ? ' wrong' : ''}`}
        value={value}
        onChange={(event) => onChange(event.target.value as V | '')}
        {...(error ? { 'aria-invalid': true, 'aria-describedby': `${id}-error` } : {})}
      >
        <option value="">{words.pick}</option>
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
      {error && (
        <span className="field-error" id={`${id}-error`}>
          <Icon name="warn" /> <span>{error}</span>
        </span>
      )}
    </div>
  )
}
