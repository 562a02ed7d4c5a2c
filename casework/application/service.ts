import { matterGroup, type MatterCode, type MatterGroup } from '@fatong/law/legal-aid/matters.ts'
import type { PartialFacts } from '@fatong/law/legal-aid/facts.ts'
import type { ServiceForm } from '../vocabulary.ts'
import type { CaseState } from './state.ts'

const OF_GROUP: Record<MatterGroup, ServiceForm> = {
  labor: 'laborRepresentation',
  civil: 'civilRepresentation',
  criminal: 'criminalDefense',
  none: 'other',
}

/**
 * The form of service of an application (LA-01). Whether it is criminal follows from the matter and the facts alone,
 * whatever was put down beside them; what was asked for counts only among the others.
 */
export function serviceFor(matter: MatterCode, facts: PartialFacts, asked?: ServiceForm): ServiceForm {
  const own = OF_GROUP[matterGroup(matter, facts)]
  return own === 'criminalDefense' || asked === undefined || asked === 'criminalDefense' ? own : asked
}

/** The same of a case; one that an authority notified is criminal. */
export const serviceOfCase = ({ form }: Pick<CaseState, 'form'>): ServiceForm =>
  form ? serviceFor(form.matter, form.facts, form.serviceForm) : 'criminalDefense'

/** Whether somebody is defended; who is to be treated by force, and the victim of a crime, are represented (法律援助法 28, 29). */
export const isDefence = ({ form, letter }: Pick<CaseState, 'form' | 'letter'>): boolean =>
  letter
    ? letter.ground !== 'ND-7'
    : form !== undefined && serviceOfCase({ form }) === 'criminalDefense' && form.matter !== 'criminalVictim'
