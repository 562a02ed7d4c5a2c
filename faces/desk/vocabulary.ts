/** The one door through which the desk reads the words declared by casework and law. */
export {
  AGE_GROUPS,
  CHANNELS,
  CRS_NAMES,
  DECLINE_REASONS,
  FACTS,
  MATERIAL_KINDS,
  PLACE_KINDS,
  PROXY_RELATIONS,
  REFUSAL_REASONS,
  ROLES,
  SAME_DAY_STEPS,
  SERVICES,
  SERVICE_FORMS,
  CLOSED_BY,
  STATUSES,
  SUPPLEMENT_ITEMS,
  TERMINATION_GROUNDS,
  URGENT_GROUNDS,
  formatCitation,
} from '@fatong/contract/vocabulary.ts'
export type { AgeGroup, Service, Tier } from '@fatong/contract/vocabulary.ts'
export type {
  Citation,
  FactKey,
  MaterialKind,
  Role,
  SupplementItemCode,
} from '@fatong/contract/vocabulary.ts'
