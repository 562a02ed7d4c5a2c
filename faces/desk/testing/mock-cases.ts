/// <reference types="node" />
import type { Command } from '@fatong/casework/application/commands.ts'
import { decide } from '@fatong/casework/application/decide.ts'
import type { RecordedEvent } from '@fatong/casework/application/events.ts'
import { evolve } from '@fatong/casework/application/evolve.ts'
import type { CaseState } from '@fatong/casework/application/state.ts'
import type { Actor, ApplicationForm, Material, Provider } from '@fatong/casework/application/types.ts'
import type { Refusal } from '@fatong/casework/vocabulary.ts'
import type { CasePage } from '@fatong/contract/desk/cases.ts'
import { SAMPLE_OFFICE } from '@fatong/law/calendar/office-hours.ts'
import { KNOWN_CALENDAR } from '@fatong/law/calendar/tables/known.ts'
import { instantAt, localDate, type Instant } from '@fatong/law/calendar/dates.ts'
import { GANSU_PARAMETERS } from '@fatong/law/parameters/gansu.ts'
import { uuidOf } from './mock-ids.ts'
import { CENTRE, FIRM, PLACE_NAMES, STATION, type MockStaff } from './mock-people.ts'

/** Monday 2026-11-23, twenty past three in the afternoon: the time of every journey. */
export const NOW = instantAt(localDate('2026-11-23'), 15 * 60 + 20)
export const SETTINGS = { calendar: KNOWN_CALENDAR, office: SAMPLE_OFFICE, parameters: GANSU_PARAMETERS }
const at = (day: string, hour: number, minute = 0): Instant => instantAt(localDate(day), hour * 60 + minute)

/** A case that can be pushed along by the real rules of casework. */
export class MockCase {
  readonly id: string
  readonly events: RecordedEvent[] = []
  documents: { id: string; kind: string; title: string; number: string; issuedAt: number }[] = []
  /** what the applicant uploaded and did not hand in */
  notHandedIn: CasePage['notHandedIn'] = []
  state: CaseState | null = null
  constructor(name: string) {
    this.id = uuidOf(`case ${name}`)
  }

  act(actor: Actor, command: Command, now: Instant): Refusal | null {
    const decision = decide(this.state, command, { actor, now, ...SETTINGS })
    if (!decision.ok) return decision.refusal
    for (const event of decision.events) {
      const recorded = { ...event, at: now, actor, version: this.events.length + 1 }
      this.events.push(recorded)
      this.state = evolve(this.state, recorded)
    }
    const documentNumber = 'documentNumber' in command ? command.documentNumber : undefined
    const title = TITLES[command.type]
    if (documentNumber && title)
      this.documents.push({
        id: uuidOf(`${this.id} ${documentNumber}`),
        kind: command.type,
        title,
        number: documentNumber,
        issuedAt: now,
      })
    return null
  }
  get open(): CaseState {
    if (!this.state) throw new Error('the case has not begun')
    return this.state
  }
}

/** The commands that issue a paper (`ISSUES_DOCUMENT`; a test compares both with the server's own), and how it is called. */
export const TITLES: Partial<Record<Command['type'], string>> = {
  acceptApplication: '申请材料接收凭证',
  requestSupplement: '补充材料通知书',
  confirmDeemedWithdrawn: '视为撤回法律援助申请告知书',
  startRemoteVerification: '法律援助公函',
  grantAid: '给予法律援助决定书',
  refuseAid: '不予法律援助决定书',
  assignLawyer: '指派通知书',
  transferApplication: '转交公函',
  terminateAid: '终止法律援助决定书',
  submitFile: '结案报告表',
  decideObjection: '异议审查决定',
}

const citizen = (name: string): Actor => ({
  kind: 'citizen',
  id: uuidOf(`person ${name}`),
  name,
  roles: [],
  placeId: null,
  channel: 'web',
})
const paper = (name: string, kind: Material['kind'], file: string, when: Instant): Material => ({
  id: uuidOf(`material ${name} ${file}`),
  kind,
  name: file,
  sha256: 'a'.repeat(64),
  mediaType: file.endsWith('pdf') ? 'application/pdf' : 'image/png',
  bytes: 184_000,
  addedAt: when,
})

function wages(name: string, employer: string, months: number, sum: number, when: Instant): ApplicationForm {
  return {
    matter: 'laborRemuneration',
    serviceForm: 'laborRepresentation',
    applicant: { personId: citizen(name).id, name },
    opponents: [{ name: employer, kind: 'organisation', creditCode: '91620100MA7XXXXX0B' }],
    facts: {
      matter: 'laborRemuneration',
      laborClaim: 'pay',
      applicantRole: 'self',
      isMigrantWorker: true,
      hasLawyer: false,
      workPlace: 'here',
      employerPlace: 'here',
      caseBody: 'none',
      deadlineFrom: 'none',
      assistance: 'none',
    },
    story: `我今年三月到${employer}的工地干活，说好每天 260 元，干了五个月，有 ${months} 个月的工资一直没有发。\n找过包工头好几次，他说公司没有给他钱；找公司，公司让找包工头。手上有考勤本和微信转账记录。`,
    claimFen: sum * 100,
    materials: [
      paper(name, 'idFront', '身份证正面.png', when),
      paper(name, 'idBack', '身份证反面.png', when),
      paper(name, 'wageEvidence', '考勤本.png', when),
      paper(name, 'wageEvidence', '转账记录.pdf', when),
      paper(name, 'signature', '签名.png', when),
    ],
    signatureMaterialId: uuidOf(`material ${name} 签名.png`),
    consents: { notice: '1', sensitive: true, meansQuery: true, at: when },
    wishes: { lawyerGender: 'female' },
  }
}

