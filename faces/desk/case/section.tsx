import type { ReactNode } from 'react'
import css from './case-page.module.css'

export const anchorOf = (name: string): string => `part-${name}`

/** One titled part of the case. */
export function Section({
  name,
  title,
  extra,
  children,
}: {
  name: string
  title: string
  extra?: ReactNode
  children: ReactNode
}) {
  return (
    <section className={css.section} id={anchorOf(name)} aria-labelledby={`${anchorOf(name)}-title`}>
      <div className={css.sectionHead}>
        <h2 id={`${anchorOf(name)}-title`}>{title}</h2>
        {extra}
      </div>
      {children}
    </section>
  )
}

/** Label and value; nothing at all when there is no value. */
export function Fact({ label, children, wide = false }: { label: string; children: ReactNode; wide?: boolean }) {
  if (children === null || children === undefined || children === '' || children === false) return null
  return (
    <div className={wide ? css.factWide : css.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
