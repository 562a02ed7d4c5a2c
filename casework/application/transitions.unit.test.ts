import { localDate } from '@fatong/law/calendar/dates.ts'
import { describe, expect, test } from 'vitest'
import type { Command } from './commands.ts'
import { PERMISSIONS } from './permissions.ts'
import * as p from './testing/people.ts'
import { TRANSITIONS } from './transitions.ts'

const on = (day: string) => localDate(day)
const supplement = {
  type: 'requestSupplement',
  items: [{ code: 'identity', wording: '身份证' }],
  deadline: on('2026-11-30'),
  documentNumber: '补1',
} satisfies Command

describe('rule book 2.2, each transition by example', () => {
  test('T1 申请 to T13 指派 on one day, each step by its own person', () => {
    const walk = p.assigned()
    expect(walk.state).toMatchObject({
      status: 'assigned',
      review: { by: { id: 'clerk-1' } },
      decision: { by: { id: 'approver-1' } },
    })
    expect(Object.keys(walk.state?.steps ?? {})).toEqual(['apply', 'accept', 'decide', 'assign'])
    expect(walk.state?.issued.map((i) => i.documentNumber)).toEqual(['收1', '决1', '指1'])
  })
  test('T3 补正 then T4 受理: the papers came', () => {
    const walk = p.submitted().do(p.clerk, supplement)
    expect(walk.state?.status).toBe('supplementing')
    walk
      .wait(60)
      .do(p.applicant, { type: 'supplyMaterials', materials: [p.photo], note: '' })
      .do(p.clerk, p.accept)
    expect(walk.state).toMatchObject({
      status: 'accepted',
      steps: { decide: { paused: false }, accept: { paused: true } },
    })
  })
  test('T5 补正逾期 is a deemed withdrawal confirmed by a person, never a refusal (10A-3)', () => {
    const walk = p.submitted().do(p.clerk, supplement)
    const early = walk.try(p.clerk, { type: 'confirmDeemedWithdrawn', documentNumber: '撤1' })
    expect(early).toMatchObject({ ok: false, refusal: 'supplementNotExpired' })
    walk.wait(8 * p.DAY).do(p.clerk, { type: 'confirmDeemedWithdrawn', documentNumber: '撤1' })
    expect(walk.state).toMatchObject({ status: 'withdrawn', withdrawal: { deemed: true } })
  })
  test('T5 whoever sent something in is not deemed to have withdrawn, even after the day', () => {
    const walk = p
      .submitted()
      .do(p.clerk, supplement)
      .wait(9 * p.DAY)
      .do(p.applicant, { type: 'supplyMaterials', materials: [], note: '身份证丢了，正在补办' })
    expect(walk.try(p.clerk, { type: 'confirmDeemedWithdrawn', documentNumber: '撤1' })).toMatchObject({
      refusal: 'supplementNotExpired',
    })
  })
  test('withdrawal by the applicant before the decision; afterwards the agency would end the aid', () => {
    expect(p.accepted().do(p.applicant, { type: 'withdrawApplication', reason: '和解了' }).state?.status).toBe(
      'withdrawn',
    )
    expect(p.granted().try(p.applicant, { type: 'withdrawApplication', reason: '和解了' })).toMatchObject({
      refusal: 'wrongStatus',
    })
  })
  test('T6 转交', () =>
    expect(
      p
        .submitted()
        .do(p.clerk, { type: 'transferApplication', to: '永登县法律援助中心', reason: '管辖', documentNumber: '函1' })
        .state?.status,
    ).toBe('transferred'))
  test('T7 异地核查 pauses the review clock and resumes it', () => {
    const walk = p
      .accepted()
      .do(p.clerk, { type: 'startRemoteVerification', agency: '外地', question: '收入', documentNumber: '函1' })
      .wait(3 * p.DAY)
    expect(walk.state?.status).toBe('verifying')
    walk.do(p.clerk, { type: 'finishRemoteVerification', result: '属实' })
    expect(walk.state).toMatchObject({ status: 'accepted', pauses: [{ why: 'remoteVerification', until: walk.now }] })
  })
  test('T8, T9 先行提供: a lawyer before the decision, the decision keeps the work going', () => {
    const walk = p
      .submitted()
      .do(p.approver, { type: 'grantProvisionalAid', ground: 'UR-1', reason: '时效只剩三天', documentNumber: '先1' })
      .do(p.assigner, p.assign)
    expect(walk.state?.status).toBe('provisional')
    walk
      .do(p.clerk, { type: 'completeFormalities', materials: [] })
      .do(p.clerk, { type: 'recordReview', review: { proposal: 'grant', note: '', assessmentVerdict: 'holds' } })
      .do(p.approver, { ...p.grant, delayReason: '补手续' } as typeof p.grant)
    expect(walk.state).toMatchObject({ status: 'assigned', decision: { outcome: 'granted' } })
  })
  test('T11 不予 with a coded reason, T25 异议, T26 改正 back to accepted', () => {
    const walk = p
      .refusedCase()
      .wait(400 * p.DAY)
      .do(p.applicant, { type: 'fileObjection', statement: '不服' })
    expect(walk.try(p.applicant, { type: 'fileObjection', statement: '再来' })).toMatchObject({
      refusal: 'objectionPending',
    })
    walk
      .do(p.bureau, {
        type: 'decideObjection',
        outcome: 'orderCorrection',
        explanation: '应当给予',
        documentNumber: '异1',
      })
      .do(p.approver, { type: 'carryOutCorrection', note: '重审' })
    expect(walk.state).toMatchObject({ status: 'accepted' })
    expect(walk.state?.decision).toBeUndefined()
  })
  test('T25 维持 leaves the refusal standing', () => {
    const walk = p
      .refusedCase()
      .do(p.applicant, { type: 'fileObjection', statement: '不服' })
      .do(p.bureau, { type: 'decideObjection', outcome: 'uphold', explanation: '正确', documentNumber: '异1' })
    expect(walk.try(p.approver, { type: 'carryOutCorrection', note: '' })).toMatchObject({ refusal: 'noObjection' })
  })
  test('T12, T13 通知辩护 goes straight to assignment', () =>
    expect(p.notified().do(p.assigner, p.assign).state?.status).toBe('assigned'))
  test('a lawyer declines: back to granted, remembered, another may be assigned', () => {
    const walk = p.assigned().do(p.lawyer, { type: 'declineAssignment', reason: 'overload', explanation: '手上案子多' })
    expect(walk.state).toMatchObject({ status: 'granted', declined: [{ staffId: 'lawyer-1' }] })
    expect(walk.try(p.assigner, p.assign)).toMatchObject({ refusal: 'lawyerNotQualified' })
    expect(walk.do(p.assigner, p.assignOther).state?.status).toBe('assigned')
  })
  test('T14 to T16: engagement needs acceptance first', () => {
    expect(
      p.assigned().try(p.lawyer, { type: 'recordEngagement', signedOn: on('2026-11-23'), materials: [] }),
    ).toMatchObject({ refusal: 'wrongStatus' })
    expect(
      p.inProgress().do(p.lawyer, { type: 'reportProgress', note: '已立案', materials: [] }).state?.progress,
    ).toHaveLength(1)
  })
  test('T17 更换: requested, decided, assigned anew', () => {
    const walk = p.inProgress().do(p.applicant, { type: 'requestReplacement', reason: '联系不上' })
    expect(walk.try(p.assigner, p.assign)).toMatchObject({ ok: false })
    walk.do(p.approver, { type: 'decideReplacement', approve: true, reason: '属实' }).do(p.assigner, p.assignOther)
    expect(walk.state?.status).toBe('assigned')
    expect(
      p
        .inProgress()
        .do(p.lawyer, { type: 'requestReplacement', reason: '生病' })
        .do(p.approver, { type: 'decideReplacement', approve: false, reason: '可以继续' }).state?.status,
    ).toBe('inProgress')
  })
  test('T18 终止 and T26 correction of it', () => {
    const walk = p.inProgress().do(p.approver, {
      type: 'terminateAid',
      ground: 'TM-6',
      evidence: ['委托合同'],
      explanation: '另请律师',
      documentNumber: '终1',
    })
    expect(walk.state?.status).toBe('terminated')
    walk
      .do(p.applicant, { type: 'fileObjection', statement: '没有另请' })
      .do(p.bureau, {
        type: 'decideObjection',
        outcome: 'orderCorrection',
        explanation: '查证不实',
        documentNumber: '异1',
      })
      .do(p.approver, { type: 'carryOutCorrection', note: '恢复' })
    expect(walk.state?.status).toBe('inProgress')
  })
  test('T19 to T24: concluded, file returned once, subsidy, evaluation, archive', () => {
    const walk = p
      .inReview()
      .do(p.fileReviewer, { type: 'returnFile', reasons: ['缺笔录'] })
      .do(p.lawyer, { type: 'submitFile', propertyTaken: false, materials: [], report: '补齐', documentNumber: '结2' })
      .do(p.fileReviewer, { type: 'approveSubsidy', amountFen: 120_000 })
      .do(p.quality, { type: 'recordEvaluation', satisfied: true, grade: 'good', note: '' })
      .do(p.archivist, { type: 'archiveCase', shelf: 'A-1' })
    expect(walk.state).toMatchObject({ status: 'archived', file: { returns: [['缺笔录']] } })
  })
})

describe('the table itself', () => {
  test.each(TRANSITIONS.map((row) => [row.id, row] as const))(
    '%s names who may, as the permissions have it',
    (_, { command, by }) => {
      const { roles, parties = [] } = PERMISSIONS[command]
      expect([...by].sort()).toEqual([...roles, ...parties].sort())
    },
  )
  test('every same-day step of rule book 2.2 is finished by the row that names it', () => {
    const finished = [p.submitted(), p.accepted(), p.granted(), p.assigned()].map(
      (walk) => walk.events.findLast(({ type }) => TRANSITIONS.some((row) => row.event === type))?.type,
    )
    const steps = (['apply', 'accept', 'decide', 'assign'] as const).map((step) =>
      TRANSITIONS.filter(({ sameDay }) => sameDay === step).map(({ event }) => event),
    )
    finished.forEach((event, index) => expect(steps[index]).toContain(event))
  })
})
