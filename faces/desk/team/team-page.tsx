import type { ComponentType } from 'react'
import { Link, useParams } from 'wouter'
import admin from '../admin/admin.module.css'
import { useTitle } from '../shell/use-title.ts'
import { words } from '../words/words.ts'
import { ActivitySection } from './activity-section.tsx'
import { AppointmentsSection } from './appointments-section.tsx'
import { HandoversSection } from './handovers-section.tsx'
import { PeopleSection } from './people-section.tsx'
import { ServiceSection } from './service-section.tsx'
import { RosterSection } from './roster-section.tsx'

const w = words.team
type Name = keyof typeof w.sections
const PARTS: Record<Name, ComponentType> = {
  roster: RosterSection,
  people: PeopleSection,
  service: ServiceSection,
  appointments: AppointmentsSection,
  handovers: HandoversSection,
  activity: ActivitySection,
}
const isName = (name: string): name is Name => Object.hasOwn(PARTS, name)

/** Who is where, who comes, and what goes up and down between the tiers. */
export default function TeamPage() {
  const asked = useParams<{ section?: string }>().section ?? ''
  const name: Name = isName(asked) ? asked : 'roster'
  const Part = PARTS[name]
  useTitle(`${w.sections[name]} · ${w.title}`)
  return (
    <div className={admin.page}>
      <nav aria-label={w.title} className={admin.menu}>
        <ul>
          {(Object.keys(PARTS) as Name[]).map((one) => (
            <li key={one}>
              <Link href={`/team/${one}`} aria-current={one === name ? 'page' : undefined}>
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
