import { useEffect, useRef, useState } from 'react'
import type { Suggestion } from '@fatong/contract/consultation/shapes.ts'
import { Icon } from '../controls/Icon.tsx'
import { words } from '../words/find.ts'
import { useOffered } from './offered.ts'
import './suggest.css'

interface Props {
  /** the field that is typed in; it works without this list, before it and instead of it */
  fieldId: string
  onChoose: (one: Suggestion) => void
}
const LIST = 'suggestions'
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/**
 * What one may want to say, under the field that is typed in. It is tied to a field that stands already, so that the page needs
 * no script for the field; up and down choose, Enter takes, Escape closes, and typing is never held up.
 */
export default function Suggestions({ fieldId, onChoose }: Props) {
  const { items, typed, close } = useOffered()
  const [at, setAt] = useState(-1)
  const now = useRef({ items, at, onChoose, typed, close, setAt })
  now.current = { items, at, onChoose, typed, close, setAt }
  useEffect(() => setAt(-1), [items])

  useEffect(() => {
    const field = document.getElementById(fieldId) as HTMLInputElement | HTMLTextAreaElement | null
    if (!field) return
    const shut = () => now.current.close()
    const write = () => now.current.typed(field.value)
    const press = (event: KeyboardEvent) => {
      const { items: offered, at: chosen } = now.current
      // The keys belong to the writing of characters while they are put together.
      if (event.isComposing || offered.length === 0) return
      const step = STEPS[event.key]
      if (step !== undefined) {
        event.preventDefault()
        now.current.setAt(((chosen + 1 + step + offered.length + 1) % (offered.length + 1)) - 1)
      } else if (event.key === 'Escape') {
        event.preventDefault()
        shut()
      } else if (event.key === 'Enter') {
        const one = offered[chosen]
        if (one) {
          event.preventDefault()
          now.current.onChoose(one)
        }
        shut()
      }
    }
    if (field instanceof HTMLInputElement) field.setAttribute('role', 'combobox')
    field.setAttribute('aria-autocomplete', 'list')
    field.addEventListener('input', write)
    field.addEventListener('keydown', press as EventListener)
    field.addEventListener('blur', shut)
    field.form?.addEventListener('submit', shut)
    write()
    return () => {
      field.removeEventListener('input', write)
      field.removeEventListener('keydown', press as EventListener)
      field.removeEventListener('blur', shut)
      field.form?.removeEventListener('submit', shut)
      for (const name of ['role', 'aria-autocomplete', 'aria-expanded', 'aria-controls', 'aria-activedescendant'])
        field.removeAttribute(name)
    }
  }, [fieldId])

  useEffect(() => {
    const field = document.getElementById(fieldId)
    if (!field) return
    const open = items.length > 0
    if (field instanceof HTMLInputElement) field.setAttribute('aria-expanded', String(open))
    if (open) field.setAttribute('aria-controls', LIST)
    else field.removeAttribute('aria-controls')
    if (open && at >= 0) field.setAttribute('aria-activedescendant', `${LIST}-${at}`)
    else field.removeAttribute('aria-activedescendant')
  }, [fieldId, items, at])

  return (
    <>
      <span className="unseen" role="status">
        {items.length > 0 ? words.suggestionsSaid(items.length) : ''}
      </span>
      {items.length > 0 && (
        <ul className="suggestions" id={LIST} role="listbox" aria-label={words.suggestions}>
          {items.map((one, i) => (
            // A press must not take the focus away from the field before it is a click.
            <li
              key={one.text}
              id={`${LIST}-${i}`}
              role="option"
              aria-selected={i === at}
              className={i === at ? 'chosen' : ''}
              onPointerDown={(event) => event.preventDefault()}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                close()
                onChoose(one)
              }}
            >
              <Icon name={one.kind === 'question' ? 'other' : 'file'} />
              <span>
                {one.text}
                {one.kind !== 'question' && <small>{words[one.kind]}</small>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
