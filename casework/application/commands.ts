import type { LocalDate } from '@fatong/law/calendar/dates.ts'
import type {
  ClosedBy,
  DeclineReason,
  RefusalReason,
  SupplementItemCode,
  TerminationGround,
  UrgentGround,
} from '../vocabulary.ts'
import type {
  AdviceTaken,
  ApplicationForm,
  ConflictCheck,
  Material,
  NotificationLetter,
  Provider,
  ReviewOpinion,
} from './types.ts'

export interface SupplementItem {
  code: SupplementItemCode
  wording: string
}

/** Everything that can be asked of a case (rule book 2.2). Data only; the actor and `now` travel beside it. */
export type Command =
  | {
      type: 'submitApplication'
      form: ApplicationForm /** the applicant's birthday, for the consent of a guardian; kept sealed with the person, never in an event */
      born?: LocalDate
      number: string
      placeId: string
      agencyId: string
    }
  | {
      type: 'registerNotification'
      letter: NotificationLetter
      number: string
      placeId: string
      agencyId: string
      materials: Material[]
    }
  | { type: 'acceptApplication'; review?: ReviewOpinion; documentNumber: string }
  | {
      type: 'requestSupplement'
      items: SupplementItem[]
      deadline: LocalDate
      documentNumber: string
      contradiction?: string
    }
  | { type: 'extendSupplement'; deadline: LocalDate; reason: string }
  | { type: 'supplyMaterials'; materials: Material[]; note: string }
  | { type: 'confirmDeemedWithdrawn'; documentNumber: string }
  | { type: 'withdrawApplication'; reason: string }
  | { type: 'transferApplication'; to: string; reason: string; documentNumber: string }
  | { type: 'startRemoteVerification'; agency: string; question: string; documentNumber: string }
  | { type: 'finishRemoteVerification'; result: string }
  | { type: 'recordReview'; review: ReviewOpinion }
  | { type: 'grantProvisionalAid'; ground: UrgentGround; reason: string; documentNumber: string }
  | { type: 'completeFormalities'; materials: Material[] }
  | { type: 'grantAid'; note: string; documentNumber: string; delayReason?: string }
  | { type: 'refuseAid'; reasons: RefusalReason[]; explanation: string; documentNumber: string }
  | {
      type: 'assignLawyer'
      provider: Provider
      conflictCheck: ConflictCheck | null
      reasons: string[]
      advice?: AdviceTaken
      override?: string /** 办案机关, where the applicant is defended and no letter named it */
      authority?: string
      documentNumber: string
      delayReason?: string
    }
  | { type: 'acceptAssignment' /** of the agreement to be signed */; documentNumber?: string }
  | { type: 'declineAssignment'; reason: DeclineReason; explanation: string }
  | { type: 'recordEngagement'; signedOn: LocalDate; materials: Material[]; obstacle?: string }
  | { type: 'startWork'; meetingOn: LocalDate; note: string }
  | { type: 'reportProgress'; note: string; materials: Material[] }
  | { type: 'reportTerminationGround'; ground: TerminationGround; note: string }
  | { type: 'declineTermination'; reason: string }
  | { type: 'requestReplacement'; reason: string }
  | { type: 'decideReplacement'; approve: boolean; reason: string; documentNumber?: string }
  | { type: 'terminateAid'; ground: TerminationGround; evidence: string[]; explanation: string; documentNumber: string }
  | {
      type: 'concludeCase'
      concludedOn: LocalDate
      closedBy: ClosedBy
      basis: string
      outcome: string
      recoveredFen?: number
      materials: Material[]
    }
  | {
      type: 'submitFile'
      materials: Material[]
      report: string /** 有无收取受援人财物, as the handling lawyer states it (法律援助法 20) */
      propertyTaken: boolean
      documentNumber: string
    }
  | { type: 'returnFile'; reasons: string[] }
  | { type: 'approveSubsidy'; amountFen: number }
  | { type: 'recordEvaluation'; satisfied: boolean | null; grade: 'excellent' | 'good' | 'pass' | 'fail'; note: string }
  | { type: 'archiveCase'; shelf: string }
  | { type: 'fileObjection'; statement: string /** the objection in writing, as handed in */; materials?: Material[] }
  | { type: 'decideObjection'; outcome: 'uphold' | 'orderCorrection'; explanation: string; documentNumber: string }
  | { type: 'carryOutCorrection'; note: string }
  | { type: 'addMaterials'; materials: Material[]; note: string }
  | { type: 'nameAffiliates'; opponent: string; names: string[] }
  | { type: 'leaveMessage'; text: string; to: 'applicant' | 'agency' | 'lawyer' }

export type CommandType = Command['type']
