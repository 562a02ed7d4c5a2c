import type { DeskCommand, DeskCommandBody } from '@fatong/contract/desk/commands.ts'
import { addDays, localDateOf, type Instant, type LocalDate } from '@fatong/law/calendar/dates.ts'
import type { SampleCase } from './cases.ts'
import type { When } from './timetable.ts'

/** What a step of a sample case may do. */
export interface Stage {
  at: Instant
  today: LocalDate
  submit(): Promise<void>
  /** somebody of the office, by login */
  desk<C extends DeskCommand>(login: string, command: C, body: DeskCommandBody<C>): Promise<void>
  /** the lawyer the case was given to */
  lawyer<C extends DeskCommand>(command: C, body: DeskCommandBody<C>): Promise<void>
  /** the best candidate whom nothing bars */
  assign(): Promise<void>
  withdraw(reason: string): Promise<void>
  object(statement: string): Promise<void>
  askForAnother(reason: string): Promise<void>
  message(text: string): Promise<void>
}
export interface Step extends When {
  act(stage: Stage): Promise<void>
}

const at = (day: number, hour: number, minute: number, act: Step['act']): Step => ({
  day,
  minute: hour * 60 + minute,
  act,
})
const opinion = (proposal: 'grant' | 'refuse', note: string) => ({ proposal, note })
const NO_FILES = { materialIds: [] }

const submit = at(0, 9, 0, (s) => s.submit())
const accept = at(0, 9, 50, (s) =>
  s.desk('shouli', 'acceptApplication', { review: opinion('grant', '材料齐全，属于援助范围，建议给予援助。') }),
)
const grant = at(0, 11, 0, (s) => s.desk('shenpi', 'grantAid', { note: '申请事项属于法律援助范围，同意给予援助。' }))
const assign = at(0, 14, 40, (s) => s.assign())
const take = at(0, 16, 30, (s) => s.lawyer('acceptAssignment', {}))
const engage = at(2, 10, 0, (s) => s.lawyer('recordEngagement', { signedOn: s.today, ...NO_FILES }))
const meet = at(4, 10, 20, (s) =>
  s.lawyer('startWork', { meetingOn: s.today, note: '约见受援人，了解经过，核对证据。' }),
)
const report = at(7, 15, 0, (s) =>
  s.lawyer('reportProgress', { note: '已经向对方发函，对方答应协商，正在准备书面材料。', ...NO_FILES }),
)
const conclude = at(30, 11, 0, (s) =>
  s.lawyer('concludeCase', {
    concludedOn: s.today,
    closedBy: 'mediation',
    basis: '调解书（样例）',
    outcome: '经调解，对方同意按约定履行，受援人表示满意',
    ...NO_FILES,
  }),
)
const handIn = at(40, 10, 0, (s) =>
  s.lawyer('submitFile', {
    propertyTaken: false,
    report: '接受指派后及时约见受援人，收集证据，参加调解，全程没有收取任何费用。',
    ...NO_FILES,
  }),
)
const giveBack = at(50, 10, 0, (s) => s.desk('shenjuan', 'returnFile', { reasons: ['缺送达回证复印件，请补齐'] }))
const pay = at(50, 10, 0, (s) => s.desk('shenjuan', 'approveSubsidy', { amountFen: 150_000 }))
const visit = at(65, 10, 0, (s) =>
  s.desk('zhiliang', 'recordEvaluation', { satisfied: true, grade: 'good', note: '电话回访，受援人满意，卷宗完整。' }),
)
const archive = at(75, 10, 0, (s) => s.desk('dangan', 'archiveCase', { shelf: '样例柜 1-3' }))

const REFUSAL = { other: 'matterOutOfScope', familyMatters: 'meansExceeded' } as const
const reasonFor = ({ matter }: SampleCase) =>
  matter === 'other' || matter === 'familyMatters' ? REFUSAL[matter] : 'matterOutOfScope'
