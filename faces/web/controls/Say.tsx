import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'

export type Tone = 'info' | 'done' | 'due' | 'late'
const icons: Record<Tone, IconName> = { info: 'info', done: 'done', due: 'clock', late: 'warn' }

/** A boxed message; the icon and the words say what the colour says. */
export function Say({ tone, children, live }: { tone: Tone; children: ReactNode; live?: boolean }) {
  return (
    <div className={`say ${tone}`} {...(live ? { role: tone === 'late' ? 'alert' : 'status' } : {})}>
      <Icon name={icons[tone]} />
      <div className="stack-tight">{children}</div>
    </div>
  )
}
