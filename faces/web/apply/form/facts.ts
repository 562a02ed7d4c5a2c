import type { Facts } from '../../matters/codes.ts'
import { ageAt, birthDateOf } from '../../people/id-number.ts'
import type { Form } from './form.ts'

type Writable = { -readonly [K in keyof Facts]: Facts[K] }

/** The facts the rules work with: what was answered, and what the rest of the form already says. Never asked twice. */
export function factsOfForm(form: Form, today: string): Facts {
  const facts: Writable = { ...form.facts }
  if (form.matter) facts.matter = form.matter
  const birth = birthDateOf(form.applicant.idNumber)
  if (birth) facts.birthDate = birth as NonNullable<Facts['birthDate']>
  // ticked for the form: then no rule asks it again; an answer goes before a tick
  if (form.groups.includes('migrantWorker')) facts.isMigrantWorker ??= true
  if (form.groups.includes('disabled')) facts.disabled ??= true
  const role = roleOf(form, birth, today)
  if (role) facts.applicantRole = role
  if (
    form.who === 'family' &&
    form.relation &&
    form.relation !== 'legalRepresentative' &&
    form.relation !== 'authorizedAgent'
  )
    facts.relation = form.relation
  return facts
}

function roleOf({ who, relation, facts }: Form, birth: string | undefined, today: string): Facts['applicantRole'] {
  if (who === 'family') {
    if (relation === '') return facts.applicantRole
    if (relation === 'legalRepresentative') return 'legalRepresentative'
    return relation === 'authorizedAgent' ? 'entrusted' : 'closeRelative'
  }
  if (who === '') return facts.applicantRole
  if (birth) return ageAt(birth, today) < 18 ? 'selfMinor' : 'self'
  return facts.applicantRole === 'selfMinor' ? 'selfMinor' : 'self'
}
