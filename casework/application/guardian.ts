import { ageOn, localDateOf, type LocalDate } from '@fatong/law/calendar/dates.ts'
import { guardianConsent, type GuardianQuestion } from '@fatong/law/legal-aid/guardian-consent.ts'
import type { ProxyRelation } from '../vocabulary.ts'
import type { Context } from './context.ts'
import type { ApplicationForm } from './types.ts'

const BROUGHT_BY: Record<ProxyRelation, GuardianQuestion['broughtBy']> = {
  legalRepresentative: 'guardian',
  parent: 'guardian',
  spouse: 'relative',
  child: 'relative',
  sibling: 'relative',
  grandparent: 'relative',
  grandchild: 'relative',
  authorizedAgent: 'agent',
}

/**
 * Whether the consent of a parent or guardian is still missing for a child under 14 (个人信息保护法 31). `born` as the identity
 * number says; without it, as was answered. Nobody's age known: nothing is missing.
 */
export function guardianMissing(
  { proxy, facts }: Pick<ApplicationForm, 'proxy' | 'facts'>,
  born: LocalDate | undefined,
  { actor, now }: Pick<Context, 'actor' | 'now'>,
): boolean {
  const birth = born ?? facts.birthDate
  if (birth === undefined) return false
  const { verdict } = guardianConsent({
    age: ageOn(birth, localDateOf(now)),
    broughtBy: proxy ? BROUGHT_BY[proxy.relation] : 'child',
    withStaff: actor.kind === 'staff',
    ...(facts.guardianIsOpponent === undefined ? {} : { guardianIsOpponent: facts.guardianIsOpponent }),
  })
  return verdict === 'doesNotHold' || verdict === 'needsFacts'
}
