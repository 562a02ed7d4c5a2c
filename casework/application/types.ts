import type { Instant, LocalDate } from '@fatong/law/calendar/dates.ts'
import type { HandOnThrough } from '@fatong/law/legal-aid/deadlines.ts'
import type { MatterCode, PartialFacts } from '@fatong/law/legal-aid/facts.ts'
import type { Channel, MaterialKind, ProxyRelation, Role, ServiceForm } from '../vocabulary.ts'

/** Who does something, from where. Kept with each event. */
export interface Actor {
  kind: 'citizen' | 'staff' | 'system'
  /** person id of a citizen, staff id of staff, 'system' for timed work */
  id: string
  name: string
  /** roles held at the place the actor works from; empty for citizens */
  roles: Role[]
  placeId: string | null
  channel: Channel
}

/** A file in the content-addressed store, by its SHA-256. */
export interface Material {
  id: string
  kind: MaterialKind
  name: string
  sha256: string
  mediaType: string
  bytes: number
  addedAt: Instant
}

export interface Opponent {
  name: string
  kind: 'person' | 'organisation'
  /** 统一社会信用代码 */
  creditCode?: string
  /** 关联公司 of an organisation, as far as anybody named them (CF-9) */
  affiliates?: string[]
}

/**
 * What the applicant hands in. Identity numbers and phones are not here: they live encrypted with the
 * person; events hold only the person's id and name.
 */
export interface ApplicationForm {
  matter: MatterCode
  serviceForm: ServiceForm
  applicant: { personId: string; name: string }
  /** 代申请人 */
  proxy?: { personId: string; name: string; relation: ProxyRelation; authorityMaterialId?: string }
  /** 帮办代办: who helped, from which place */
  helper?: { staffId: string; name: string; placeId: string; role: Role }
  /** AC-10, AC-11: asked for in custody or through a duty lawyer, and handed on by staff; `lateReason` when that took more than 24 hours */
  handOn?: { through: HandOnThrough; askedAt: Instant; lateReason?: string }
  /** under which name the person keeps, sealed, what no rule needs and a paper shows (ethnicity, occupation, the family one by one) */
  particulars?: string
  opponents: Opponent[]
  facts: PartialFacts
  story: string
  /** 诉求金额, in fen */
  claimFen?: number
  materials: Material[]
  signatureMaterialId?: string
  consents: { notice: string; sensitive: boolean; meansQuery: boolean; at: Instant }
  /** a wish, not a right: language, gender of the lawyer, named lawyer (点援) */
  /** `lawyerName` as it was when the wish was made, for whoever reads it */
  wishes?: { language?: string; lawyerGender?: 'female' | 'male'; lawyerId?: string; lawyerName?: string }
}

export interface ReviewOpinion {
  proposal: 'grant' | 'refuse'
  note: string
  /** verdict of law/legal-aid at that time, kept as shown to the reviewer */
  assessmentVerdict: 'holds' | 'doesNotHold' | 'notApplicable' | 'needsFacts'
}

/** 通知函 (notified defence or representation; rule book 1.4) */
export interface NotificationLetter {
  authority: string
  letterNumber: string
  receivedAt: Instant
  ground: 'ND-1' | 'ND-2' | 'ND-3' | 'ND-4' | 'ND-5' | 'ND-6' | 'ND-7' | 'ND-8' | 'ND-9' | 'ND-10' | 'ND-11'
  stage: 'investigation' | 'prosecution' | 'firstInstance' | 'secondInstance' | 'deathReview' | 'compulsoryTreatment'
  defendant: { personId: string; name: string; birthDate?: LocalDate }
  charge: string
  coDefendants: string[]
}

export interface ConflictFinding {
  code: 'sameOpponent' | 'formerClient' | 'opponentIsFirmClient' | 'relative' | 'coDefendant'
  severity: 'ban' | 'explain'
  with: string
  caseNumber?: string
}
/** Result of the check against both parties of all known cases (CF-1 to CF-9). */
/** The recommendation that somebody was chosen by, or against; the whole list is kept under its id. */
export interface AdviceTaken {
  id: string
  /** code of the assignment policy, and the version of the district's settings */
  policy: string
  settingsVersion: number
  first: { staffId: string; name: string; reasons: string[] }
  /** of the one chosen, from 1; 0 for somebody who was not on the list */
  place: number
  of: number
}
export interface ConflictCheck {
  checkedAt: Instant
  findings: ConflictFinding[]
  /** required when a finding of severity 'explain' exists */
  explanation?: string
}

/** The lawyer or legal worker who may be assigned, with what qualification bans need (I5, I6). */
export interface Provider {
  staffId: string
  name: string
  orgId: string
  orgName: string
  kind: 'lawyer' | 'grassrootsLegalWorker' | 'agencyStaff' | 'volunteer'
  practiceYears: number
  criminalDefenseYears: number
  juvenileAware: boolean
  /** 执业证号, as in the public register; for papers only */
  licence?: string
  /** the number for business, printed on papers; the private one stays sealed with the account */
  officePhone?: string
}
