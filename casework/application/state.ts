import type { Instant, LocalDate } from '@fatong/law/calendar/dates.ts'
import type { ClosedBy, RefusalReason, SameDayStep, Status, TerminationGround, UrgentGround } from '../vocabulary.ts'
import type { SupplementItem } from './commands.ts'
import type {
  Actor,
  ApplicationForm,
  ConflictCheck,
  Material,
  NotificationLetter,
  Provider,
  ReviewOpinion,
} from './types.ts'

export interface Person {
  kind: Actor['kind']
  id: string
  name: string
}
export interface Pause {
  from: Instant
  until?: Instant
  why: 'supplement' | 'remoteVerification'
}

/** One of the four same-days: when it began to run, when it was done. A pause starts a fresh day (rule book 2.4). */
export interface StepRecord {
  startedAt: Instant
  doneAt?: Instant
  missReason?: string
  paused: boolean
}

/** A report or request of an end of the aid; `declined` once the agency has answered that the aid goes on */
export interface TerminationReport {
  ground: TerminationGround
  note: string
  by: Person
  at: Instant
  declined?: { reason: string; by: Person; at: Instant }
}

/** A case as folded from its events: plain JSON, kept as a snapshot beside them. */
export interface CaseState {
  version: number
  status: Status
  kind: 'application' | 'notified'
  number: string
  placeId: string
  agencyId: string
  openedAt: Instant
  form?: ApplicationForm
  /** until when the application had to be handed on, counted on the day it came in (AC-10, AC-11) */
  handOnDueAt?: Instant
  letter?: NotificationLetter
  materials: Material[]
  acceptedBy?: Person
  review?: ReviewOpinion & { by: Person; at: Instant }
  supplement?: {
    items: SupplementItem[]
    deadline: LocalDate
    /** the day off that was chosen, where `deadline` is the working day after it */
    chosen?: LocalDate
    requestedAt: Instant
    count: number
    suppliedAt?: Instant
    /** each with the day it ended on before */
    extensions?: { from: LocalDate; reason: string; by: Person; at: Instant }[]
  }
  verification?: { agency: string; question: string; startedAt: Instant; result?: string }
  /** intervals in which the review clock stood still (AC-4) */
  pauses: Pause[]
  provisional?: { ground: UrgentGround; reason: string; at: Instant; formalitiesAt?: Instant }
  decision?: {
    outcome: 'granted' | 'refused'
    at: Instant
    by: Person
    documentNumber: string
    note: string
    reasons?: RefusalReason[]
  }
  assignment?: {
    provider: Provider
    at: Instant
    by: Person
    conflictCheck: ConflictCheck
    acceptedAt?: Instant
    documentNumber: string
    reasons: string[]
    override?: string
  }
  /** 办案机关 of an application for defence, as told when somebody was assigned; a notified case has it in its letter */
  authority?: string
  declined: { staffId: string; name: string; reason: string; at: Instant }[]
  engagement?: { signedOn: LocalDate; at: Instant; obstacle?: string }
  work?: { meetingOn: LocalDate; at: Instant }
  progress: { at: Instant; by: string; note: string }[]
  /** the last report or request of an end, and those before it: a lawyer's report takes no answer from a recipient */
  terminationReport?: TerminationReport
  earlierReports?: TerminationReport[]
  replacement?: {
    reason: string
    by: 'recipient' | 'provider' | 'agency'
    requestedAt: Instant
    statusBefore: Status
    decided?: boolean
    decidedAt?: Instant
  }
  /** the promise to find another lawyer the same day (T17), kept apart from the four same-days */
  reassignment?: StepRecord
  termination?: {
    ground: TerminationGround
    at: Instant
    by: Person
    evidence: string[]
    explanation: string
    statusBefore: Status
    documentNumber: string
  }
  conclusion?: {
    concludedOn: LocalDate
    at: Instant
    closedBy?: ClosedBy
    basis: string
    outcome: string
    recoveredFen?: number
  }
  file?: { submittedAt: Instant; report: string; propertyTaken?: boolean; returnedAt?: Instant; returns: string[][] }
  subsidyFen?: number
  evaluation?: { satisfied: boolean | null; grade: string; note: string; at: Instant }
  archive?: { shelf: string; at: Instant }
  objection?: {
    statement: string
    filedAt: Instant
    against: 'refused' | 'terminated'
    outcome?: 'uphold' | 'orderCorrection'
    decidedAt?: Instant
    explanation?: string
  }
  /** when a decision was revoked by order of the bureau (T26): limits of the step that is open again run from here */
  correctedAt?: Instant
  withdrawal?: { deemed: boolean; reason: string; at: Instant }
  transfer?: { to: string; reason: string; at: Instant }
  steps: Partial<Record<SameDayStep, StepRecord>>
  messages: { at: Instant; from: Person; to: 'applicant' | 'agency' | 'lawyer'; text: string }[]
  /** numbers of documents issued, in order */
  issued: { event: string; documentNumber: string; at: Instant }[]
}

export const TERMINAL: readonly Status[] = ['transferred', 'withdrawn', 'archived']
/** 办理态: someone may work on the case; a termination is possible (T18). */
export const IN_HAND: readonly Status[] = [
  'provisional',
  'granted',
  'notified',
  'assigned',
  'engaged',
  'inProgress',
  'reassigning',
]
/** A correction was asked for, and nothing has come in yet (AC-2, AC-3). */
export const awaitsPapers = ({ status, supplement }: CaseState): boolean =>
  status === 'supplementing' && supplement !== undefined && supplement.suppliedAt === undefined
