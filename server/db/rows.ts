import type { AuditAction, AuditField, AuditSubject } from '@fatong/casework/audit-words.ts'
import type { Instant, LocalDate } from '@fatong/law/calendar/dates.ts'
import type { Actor } from '@fatong/casework/application/types.ts'
import type { Channel, MaterialKind, Role, SameDayStep, ServiceForm, Status } from '@fatong/casework/vocabulary.ts'

/** An event to be added: `data` and `meta` are written as JSON text and hashed as written. */
export interface NewEvent {
  type: string
  data: unknown
  meta: EventMeta | Record<string, unknown>
  at: Instant
}
export interface EventMeta {
  actor: Actor
  [key: string]: unknown
}

export type Light = 'green' | 'amber' | 'red' | 'off'

/** What lists and searches show of a case, with its folded state. `version` is kept by the database. */
export interface CaseRow {
  id: string
  number: string
  kind: string
  status: Status
  matter: string
  serviceForm: ServiceForm
  applicantName: string
  applicantId: string
  proxyId?: string | null
  helperStaffId?: string | null
  placeId: string
  agencyId: string
  lawyerId?: string | null
  lawyerName?: string | null
  firmId?: string | null
  /** names of the other side, for lists */
  opponents: string
  claimFen?: number | null
  submittedAt: Instant
  /** 当天目标 */
  dueTarget?: Instant | null
  /** 法定期限, last day */
  dueStatutory?: LocalDate | null
  /** what the queue is ordered by; a far day when nothing is due */
  nextDue: Instant
  light: Light
  objectionOpen?: boolean
  updatedAt: Instant
  steps: unknown
  state: unknown
}

export interface PersonRow {
  id: string
  name: string
  idNumberEnc?: Buffer | null
  idNumberBidx?: Buffer | null
  phoneEnc?: Buffer | null
  phoneBidx?: Buffer | null
  addressEnc?: Buffer | null
  birthDate?: LocalDate | null
  gender?: 'female' | 'male' | null
  profile?: Record<string, unknown>
  createdAt: Instant
}

/** `affiliate`: a company that belongs together with an opponent (CF-9) */
export type PartySide = 'applicant' | 'opponent' | 'coDefendant' | 'proxy' | 'affiliate'
export interface PartyRow {
  caseId: string
  side: PartySide
  name: string
  personId?: string | null
  /** blind index of the identity number */
  idBidx?: Buffer | null
  creditCode?: string | null
}

export interface DocumentRow {
  id: string
  caseId: string
  kind: string
  number: string
  title: string
  data: unknown
  issuedAt: Instant
  verifyCode: string
  pdfSha256?: string | null
  docxSha256?: string | null
}

export interface MaterialRow {
  id: string
  caseId?: string | null
  draftId?: string | null
  sha256: string
  kind: MaterialKind
  name: string
  addedByKind: 'citizen' | 'staff' | 'system' | 'anonymous'
  addedById: string
  addedAt: Instant
}

/** From `since` this lawyer acts in the case; whoever acted before stops. With `until`, only the stop is written. */
export interface RepresentationRow {
  caseId: string
  lawyerId: string
  firmId: string
  since: Instant
  until?: Instant | null
}

export interface OutboxMessage {
  channel: string
  recipientEnc?: Buffer | null
  recipientKind?: 'person' | 'staff' | null
  recipientId?: string | null
  payload: unknown
  caseId?: string | null
  at: Instant
  /** not before; `at` when absent */
  notBefore?: Instant
}

export interface StepRow {
  caseId: string
  agencyId: string
  day: LocalDate
  step: SameDayStep
  /** working minutes the step took */
  minutes: number
  sameDay: boolean
  /** the clock stood still in this step (补正、异地核查): left out of the whole-chain rate */
  paused?: boolean
}

export interface AuditEntry {
  at: Instant
  actor: {
    kind: 'citizen' | 'staff' | 'system' | 'anonymous'
    id: string
    name: string
    role?: Role | null
    placeId?: string | null
    channel?: Channel | null
  }
  action: AuditAction
  subjectKind: AuditSubject
  subjectId: string
  caseId?: string | null
  fields?: readonly AuditField[]
  why?: string | null
  ipHash?: string | null
}
