/** The words of casework and law that screens show: faces read them here and nowhere else. */
export * from '@fatong/casework/vocabulary.ts'
export { FACTS } from '@fatong/law/legal-aid/facts.ts'
export type { FactKey } from '@fatong/law/legal-aid/facts.ts'
export { formatCitation } from '@fatong/law/citation.ts'
export type { Citation } from '@fatong/law/citation.ts'
export { AGE_GROUPS, SERVICES, TIERS } from '@fatong/network/coverage/vocabulary.ts'
export type { AgeGroup, Service, Tier } from '@fatong/network/coverage/vocabulary.ts'
