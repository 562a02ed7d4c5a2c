import type { LocalDate } from '../calendar/dates.ts'
import type { NotifiedGround } from './notified-defence/grounds.ts'

/** 律师, 基层法律服务工作者, 援助机构内有资格的人员, 高校师生志愿者, 其他志愿者 */
export const PROVIDER_KINDS = {
  lawyer: '律师',
  grassrootsLegalWorker: '基层法律服务工作者',
  agencyStaff: '法律援助机构工作人员（有律师资格或法律职业资格）',
  studentVolunteer: '高校师生志愿者',
  volunteer: '其他法律援助志愿者',
} as const
export type ProviderKind = keyof typeof PROVIDER_KINDS

/** The forms of service that matter for a ban (法律援助法 22). */
export type AidService =
  | 'legalConsultation'
  | 'documentDrafting'
  | 'criminalDefense'
  | 'civilRepresentation'
  | 'dutyLawyer'
  | 'laborRepresentation'
  | 'other'

export interface CaseToAssign {
  service: AidService
  /** The notice's ground, where the case came by notice. Absent for a case that was applied for. */
  notifiedGround?: NotifiedGround
  /** 可能判处无期徒刑、死刑. Absent means not known; only asked of criminal defence. */
  mayGetLifeOrDeath?: boolean
  /** The person defended is under 18. Absent means not known. */
  juvenile?: boolean
}

export interface ProviderFacts {
  kind: ProviderKind
  /** First day of practice as a lawyer. */
  practisingSince?: LocalDate
  /** First day of work as a criminal defender. */
  criminalDefenceSince?: LocalDate
  /** 熟悉未成年人身心特点, as recorded by the firm or the centre. */
  juvenileExperience?: boolean
}
