import type { MatterCode } from '../matters/codes.ts'

/** The four situations of the home page and the matters behind each, likeliest first. */
export const SITUATIONS = ['wages', 'injury', 'family', 'other'] as const
export type Situation = (typeof SITUATIONS)[number]

const NAMED: Record<Exclude<Situation, 'other'>, readonly MatterCode[]> = {
  wages: ['laborRemuneration', 'severance'],
  injury: ['injuryDamage', 'criminalVictim'],
  family: ['domesticViolence', 'maintenance', 'familyMatters', 'capacity'],
}

/** The matters to offer first; null means all of them. */
export function mattersOf(situation: string | null, all: readonly MatterCode[]): readonly MatterCode[] | null {
  switch (situation) {
    case 'wages':
    case 'injury':
    case 'family':
      return NAMED[situation]
    case 'other': {
      const named = Object.values(NAMED).flat()
      return all.filter((matter) => !named.includes(matter))
    }
    default:
      return null
  }
}
