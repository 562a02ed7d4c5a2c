import * as p from '@fatong/casework/application/testing/people.ts'
import type { Command } from '@fatong/casework/application/commands.ts'
import { filePapersOf, type FilePaperKind } from '@fatong/casework/file/file-papers.ts'
import { addMinutes, type Instant } from '@fatong/law/calendar/dates.ts'
import { describe, expect, it } from 'vitest'
import { checkedData } from '../../../documents/checked-data.ts'
import type { IssuedPaper } from './context.ts'
import { writeFilePaper } from './write.ts'

const head = {
  agencyName: '示例中心',
  bureauName: '示例司法局',
  phone: '0931-0000000',
  address: '示例路1号',
  bureauPhone: '0931-0000000',
  bureauAddress: '示例路2号',
}
/** The last paper of a kind in the file of a case, complete enough to be drawn. */
function paper<K extends FilePaperKind>(kind: K, walk: p.Walk, issued: IssuedPaper[] = []) {
  const found = filePapersOf(walk.events).findLast((one) => one.kind === kind)
  if (!found) throw new Error(`no ${kind}`)
  const { calendar, parameters } = p.contextOf(p.approver, walk.now)
  const today = addMinutes(walk.now, 60 * p.DAY)
  const data = writeFilePaper({ ...found, kind }, { history: walk.events, issued, today, head, calendar, parameters })
  checkedData(kind, data)
  return data
}
const objected = (walk: p.Walk) =>
  walk
    .do(p.applicant, { type: 'fileObjection', statement: '不服' })
    .wait(p.DAY)
    .do(p.bureau, {
      type: 'decideObjection',
      outcome: 'orderCorrection',
      explanation: '应当给予',
      documentNumber: '异1',
    })
    .do(p.director, { type: 'carryOutCorrection', note: '撤销后重新审查' })
const terminate: Command = {
  type: 'terminateAid',
  ground: 'TM-6',
  evidence: ['委托合同'],
  explanation: '另请了律师',
  documentNumber: '终1',
}
const archived = () =>
  p
    .inReview()
    .do(p.fileReviewer, { type: 'returnFile', reasons: ['缺约见笔录', '缺代理词'] })
    .wait(p.DAY)
    .do(p.lawyer, { type: 'submitFile', propertyTaken: false, materials: [], report: '补齐', documentNumber: '结2' })
    .do(p.fileReviewer, { type: 'approveSubsidy', amountFen: 150_050 })
    .do(p.quality, { type: 'recordEvaluation', satisfied: null, grade: 'good', note: '材料齐全' })
    .wait(p.DAY)
    .do(p.archivist, { type: 'archiveCase', shelf: '3 排 2 层' })

describe('papers of a decision', () => {
  it('审批表: the opinion and the decision, each with who and when', () => {
    expect(paper('approvalForm', p.granted())).toMatchObject({
      agencyName: '示例中心',
      caseNumber: 'LX202600001',
      applicant: '马有财',
      opponent: '某劳务公司',
      means: 'waived',
      acceptedBy: '陈晓梅',
      acceptedOn: '2026-11-23',
      checked: '符合',
      proposal: 'grant',
      opinion: '符合',
      reviewer: '陈晓梅',
      outcome: 'granted',
      note: '符合条件',
      approver: '马国强',
      decidedOn: '2026-11-23',
      decisionNumber: '决1',
      drawnOn: '2027-01-22',
    })
  })
  it('审批表 of a refusal names its reasons', () => {
    expect(paper('approvalForm', p.refusedCase())).toMatchObject({
      outcome: 'refused',
      reasons: ['申请的事情不在法律援助范围内'],
      note: '不在范围',
    })
  })
  it('审批表 says what was known at the decision, whatever has become of the case since', () => {
    const walk = p.refusedCase()
    const then = paper('approvalForm', walk)
    objected(walk)
    expect(paper('approvalForm', walk)).toEqual({ ...then, drawnOn: '2027-01-23' })
  })
  it('送达回证: one for each decision, of its number and day', () => {
    expect(paper('serviceReceipt', p.granted())).toMatchObject({ paper: '给予法律援助决定书', paperNumber: '决1' })
    expect(paper('serviceReceipt', p.refusedCase())).toMatchObject({ paper: '不予法律援助决定书', paperNumber: '不1' })
    expect(paper('serviceReceipt', p.inProgress().do(p.approver, terminate))).toMatchObject({
      addressee: '马有财',
      paper: '终止法律援助决定书',
      paperNumber: '终1',
      paperOn: '2026-11-24',
    })
  })
  it('先行援助审批记录: the moment, and when the formalities were completed', () => {
    const walk = p.provisional()
    expect(paper('provisionalRecord', walk)).toMatchObject({
      recordNumber: '先1',
      ground: 'UR-1',
      reason: '时效剩三天',
      approver: '马国强',
      approvedAt: '2026年11月23日10时0分',
    })
    expect(paper('provisionalRecord', walk).formalitiesOn).toBeUndefined()
    walk.wait(2 * p.DAY).do(p.clerk, { type: 'completeFormalities', materials: [] })
    expect(paper('provisionalRecord', walk).formalitiesOn).toBe('2026-11-25')
  })
  it('撤销原决定记录: of a refusal looked at again and of a termination taken back', () => {
    expect(paper('revocationRecord', objected(p.refusedCase()))).toMatchObject({
      contestedTitle: '不予法律援助决定书',
      contestedNumber: '不1',
      orderNumber: '异1',
      orderedOn: '2026-11-24',
      note: '撤销后重新审查',
      status: '已受理',
      correctedBy: '赵明德',
    })
    expect(paper('revocationRecord', objected(p.inProgress().do(p.approver, terminate)))).toMatchObject({
      contestedTitle: '终止法律援助决定书',
      contestedNumber: '终1',
      status: '办理中',
    })
  })
})

