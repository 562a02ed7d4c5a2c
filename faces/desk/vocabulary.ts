/** The one door through which the desk reads the words declared by casework and law. */
export {
  CHANNELS, DECLINE_REASONS, MATERIAL_KINDS, PLACE_KINDS, PROXY_RELATIONS, REFUSAL_REASONS, ROLES, SAME_DAY_STEPS, SERVICE_FORMS,
  STATUSES, SUPPLEMENT_ITEMS, TERMINATION_GROUNDS, URGENT_GROUNDS,
} from '@fatong/contract/vocabulary.ts'
export type { MaterialKind, PlaceKind, RefusalReason, Role, Status, SupplementItemCode } from '@fatong/contract/vocabulary.ts'
export { FACTS } from '@fatong/contract/vocabulary.ts'
export type { FactKey } from '@fatong/contract/vocabulary.ts'
export { formatCitation } from '@fatong/contract/vocabulary.ts'
export type { Citation } from '@fatong/contract/vocabulary.ts'
