import type { Material } from '../draft/store.ts'
import type { Form } from '../form/form.ts'

export type MaterialKind = Material['kind']

/** Which papers to ask for first, from what the form says; the rest stay behind "还有别的材料". */
export function kindsWanted({ matter, who, facts }: Form): { first: MaterialKind[]; more: MaterialKind[] } {
  const first: MaterialKind[] = ['idFront', 'idBack']
  if (who === 'family') first.push('proxyAuthority')
  if (matter === 'laborRemuneration' || matter === 'severance') first.push('wageEvidence')
  if ((facts.assistance !== undefined && facts.assistance !== 'none') || facts.disabled || facts.isMigrantWorker)
    first.push('waiverProof')
  first.push('caseMaterial')
  const all: MaterialKind[] = ['wageEvidence', 'waiverProof', 'proxyAuthority', 'meansStatement', 'judgment', 'other']
  return { first, more: all.filter((kind) => !first.includes(kind)) }
}