describe('papers of handling and closing', () => {
  const request: Command = { type: 'requestReplacement', reason: '联系不上' }
  const decide = (approve: boolean): Command => ({ type: 'decideReplacement', approve, reason: '已经核实' })
  it('更换申请审批表: open until it is decided, and the lawyer who was to be replaced', () => {
    const walk = p.inProgress().do(p.applicant, request)
    expect(paper('replacementForm', walk)).toMatchObject({
      provider: '林书航',
      cause: 'recipient',
      askedBy: '马有财',
      reason: '联系不上',
      outcome: undefined,
      approver: undefined,
    })
    walk.wait(p.DAY).do(p.approver, decide(true))
    expect(paper('replacementForm', walk)).toMatchObject({
      provider: '林书航',
      outcome: 'approved',
      explanation: '已经核实',
      approver: '马国强',
      decidedOn: '2026-11-25',
    })
  })
  it('two requests have two forms, each with its own decision', () => {
    const walk = p.inProgress().do(p.applicant, request).do(p.approver, decide(false)).do(p.lawyer, request)
    const forms = filePapersOf(walk.events).filter(({ kind }) => kind === 'replacementForm')
    const { calendar, parameters } = p.contextOf(p.approver, walk.now)
    const written = forms.map((one) =>
      writeFilePaper(one, { history: walk.events, issued: [], today: walk.now, head, calendar, parameters }),
    )
    expect(written).toMatchObject([
      { outcome: 'refused', cause: 'recipient' },
      { outcome: undefined, cause: 'provider' },
    ])
  })
  it('退卷意见: what is missing, and the day that is ours', () => {
    const walk = p.inReview().do(p.fileReviewer, { type: 'returnFile', reasons: ['缺约见笔录', '缺代理词'] })
    expect(paper('fileReturnOpinion', walk)).toMatchObject({
      handlingOrg: '甲律师事务所',
      provider: '林书航',
      times: '第1次',
      reasons: [{ reason: '缺约见笔录' }, { reason: '缺代理词' }],
      // The fifteenth day is a Saturday.
      mendBy: '2026-12-21',
      reviewer: '何文静',
    })
  })
  it('补贴, 回访, 评查: what was recorded, and no more', () => {
    const walk = archived()
    expect(paper('subsidyRecord', walk)).toMatchObject({ amount: '1,500.5 元', reviewer: '何文静', provider: '林书航' })
    expect(paper('returnVisitForm', walk)).toMatchObject({
      satisfied: 'notAsked',
      outcome: '拿回工资',
      visitor: '高振国',
    })
    expect(paper('appraisalForm', walk)).toMatchObject({
      grade: 'good',
      note: '材料齐全',
      returns: '1 次',
      closingDocument: '调解书',
    })
  })
  it('备考表: through whose hands the file went, and how much it holds', () => {
    expect(paper('closingNote', archived(), [grantOf(p.MORNING)])).toMatchObject({
      holds: '编号的文书 1 件，交来的材料 1 件，审批、送达等表 7 件',
      handedInBy: '林书航',
      reviewer: '何文静',
      archivist: '苏婷',
      shelf: '3 排 2 层',
    })
  })
})

const grantOf = (issuedAt: Instant): IssuedPaper => ({
  kind: 'grantDecision',
  title: '给予法律援助决定书',
  number: '决1',
  issuedAt,
})
describe('卷内目录', () => {
  it('lists what is in the file by its place, numbered papers with their number', () => {
    const { items } = paper('fileIndex', archived(), [grantOf(p.MORNING)])
    expect(items.map(({ name }) => name)).toEqual([
      '法律援助审批表',
      '送达回证',
      '给予法律援助决定书',
      '欠薪凭据（欠条.jpg）',
      '退卷意见',
      '法律援助补贴审核与发放记录',
      '法律援助案件回访表',
      '法律援助案卷评查表',
      '卷内备考表',
    ])
    expect(items[2]).toEqual({ name: '给予法律援助决定书', number: '决1', on: '2026-11-23' })
    expect(items[0]!.number).toBeUndefined()
  })
  it('is there as soon as the file is handed in, for whoever reviews it', () => {
    expect(paper('fileIndex', p.inReview()).items.map(({ name }) => name)).toEqual([
      '法律援助审批表',
      '送达回证',
      '欠薪凭据（欠条.jpg）',
    ])
  })
})
