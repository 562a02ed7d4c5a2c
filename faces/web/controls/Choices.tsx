import { Icon } from './Icon.tsx'

export interface Choice<V extends string> {
  value: V
  label: string
  hint?: string
}
interface Props<V extends string> {
  id: string
  legend: string
  /** the legend is already the page's title */
  legendUnseen?: boolean
  hint?: string
  choices: readonly Choice<V>[]
  value: V | ''
  onChange: (value: V) => void
  error?: string | undefined
}

/** One of several, as native radio buttons: arrow keys and screen readers know them. */
export function Choices<V extends string>({
  id,
  legend,
  legendUnseen,
  hint,
  choices,
  value,
  onChange,
  error,
}: Props<V>) {
  return (
    <fieldset {...(error ? { 'aria-describedby': `${id}-error` } : hint ? { 'aria-describedby': `${id}-hint` } : {})}>
      <legend className={legendUnseen ? 'unseen' : 'field-label'}>{legend}</legend>
      {hint && (
        <span className="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span className="field-error" id={`${id}-error`}>
          <Icon name="warn" /> <span>{error}</span>
        </span>
      )}
      <div className="choices">
        {choices.map((choice, index) => (
          <label key={choice.value} className={`choice${choice.value === value ? ' chosen' : ''}`}>
            <input
              type="radio"
              id={index === 0 ? id : `${id}-${choice.value}`}
              name={id}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <span>
              {choice.label}
              {choice.hint && <small>{choice.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
