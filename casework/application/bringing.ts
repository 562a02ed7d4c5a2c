import { isCloseRelative } from '@fatong/law/legal-aid/who-may-apply/relations.ts'
import { matterGroup } from '@fatong/law/legal-aid/matters.ts'
import type { Relation } from '@fatong/law/legal-aid/facts.ts'
import type { ProxyRelation } from '../vocabulary.ts'
import type { Actor, ApplicationForm } from './types.ts'

/** A citizen brings their own application, or one as the proxy named in it (LA-03 to LA-08). Staff only put it down. */
export function whoMayBring({ applicant, proxy, matter, facts }: ApplicationForm, actor: Actor): boolean {
  const party = proxy ?? applicant
  if (actor.kind === 'citizen' && actor.id !== party.personId && actor.id !== applicant.personId) return false
  return (
    proxy === undefined || mayStandIn(proxy.relation, matterGroup(matter, facts) === 'criminal' ? 'criminal' : 'civil')
  )
}

/**
 * Whether the relation can ever do; whether it does here, with the papers to prove it, the reviewer decides.
 * In criminal cases grandparents and grandchildren are no close relatives (刑诉法 108).
 */
const RELATIONS: Record<ProxyRelation, Relation | 'byLaw'> = {
  legalRepresentative: 'byLaw',
  authorizedAgent: 'byLaw',
  spouse: 'spouse',
  parent: 'parent',
  child: 'child',
  sibling: 'sibling',
  grandparent: 'grandparent',
  grandchild: 'grandchild',
}
function mayStandIn(relation: ProxyRelation, kind: 'criminal' | 'civil'): boolean {
  const known = RELATIONS[relation]
  return known === 'byLaw' || isCloseRelative(known, kind)
}