export const providerOf = (person: MockStaff): Provider => ({
  staffId: person.me.staffId,
  name: person.me.name,
  orgId: FIRM,
  orgName: PLACE_NAMES[FIRM] ?? '',
  kind: 'lawyer',
  practiceYears: 9,
  criminalDefenseYears: 5,
  juvenileAware: true,
})

/** A small district: something in every queue. */
export function newCases(staff: Map<string, MockStaff>): MockCase[] {
  const who = (login: string): MockStaff => {
    const found = staff.get(login)
    if (!found) throw new Error(`no ${login}`)
    return found
  }
  const [clerk, head, lawyer] = [who('chenxm'), who('magq'), who('linsh')]
  const made: MockCase[] = []
  const make = (
    name: string,
    employer: string,
    months: number,
    sum: number,
    when: Instant,
    ...steps: [Actor, Command, Instant][]
  ) => {
    const one = new MockCase(name)
    const number = `LX2026${String(101 + made.length).padStart(5, '0')}`
    const all: [Actor, Command, Instant][] = [
      [
        citizen(name),
        {
          type: 'submitApplication',
          form: wages(name, employer, months, sum, when),
          number,
          placeId: STATION,
          agencyId: CENTRE,
        },
        when,
      ],
      ...steps,
    ]
    for (const [actor, command, then] of all) {
      const refusal = one.act(actor, command, then)
      if (refusal) throw new Error(`${name}: ${command.type} was refused: ${refusal}`)
    }
    made.push(one)
    return one
  }
  const accept = (n: number): Command => ({
    type: 'acceptApplication',
    documentNumber: `新法援收〔2026〕${n}号`,
    review: {
      proposal: 'grant',
      note: '是进城务工人员讨要劳动报酬，免予核查经济状况；材料能说明欠薪事实，建议给予法律援助。',
      assessmentVerdict: 'holds',
    },
  })
  const grant = (n: number): Command => ({ type: 'grantAid', note: '同意', documentNumber: `新法援决〔2026〕${n}号` })
  const assign = (n: number): Command => ({
    type: 'assignLawyer',
    provider: providerOf(lawyer),
    conflictCheck: { checkedAt: NOW, findings: [] },
    reasons: ['擅长劳动争议', '手上案件少'],
    documentNumber: `新法援指〔2026〕${n}号`,
  })
  const today = '2026-11-23'

  make('马有财', '兰州鼎盛（样例）建筑劳务有限公司', 3, 18_600, at(today, 9, 12))
  make('张秀英', '西岔好滋味（样例）餐饮店', 2, 7_600, at(today, 11, 5))
  make('苏·阿米娜', '上川绿源（样例）农业合作社', 5, 21_500, at('2026-11-20', 16, 40))
  make('王建军', '兰州宏达（样例）机械有限公司', 4, 32_400, at(today, 8, 50), [
    clerk.actor,
    {
      type: 'requestSupplement',
      items: [{ code: 'wageEvidence', wording: '请补欠条、工资条、转账记录中的任一种' }],
      deadline: localDate('2026-11-30'),
      documentNumber: '新法援补〔2026〕7号',
    },
    at(today, 9, 40),
  ])
  make('刘德福', '秦川永固（样例）建材厂', 6, 41_000, at(today, 9, 30), [clerk.actor, accept(31), at(today, 10, 20)])
  make('陈志明', '兰新区快达（样例）物流有限公司', 2, 9_800, at('2026-11-20', 10, 0), [
    clerk.actor,
    accept(28),
    at('2026-11-20', 11, 0),
  ])
  make(
    '何长生',
    '甘肃筑城（样例）建设工程有限公司',
    4,
    32_400,
    at(today, 8, 40),
    [clerk.actor, accept(30), at(today, 9, 5)],
    [head.actor, grant(19), at(today, 10, 10)],
  )
  make(
    '高小兵',
    '兰州鼎盛（样例）建筑劳务有限公司',
    3,
    17_200,
    at('2026-11-20', 9, 0),
    [clerk.actor, accept(27), at('2026-11-20', 9, 30)],
    [head.actor, grant(18), at('2026-11-20', 10, 30)],
    [head.actor, assign(16), at('2026-11-20', 11, 20)],
  )
  make(
    '丁海龙',
    '西岔诚信（样例）装饰队',
    2,
    8_800,
    at('2026-11-17', 9, 0),
    [clerk.actor, accept(20), at('2026-11-17', 9, 30)],
    [head.actor, grant(12), at('2026-11-17', 10, 30)],
    [head.actor, assign(11), at('2026-11-17', 11, 0)],
    [lawyer.actor, { type: 'acceptAssignment' }, at('2026-11-17', 14, 0)],
    [
      lawyer.actor,
      { type: 'recordEngagement', signedOn: localDate('2026-11-18'), materials: [] },
      at('2026-11-18', 10, 0),
    ],
    [
      lawyer.actor,
      { type: 'startWork', meetingOn: localDate('2026-11-19'), note: '核对了工时和单价' },
      at('2026-11-19', 10, 0),
    ],
  )
  return made
}
