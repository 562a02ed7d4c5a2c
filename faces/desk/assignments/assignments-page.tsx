import type { ComponentType } from 'react'
import { Link, useParams } from 'wouter'
import { useMe } from '../session/session-gate.tsx'
import { holds } from '../shell/places.tsx'
import { Nothing } from '../shell/states.tsx'
import { useTitle } from '../shell/use-title.ts'
import { words } from '../words/words.ts'
import admin from '../admin/admin.module.css'
import { BatchSection } from './batch-section.tsx'
import { HandingsSection } from './handings-section.tsx'
import { ReplaySection } from './replay-section.tsx'

const w = words.assignments
type Name = keyof typeof w.sections
const PARTS: Record<Name, ComponentType> = { batch: BatchSection, handings: HandingsSection, replay: ReplaySection }
const isName = (name: string): name is Name => Object.hasOwn(PARTS, name)

/** Who gets which case: those that wait, those of somebody who cannot go on, and what another way would have done. */
export default function AssignmentsPage() {
  const me = useMe()
  const asked = useParams<{ section?: string }>().section ?? ''
  const name: Name = isName(asked) ? asked : 'batch'
  const Part = PARTS[name]
  useTitle(`${w.sections[name]} · ${w.title}`)
  if (!holds(me, ['assigner', 'director']))
    return (
      <div className="page">
        <h1 className="sr-only">{w.title}</h1>
        <Nothing title={words.admin.notYours} help={w.notYours} />
      </div>
    )
  return (
    <div className={admin.page}>
      <nav aria-label={w.title} className={admin.menu}>
        <ul>
          {(Object.keys(PARTS) as Name[]).map((one) => (
            <li key={one}>
              <Link
                href={one === 'batch' ? '/assignments' : `/assignments/${one}`}
                aria-current={one === name ? 'page' : undefined}
              >
                {w.sections[one]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className={admin.part}>
        <h1>{w.sections[name]}</h1>
        <Part />
      </div>
    </div>
  )
}
