import type { ComponentType } from 'react'
import { Link, useParams } from 'wouter'
import admin from '../admin/admin.module.css'
import { useTitle } from '../shell/use-title.ts'
import { words } from '../words/words.ts'
import { CasesSection } from './cases-section.tsx'
import { FindSection } from './find-section.tsx'
import { HeldSection } from './held-section.tsx'

const w = words.library
type Name = keyof typeof w.sections
const PARTS: Record<Name, ComponentType> = { held: HeldSection, find: FindSection, cases: CasesSection }
const isName = (name: string): name is Name => Object.hasOwn(PARTS, name)

/** What answers rest on: texts of law, one article, typical cases. */
export default function LibraryPage() {
  const asked = useParams<{ section?: string }>().section ?? ''
  const name: Name = isName(asked) ? asked : 'held'
  const Part = PARTS[name]
  useTitle(`${w.sections[name]} · ${w.title}`)
  return (
    <div className={admin.page}>
      <nav aria-label={w.title} className={admin.menu}>
        <ul>
          {(Object.keys(PARTS) as Name[]).map((one) => (
            <li key={one}>
              <Link href={`/library/${one}`} aria-current={one === name ? 'page' : undefined}>
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
