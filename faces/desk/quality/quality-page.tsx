import type { ComponentType } from 'react'
import { Link, useParams } from 'wouter'
import admin from '../admin/admin.module.css'
import { useTitle } from '../shell/use-title.ts'
import { words } from '../words/words.ts'
import { AskedSection } from './asked-section.tsx'
import { DutySection } from './duty-section.tsx'
import { FlagsSection } from './flags-section.tsx'
import { PledgesSection } from './pledges-section.tsx'

const w = words.quality
type Name = keyof typeof w.sections
const PARTS: Record<Name, ComponentType> = {
  asked: AskedSection,
  flags: FlagsSection,
  duty: DutySection,
  pledges: PledgesSection,
}
const isName = (name: string): name is Name => Object.hasOwn(PARTS, name)

/** How good the answers are, what was said against them, and who answers by when. */
export default function QualityPage() {
  const asked = useParams<{ section?: string }>().section ?? ''
  const name: Name = isName(asked) ? asked : 'asked'
  const Part = PARTS[name]
  useTitle(`${w.sections[name]} · ${w.title}`)
  return (
    <div className={admin.page}>
      <nav aria-label={w.title} className={admin.menu}>
        <ul>
          {(Object.keys(PARTS) as Name[]).map((one) => (
            <li key={one}>
              <Link href={`/quality/${one}`} aria-current={one === name ? 'page' : undefined}>
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
