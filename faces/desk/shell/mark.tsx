import type { ReactNode } from 'react'
import css from './states.module.css'

/** A short word on where something stands; its colours are legible on white. */
export function Mark({ tone, children }: { tone: 'done' | 'due' | 'late' | 'pause' | 'action'; children: ReactNode }) {
  return (
    <span className={css.mark} style={{ color: `var(--${tone})`, background: `var(--${tone}-wash)` }}>
      {children}
    </span>
  )
}
