import { SAMPLE_OFFICE } from '@fatong/law/calendar/office-hours.ts'
import { KNOWN_CALENDAR } from '@fatong/law/calendar/tables/known.ts'
import { instantAt, localDate, type Instant } from '@fatong/law/calendar/dates.ts'
import { GANSU_PARAMETERS } from '@fatong/law/parameters/gansu.ts'
import type { Role } from '../../vocabulary.ts'
import type { Command } from '../commands.ts'
import type { Context } from '../context.ts'
import { decide } from '../decide.ts'
import { evolve } from '../evolve.ts'
import type { RecordedEvent } from '../events.ts'
import type { CaseState } from '../state.ts'
import type { Actor, ApplicationForm, Material, NotificationLetter, Provider } from '../types.ts'

const staff = (id: string, name: string, placeId: string, ...roles: Role[]): Actor => ({
  kind: 'staff',
  id,
  name,
  roles,
  placeId,
  channel: 'desk',
})
export const applicant: Actor = {
  kind: 'citizen',
  id: 'person-1',
  name: '马有财',
  roles: [],
  placeId: null,
  channel: 'web',
}
export const clerk = staff('clerk-1', '陈晓梅', 'center', 'clerk', 'reviewer')
export const approver = staff('approver-1', '马国强', 'center', 'approver')
export const assigner = staff('assigner-1', '周海燕', 'center', 'assigner')
export const lawyer = staff('lawyer-1', '林书航', 'firm-1', 'lawyer')
export const fileReviewer = staff('reviewer-9', '何文静', 'center', 'fileReviewer')
export const quality = staff('quality-1', '高振国', 'center', 'qualityOfficer')
export const archivist = staff('archivist-1', '苏婷', 'center', 'archivist')
export const bureau = staff('bureau-1', '安志远', 'district', 'bureauOfficer')
export const otherLawyer = staff('lawyer-2', '沈若兰', 'firm-1', 'lawyer')
export const firmManager = staff('manager-1', '孙立群', 'firm-1', 'firmManager')
export const director = staff('director-1', '赵明德', 'center', 'director', 'approver')
export const station = staff('station-1', '魏红霞', 'station-1', 'stationStaff')
export const stranger: Actor = { ...applicant, id: 'person-9', name: '路人' }
export const timer: Actor = { kind: 'system', id: 'system', name: '系统', roles: [], placeId: null, channel: 'system' }
export const EVERYONE = [
  applicant,
  clerk,
  approver,
  assigner,
  lawyer,
  otherLawyer,
  firmManager,
  director,
  station,
  fileReviewer,
  quality,
  archivist,
  bureau,
  stranger,
  timer,
]

export const provider: Provider = {
  staffId: 'lawyer-1',
  name: '林书航',
  orgId: 'firm-1',
  orgName: '甲律师事务所',
  kind: 'lawyer',
  practiceYears: 9,
  criminalDefenseYears: 6,
  juvenileAware: false,
}
export const otherProvider: Provider = {
  ...provider,
  staffId: 'lawyer-2',
  name: '沈若兰',
  practiceYears: 6,
  criminalDefenseYears: 3,
}
export const photo: Material = {
  id: 'm-1',
  kind: 'wageEvidence',
  name: '欠条.jpg',
  sha256: 'a'.repeat(64),
  mediaType: 'image/jpeg',
  bytes: 1000,
  addedAt: 0 as Instant,
}

/** A migrant worker's unpaid wages; Monday 2026-11-23, ten in the morning. */
export const MORNING = instantAt(localDate('2026-11-23'), 10 * 60)
export const form: ApplicationForm = {
  matter: 'laborRemuneration',
  serviceForm: 'laborRepresentation',
  applicant: { personId: 'person-1', name: '马有财' },
  opponents: [{ name: '某劳务公司', kind: 'organisation' }],
  facts: { matter: 'laborRemuneration', laborClaim: 'pay', isMigrantWorker: true, applicantRole: 'self' },
  story: '三个月工资没发',
  claimFen: 1_860_000,
  materials: [photo],
  signatureMaterialId: 's-1',
  consents: { notice: '1', sensitive: true, meansQuery: true, at: MORNING },
}
export const letter: NotificationLetter = {
  authority: '某区人民法院',
  letterNumber: '（2026）1号',
  receivedAt: MORNING,
  ground: 'ND-4',
  stage: 'firstInstance',
  defendant: { personId: 'person-2', name: '张某' },
  charge: '故意杀人',
  coDefendants: [],
}
export const check = { checkedAt: MORNING, findings: [] }

