import type { ComponentType } from 'react'
import { Link, useParams } from 'wouter'
import admin from '../admin/admin.module.css'
import { useMe } from '../session/session-gate.tsx'
import { holds } from '../shell/places.tsx'
import { useTitle } from '../shell/use-title.ts'
import { words } from '../words/words.ts'
import { CircleSection } from './circle-section.tsx'
import { DataSection } from './data-section.tsx'
import { SitingSection } from './siting-section.tsx'

const w = words.circle
type Name = keyof typeof w.sections
const PARTS: Record<Name, ComponentType> = { circle: CircleSection, siting: SitingSection, data: DataSection }
const isName = (name: string): name is Name => Object.hasOwn(PARTS, name)

/** The half-hour circle by the hour, where to set up next, and the data both rest on. */
export default function NetworkPage() {
  const me = useMe()
  const shown = (Object.keys(PARTS) as Name[]).filter((one) => one !== 'data' || holds(me, ['administrator']))
  const asked = useParams<{ section?: string }>().section ?? ''
  const name: Name = isName(asked) ? asked : 'circle'
  const Part = PARTS[name]
  useTitle(`${w.sections[name]} · ${w.title}`)
  return (
    <div className={admin.page}>
      <nav aria-label={w.title} className={admin.menu}>
        <ul>
          {shown.map((one) => (
            <li key={one}>
              <Link href={`/network/${one}`} aria-current={one === name ? 'page' : undefined}>
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
