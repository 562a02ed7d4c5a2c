import type { Role } from '../vocabulary.ts'
import { type words } from '../words/words.ts'

export type SectionName = keyof typeof words.admin.sections

/** Who is shown which part; the server checks the same again. */
export const SECTION_ROLES: Record<SectionName, readonly Role[]> = {
  people: ['administrator'],
  places: ['administrator'],
  calendar: ['administrator', 'director'],
  parameters: ['administrator', 'director'],
  templates: ['administrator', 'director'],
  settings: ['administrator', 'director'],
  log: ['administrator', 'director', 'bureauOfficer', 'qualityOfficer'],
  deliveries: ['administrator'],
}
export const isSection = (name: string): name is SectionName => Object.hasOwn(SECTION_ROLES, name)
