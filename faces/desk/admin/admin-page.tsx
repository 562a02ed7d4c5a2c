import { Link, useParams } from 'wouter'
import type { ComponentType } from 'react'
import { useMe } from '../session/session-gate.tsx'
import { holds } from '../shell/places.tsx'
import { useTitle } from '../shell/use-title.ts'
import { words } from '../words/words.ts'
import css from './admin.module.css'
import { AuditSection } from './audit-section.tsx'
import { CalendarSection } from './calendar-section.tsx'
import { DeliveriesSection } from './deliveries-section.tsx'
import { ParametersSection } from './parameters-section.tsx'
import { PeopleSection } from './people-section.tsx'
import { PlacesSection } from './places-section.tsx'
import { SECTION_ROLES, isSection, type SectionName } from './sections.ts'
import { SettingsSection } from './settings-section.tsx'
import { TemplatesSection } from './templates-section.tsx'

const w = words.admin
const PARTS: Record<SectionName, ComponentType> = {
  people: PeopleSection,
  places: PlacesSection,
  calendar: CalendarSection,
  parameters: ParametersSection,
  templates: TemplatesSection,
  settings: SettingsSection,
  log: AuditSection,
  deliveries: DeliveriesSection,
}

/** The settings of the house, one part at a time. */
export default function AdminPage() {
  const me = useMe()
  const shown = (Object.keys(SECTION_ROLES) as SectionName[]).filter((name) => holds(me, SECTION_ROLES[name]))
  const asked = useParams<{ section?: string }>().section ?? ''
  const name: SectionName = isSection(asked) ? asked : (shown[0] ?? 'log')
  const Part = PARTS[name]
  useTitle(`${w.sections[name]} · ${w.title}`)
  return (
    <div className={css.page}>
      <nav aria-label={w.title} className={css.menu}>
        <ul>
          {shown.map((one) => (
            <li key={one}>
              <Link href={`/admin/${one}`} aria-current={one === name ? 'page' : undefined}>
                {w.sections[one]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className={css.part}>
        <h1>{w.sections[name]}</h1>
        <Part />
      </div>
    </div>
  )
}
