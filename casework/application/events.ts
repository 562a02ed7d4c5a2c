import type { Instant, LocalDate } from '@fatong/law/calendar/dates.ts'
import type { ClosedBy, DeclineReason, RefusalReason, TerminationGround, UrgentGround } from '../vocabulary.ts'
import type { SupplementItem } from './commands.ts'
import type {
  AdviceTaken,
  Actor,
  ApplicationForm,
  ConflictCheck,
  Material,
  NotificationLetter,
  Provider,
  ReviewOpinion,
} from './types.ts'

interface Issued {
  documentNumber: string
}

/** What has happened to a case. Plain JSON, past tense, never changed afterwards (I10). */
export type Event =
  | {
      type: 'applicationSubmitted'
      data: { form: ApplicationForm; number: string; placeId: string; agencyId: string; handOnDueAt?: Instant }
    }
  | {
      type: 'notificationRegistered'
      data: { letter: NotificationLetter; number: string; placeId: string; agencyId: string; materials: Material[] }
    }
  | { type: 'applicationAccepted'; data: Issued }
  | { type: 'reviewRecorded'; data: { review: ReviewOpinion } }
  | {
      type: 'supplementRequested'
      data: Issued & {
        items: SupplementItem[] /** the last day, as told; `chosen` where that was a day off (DL-9) */
        deadline: LocalDate
        chosen?: LocalDate
        contradiction?: string
      }
    }
  | { type: 'supplementExtended'; data: { deadline: LocalDate; chosen?: LocalDate; reason: string } }
  | { type: 'materialsSupplied'; data: { materials: Material[]; note: string } }
  | { type: 'applicationWithdrawn'; data: { deemed: boolean; reason: string; documentNumber?: string } }
  | { type: 'applicationTransferred'; data: Issued & { to: string; reason: string } }
  | { type: 'remoteVerificationStarted'; data: Issued & { agency: string; question: string } }
  | { type: 'remoteVerificationFinished'; data: { result: string } }
  | { type: 'provisionalAidGranted'; data: Issued & { ground: UrgentGround; reason: string } }
  | { type: 'formalitiesCompleted'; data: { materials: Material[] } }
  | { type: 'aidGranted'; data: Issued & { note: string; delayReason?: string } }
  | { type: 'aidRefused'; data: Issued & { reasons: RefusalReason[]; explanation: string } }
  | {
      type: 'lawyerAssigned'
      data: Issued & {
        provider: Provider
        conflictCheck: ConflictCheck
        reasons: string[]
        advice?: AdviceTaken
        override?: string
        authority?: string
        delayReason?: string
      }
    }
  | { type: 'assignmentAccepted'; data: Partial<Issued> }
  | { type: 'assignmentDeclined'; data: { reason: DeclineReason; explanation: string; staffId: string } }
  | { type: 'engagementRecorded'; data: { signedOn: LocalDate; materials: Material[]; obstacle?: string } }
  | { type: 'workStarted'; data: { meetingOn: LocalDate; note: string } }
  | { type: 'progressReported'; data: { note: string; materials: Material[] } }
  | { type: 'terminationGroundReported'; data: { ground: TerminationGround; note: string } }
  | {
      type: 'terminationDeclined'
      data: {
        ground: TerminationGround
        reportedBy: 'recipient' | 'provider' | 'agency'
        reason: string
        /** grounds of other reports that waited and were answered with it */
        also?: TerminationGround[]
      }
    }
  | { type: 'replacementRequested'; data: { reason: string; by: 'recipient' | 'provider' | 'agency' } }
  | { type: 'replacementDecided'; data: { approved: boolean; reason: string; documentNumber?: string } }
  | { type: 'aidTerminated'; data: Issued & { ground: TerminationGround; evidence: string[]; explanation: string } }
  | {
      type: 'caseConcluded'
      data: {
        concludedOn: LocalDate /** absent in cases closed before it was asked */
        closedBy?: ClosedBy
        basis: string
        outcome: string
        recoveredFen?: number
        materials: Material[]
      }
    }
  | { type: 'fileSubmitted'; data: Issued & { materials: Material[]; report: string; propertyTaken?: boolean } }
  | { type: 'fileReturned'; data: { reasons: string[] } }
  | { type: 'subsidyApproved'; data: { amountFen: number } }
  | {
      type: 'evaluationRecorded'
      data: { satisfied: boolean | null; grade: 'excellent' | 'good' | 'pass' | 'fail'; note: string }
    }
  | { type: 'caseArchived'; data: { shelf: string } }
  | { type: 'objectionFiled'; data: { statement: string; materials?: Material[] } }
  | { type: 'objectionDecided'; data: Issued & { outcome: 'uphold' | 'orderCorrection'; explanation: string } }
  | { type: 'correctionCarriedOut'; data: { note: string } }
  | { type: 'materialsAdded'; data: { materials: Material[]; note: string } }
  | { type: 'affiliatesNamed'; data: { opponent: string; names: string[] } }
  | { type: 'messageLeft'; data: { text: string; to: 'applicant' | 'agency' | 'lawyer' } }
export type EventType = Event['type']
export type EventOf<T extends EventType> = Extract<Event, { type: T }>

/** An event with who, when, from where (I10). `version` counts from 1 in its case. */
export type RecordedEvent = Event & { at: Instant; actor: Actor; version: number }
