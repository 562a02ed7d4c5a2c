import type { CaseState } from './state.ts'
import type { Actor } from './types.ts'

/**
 * AC-12 (设计): nobody handles a case of their own, or one against themselves. Staff and citizens have separate ids, so
 * the name decides: should somebody else of that name be meant, a colleague takes the case, which does no harm.
 */
export function mustRecuse(actor: Actor, { form, letter }: CaseState): boolean {
  if (actor.kind !== 'staff') return false
  const persons = [form?.applicant, form?.proxy, letter?.defendant]
  const opponents = form?.opponents.filter((opponent) => opponent.kind === 'person') ?? []
  return (
    [...persons, ...opponents].some((party) => party?.name === actor.name) ||
    persons.some((party) => party?.personId === actor.id)
  )
}

/** Whoever did the work does not judge it: files, subsidy and return visit are for somebody else (7.5). */
export const isOwnWork = (actor: Actor, { assignment }: CaseState): boolean => assignment?.provider.staffId === actor.id
