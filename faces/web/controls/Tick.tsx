import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'

interface Props {
  id: string
  ticked: boolean
  onChange: (ticked: boolean) => void
  children: ReactNode
  error?: string | undefined
}

/** One statement to agree with. */
export function Tick({ id, ticked, onChange, children, error }: Props) {
  return (
    <div>
      {error && (
        <span className="field-error" id={`${id}-error`}>
          <Icon name="warn" /> <span>{error}</span>
        </span>
      )}
      <label className={`choice${ticked ? ' chosen' : ''}`}>
        <input
          type="checkbox"
          id={id}
          checked={ticked}
          onChange={(event) => onChange(event.target.checked)}
          {...(error ? { 'aria-invalid': true, 'aria-describedby': `${id}-error` } : {})}
        />
        <span>{children}</span>
      </label>
    </div>
  )
}
