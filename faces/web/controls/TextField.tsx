import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import { words } from '../words/everywhere.ts'

interface Props {
  id: string
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string
  error?: string | undefined
  /** a quiet confirmation, such as a checksum that fits */
  good?: string | undefined
  optional?: boolean
  type?: 'text' | 'tel' | 'date' | 'time'
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel'
  autoComplete?: string
  multiline?: boolean
  short?: boolean
  unit?: string
  max?: string
  onBlur?: () => void
  after?: ReactNode
}

/** One line or several of typed text, with its label, hint and error tied to it. Never cuts what was typed. */
export function TextField(props: Props) {
  const { id, label, value, onChange, hint, error, good, optional, multiline, unit, after } = props
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`, good && !error && `${id}-good`]
    .filter(Boolean)
    .join(' ')
  const tied = {
    id,
    value,
    className: `input${error ? ' wrong' : ''}${props.short ? ' short' : ''}`,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
    ...(props.onBlur ? { onBlur: props.onBlur } : {}),
    ...(describedBy ? { 'aria-describedby': describedBy } : {}),
    ...(error ? { 'aria-invalid': true } : {}),
    ...(props.autoComplete ? { autoComplete: props.autoComplete } : {}),
  }
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
        {optional && <span className="soft">{words.optional}</span>}
      </label>
      {hint && (
        <span className="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <div className="field-row">
        {multiline ? (
          <textarea {...tied} rows={7} />
        ) : (
          <input
            {...tied}
            type={props.type ?? 'text'}
            {...(props.inputMode ? { inputMode: props.inputMode } : {})}
            {...(props.max ? { max: props.max } : {})}
          />
        )}
        {unit && <span>{unit}</span>}
        {after}
      </div>
      {error && (
        <span className="field-error" id={`${id}-error`}>
          <Icon name="warn" /> <span>{error}</span>
        </span>
      )}
      {good && !error && (
        <span className="field-good" id={`${id}-good`}>
          <Icon name="done" /> <span>{good}</span>
        </span>
      )}
    </div>
  )
}
