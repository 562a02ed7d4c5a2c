/** How candidates are ordered. Bans are settled before a policy is asked, so that no policy can order its way round them. */
import type { Instant, LocalDate } from '@fatong/law/calendar/dates.ts'
import type { MatterCode } from '@fatong/law/legal-aid/facts.ts'
import type { CaseToAssign } from '@fatong/law/legal-aid/qualification.ts'
import type { ConflictFinding, Provider } from '../application/types.ts'

/** A provider with what the choice needs to know of him or her today. */
export interface CandidateProvider extends Provider {
  specialties: readonly string[]
  /** Open cases now, and how many the provider is willing to carry. */
  openLoad: number
  capacity: number
  /** Absent when never assigned yet. */
  lastAssignedAt?: Instant
  languages: readonly string[]
  gender?: 'female' | 'male'
  /** Place code of the town the provider works in. */
  town?: string
  /** Minutes between the office and where the case is (`way` of the case), where known. */
  travelMinutes?: number
  /** Days away, both ends included. */
  leave?: readonly { from: LocalDate; to: LocalDate }[]
  /** Licences that have run out, with the day. */
  lapsed?: readonly string[]
  /** Licences that run out within a month, with the day: said, not barred. */
  expiring?: readonly string[]
}

export interface CaseToPlace {
  /** Absent in notified cases. */
  matter?: MatterCode
  /** What the bans of law ask of the case. */
  qualification: CaseToAssign
  wishes?: { language?: string; lawyerGender?: 'female' | 'male'; lawyerId?: string }
  /** Place code of the town in which the case was handed in. */
  town?: string
  /** The place that minutes are counted to, and whether without roads; absent where no minutes are known. */
  way?: { to: string; estimated: boolean }
  /** Providers who declined this case or were replaced in it. */
  stoodDown: readonly string[]
  today: LocalDate
}

export const REASON_CODES = [
  'namedWish',
  'specialty',
  'load',
  'language',
  'gender',
  'near',
  'defenceYears',
  'explainConflict',
  'full',
] as const
export type ReasonCode = (typeof REASON_CODES)[number]
export interface ScoreReason {
  code: ReasonCode
  says: string
  weight: number
}

export interface Eligible {
  provider: CandidateProvider
  /** Findings to be explained; those with a ban never reach a policy. */
  findings: readonly ConflictFinding[]
}
export interface Scored {
  provider: CandidateProvider
  score: number
  reasons: ScoreReason[]
}

export interface AssignmentPolicy {
  code: string
  /** One sentence for the officer: by what the list is ordered. */
  says: string
  /** Best first, every eligible provider exactly once; the same input gives the same order. */
  order(caseFacts: CaseToPlace, eligible: readonly Eligible[]): Scored[]
}
