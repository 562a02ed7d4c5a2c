/** Who can be given cases, and what a case asks. The same fields as the application's assignment, so that its lists fit without translation. */
import type { Instant, LocalDate } from '@fatong/law/calendar/dates.ts'
import type { CaseToAssign } from '@fatong/law/legal-aid/qualification.ts'

export interface Lawyer {
  staffId: string
  name: string
  kind: 'lawyer' | 'grassrootsLegalWorker' | 'agencyStaff' | 'volunteer'
  practiceYears: number
  criminalDefenseYears: number
  juvenileAware: boolean
  specialties: readonly string[]
  openLoad: number
  /** Open cases the lawyer is willing to carry. */
  capacity: number
  /** Absent when never assigned yet. */
  lastAssignedAt?: Instant
  languages: readonly string[]
  gender?: 'female' | 'male'
  /** Place code of the town the lawyer works in. */
  town?: string
  /** Minutes between the office and where the case is (`way` of the case), where known. */
  travelMinutes?: number
  /** Days away, both ends included. */
  leave?: readonly { from: LocalDate; to: LocalDate }[]
  /** Licences that have run out, with the day. */
  lapsed?: readonly string[]
}

export interface CaseAsks {
  /** Absent in notified cases. */
  matter?: string
  /** What the bans of law ask of the case. */
  qualification: CaseToAssign
  wishes?: { language?: string; lawyerGender?: 'female' | 'male'; lawyerId?: string }
  /** Place code of the town in which the case was handed in. */
  town?: string
  /** The place that minutes are counted to, and whether without roads; absent where no minutes are known. */
  way?: { to: string; estimated: boolean }
  /** Who declined this case or was replaced in it. */
  stoodDown: readonly string[]
  today: LocalDate
}

/** What the conflict check found; 'ban' closes the choice, 'explain' has to be explained. */
export interface Finding {
  severity: 'ban' | 'explain'
}

/** Everybody speaks it; wishing it asks nothing of the choice. */
export const COMMON_LANGUAGE = '普通话'
/** What a specialty is compared with. */
export const subjectOf = ({ matter }: Pick<CaseAsks, 'matter'>): string => matter ?? 'criminalDefense'