export const submit: Command = {
  type: 'submitApplication',
  form,
  number: 'LX202600001',
  placeId: 'station-1',
  agencyId: 'center',
}
export const accept: Command = {
  type: 'acceptApplication',
  review: { proposal: 'grant', note: '符合', assessmentVerdict: 'holds' },
  documentNumber: '收1',
}
export const grant: Command = { type: 'grantAid', note: '符合条件', documentNumber: '决1' }
export const assign: Extract<Command, { type: 'assignLawyer' }> = {
  type: 'assignLawyer',
  provider,
  conflictCheck: check,
  reasons: ['擅长劳动案件'],
  documentNumber: '指1',
}
export const assignOther: Command = { ...assign, provider: otherProvider, documentNumber: '指2' }

export const contextOf = (actor: Actor, now: Instant): Context => ({
  actor,
  now,
  calendar: KNOWN_CALENDAR,
  office: SAMPLE_OFFICE,
  parameters: GANSU_PARAMETERS,
})

/** A case one can push along; keeps every event it ever had. */
export class Walk {
  state: CaseState | null = null
  readonly events: RecordedEvent[] = []
  constructor(public now: Instant = MORNING) {}

  try(actor: Actor, command: Command) {
    const decision = decide(this.state, command, contextOf(actor, this.now))
    if (decision.ok) {
      for (const event of decision.events) {
        const recorded = { ...event, at: this.now, actor, version: this.events.length + 1 } as RecordedEvent
        this.events.push(recorded)
        this.state = evolve(this.state, recorded)
      }
    }
    return decision
  }
  /** Must succeed. */
  do(actor: Actor, command: Command): this {
    const decision = this.try(actor, command)
    if (!decision.ok)
      throw new Error(`${command.type} was refused: ${decision.refusal} ${JSON.stringify(decision.data)}`)
    return this
  }
  /** Lets minutes pass. */
  wait(minutes: number): this {
    this.now = (this.now + minutes * 60_000) as Instant
    return this
  }
}
export const DAY = 24 * 60
export const submitted = () => new Walk().do(applicant, submit)
export const accepted = () => submitted().wait(20).do(clerk, accept)
export const granted = () => accepted().wait(20).do(approver, grant)
export const assigned = () => granted().wait(20).do(assigner, assign)
export const inProgress = () =>
  assigned()
    .do(lawyer, { type: 'acceptAssignment' })
    .wait(DAY)
    .do(lawyer, { type: 'recordEngagement', signedOn: localDate('2026-11-24'), materials: [] })
    .do(lawyer, { type: 'startWork', meetingOn: localDate('2026-11-24'), note: '见面' })
export const concluded = () =>
  inProgress()
    .wait(10 * DAY)
    .do(lawyer, {
      type: 'concludeCase',
      concludedOn: localDate('2026-12-01'),
      closedBy: 'mediation',
      basis: '调解书',
      outcome: '拿回工资',
      materials: [],
    })
export const inReview = () =>
  concluded().do(lawyer, {
    type: 'submitFile',
    propertyTaken: false,
    materials: [],
    report: '办理经过',
    documentNumber: '结1',
  })
export const notified = () =>
  new Walk().do(clerk, {
    type: 'registerNotification',
    letter,
    number: 'LX202600002',
    placeId: 'center',
    agencyId: 'center',
    materials: [],
  })
export const refusedCase = () =>
  accepted().do(approver, {
    type: 'refuseAid',
    reasons: ['matterOutOfScope'],
    explanation: '不在范围',
    documentNumber: '不1',
  })
export const paid = () => inReview().do(fileReviewer, { type: 'approveSubsidy', amountFen: 1 })
export const verifying = () =>
  accepted().do(clerk, { type: 'startRemoteVerification', agency: '外地', question: '收入', documentNumber: '函1' })
export const provisional = () =>
  submitted().do(approver, { type: 'grantProvisionalAid', ground: 'UR-1', reason: '时效剩三天', documentNumber: '先1' })
/** Where a case may stand; random walks begin here. */
export const STARTS = [
  verifying,
  submitted,
  accepted,
  granted,
  assigned,
  inProgress,
  inReview,
  paid,
  notified,
  refusedCase,
  provisional,
]