const refusal = (one: SampleCase): Step[] => [
  submit,
  at(0, 9, 50, (s) =>
    s.desk('shouli2', 'acceptApplication', { review: opinion('refuse', '按提交的材料，不符合援助条件。') }),
  ),
  at(0, 11, 0, (s) =>
    s.desk('shenpi', 'refuseAid', {
      reasons: [reasonFor(one)],
      explanation: '经审查，这次申请不符合法律援助条件。您可以提出异议，也可以免费咨询其他解决办法。',
    }),
  ),
]
const GRANTED = [submit, accept, grant]
const ASSIGNED = [...GRANTED, assign]
const AT_WORK = [...ASSIGNED, take, engage, meet]
const CONCLUDED = [...AT_WORK, report, conclude]
const IN_REVIEW = [...CONCLUDED, handIn]

const SUPPLEMENT = {
  items: [
    { code: 'identity' as const, wording: '身份证正反面照片，要看得清' },
    { code: 'wageEvidence' as const, wording: '能说明这件事的凭据（欠条、工资条、转账记录、考勤、病历等任一种）' },
  ],
}

/** How a sample case came to where it is. */
export function scriptOf(one: SampleCase): Step[] {
  switch (one.until) {
    case 'submitted':
      return [submit]
    case 'supplementing':
      return [
        submit,
        at(0, 10, 0, (s) =>
          s.desk('shouli', 'requestSupplement', { ...SUPPLEMENT, deadline: addDays(localDateOf(s.at), 15) }),
        ),
      ]
    case 'accepted':
      return [submit, accept]
    case 'verifying':
      return [
        submit,
        at(0, 9, 50, (s) => s.desk('shouli', 'acceptApplication', {})),
        at(0, 15, 0, (s) =>
          s.desk('shencha', 'startRemoteVerification', {
            agency: '永登县法律援助中心',
            question: '申请人户籍地家庭收入情况',
          }),
        ),
      ]
    case 'provisional':
      return [
        submit,
        at(0, 9, 40, (s) =>
          s.desk('shenpi', 'grantProvisionalAid', {
            ground: 'UR-1',
            reason: '仲裁时效还剩三天，先安排律师，手续后补。',
          }),
        ),
        assign,
      ]
    case 'granted':
      return GRANTED
    case 'refused':
      return refusal(one)
    case 'objection':
      return [...refusal(one), at(2, 10, 0, (s) => s.object('我认为这件事符合援助条件，请重新审查。'))]
    case 'withdrawn':
      return [submit, accept, at(1, 10, 0, (s) => s.withdraw('对方已经把工资付清了，不用再办了。'))]
    case 'transferred':
      return [
        submit,
        at(0, 11, 0, (s) =>
          s.desk('shouli', 'transferApplication', {
            to: '永登县法律援助中心',
            reason: '工作地点和用人单位都在永登县，由当地机构办理更方便。',
          }),
        ),
      ]
    case 'assigned':
      return one.daysAgo === 0 ? ASSIGNED : [...ASSIGNED, take]
    case 'engaged':
      return [...ASSIGNED, take, engage]
    case 'inProgress':
      return [...AT_WORK, report, at(8, 9, 0, (s) => s.message('谢谢您，开庭的时间定了请早点告诉我。'))]
    case 'reassigning':
      return [...AT_WORK, at(10, 9, 30, (s) => s.askForAnother('律师一直联系不上，想换一位。'))]
    case 'terminated':
      return [
        ...AT_WORK,
        report,
        at(20, 10, 0, (s) => s.lawyer('reportTerminationGround', { ground: 'TM-6', note: '受援人自己另外请了律师。' })),
        at(22, 10, 0, (s) =>
          s.desk('shenpi', 'terminateAid', {
            ground: 'TM-6',
            evidence: ['委托代理合同复印件'],
            explanation: '受援人已经自行委托律师代理本案。',
          }),
        ),
      ]
    case 'concluded':
      return CONCLUDED
    case 'fileReview':
      return IN_REVIEW
    case 'fileReturned':
      return [...IN_REVIEW, giveBack]
    case 'subsidyApproved':
      return [...IN_REVIEW, pay]
    case 'evaluated':
      return [...IN_REVIEW, pay, visit]
    case 'archived':
      return [...IN_REVIEW, pay, visit, archive]
    case 'draft':
    case 'notified':
      throw new Error(`no sample application ends as ${one.until}`)
    default:
      return one.until satisfies never
  }
}
