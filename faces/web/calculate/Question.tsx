import type { LocalDate } from '@fatong/law/calendar/dates.ts'
import { Choices } from '../controls/Choices.tsx'
import { Select } from '../controls/Select.tsx'
import { TextField } from '../controls/TextField.tsx'
import { Tick } from '../controls/Tick.tsx'
import type { Field } from './form.ts'
import type { FieldWords } from './field-words.ts'

/** More than so many answers are a picker, so that the page stays short on a phone. */
const SHOWN_AT_ONCE = 5

interface Props {
  id: string
  field: Field
  words: FieldWords
  value: string
  error: string | undefined
  today: LocalDate
  onChange: (value: string) => void
}

/** One question with its answer. */
export function Question({ id, field, words: { label, hint, unit }, value, error, today, onChange }: Props) {
  const named = { id, label, value, onChange, error, ...(hint === undefined ? {} : { hint }) }
  switch (field.kind) {
    case 'tick':
      return (
        <Tick id={id} ticked={value === 'yes'} onChange={(ticked) => onChange(ticked ? 'yes' : '')} error={error}>
          {label}
        </Tick>
      )
    case 'choice': {
      const choices = field.choices?.(today) ?? []
      return choices.length > SHOWN_AT_ONCE ? (
        <Select {...named} options={choices} />
      ) : (
        <Choices {...named} legend={label} choices={choices} />
      )
    }
    case 'day':
      return (
        <TextField
          {...named}
          type="date"
          short
          {...(field.ahead ? {} : { max: today })}
          optional={field.optional ?? false}
        />
      )
    case 'text':
      return <TextField {...named} autoComplete="off" optional={field.optional ?? false} />
    default:
      return (
        <TextField
          {...named}
          inputMode="decimal"
          autoComplete="off"
          short
          optional={field.optional ?? false}
          {...(unit === undefined ? {} : { unit })}
        />
      )
  }
}
