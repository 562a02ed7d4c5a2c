import { instantAt, localDate } from '@fatong/law/calendar/dates.ts'
import { SAMPLE_OFFICE } from '@fatong/law/calendar/office-hours.ts'
import { KNOWN_CALENDAR } from '@fatong/law/calendar/tables/known.ts'
import { describe, expect, test } from 'vitest'
import { clocksOf } from './clocks.ts'
import type { Command } from './commands.ts'
import * as p from './testing/people.ts'

const settings = { office: SAMPLE_OFFICE, calendar: KNOWN_CALENDAR }
const lights = (walk: p.Walk) =>
  Object.fromEntries(clocksOf(walk.state!, walk.now, settings).map((c) => [c.kind, c.light]))

describe('rule book 2.3', () => {
  test('I1 没有决定书不得指派', () =>
    expect(p.accepted().try(p.assigner, p.assign)).toMatchObject({ refusal: 'wrongStatus' }))
  test('I2 notified 不查经济状况', () =>
    expect(
      p
        .notified()
        .try(p.clerk, { type: 'recordReview', review: { proposal: 'grant', note: '', assessmentVerdict: 'holds' } }),
    ).toMatchObject({ refusal: 'notifiedSkipsMeans' }))
  test('I3 补正一次性告知; a second notice needs contradicting materials', () => {
    const ask = {
      type: 'requestSupplement',
      items: [{ code: 'identity', wording: '身份证' }],
      deadline: localDate('2026-11-30'),
      documentNumber: '补1',
    } satisfies Command
    const walk = p.submitted().do(p.clerk, ask)
    expect(walk.try(p.clerk, ask)).toMatchObject({ refusal: 'alreadySupplemented' })
    expect(walk.do(p.clerk, { ...ask, contradiction: '两份欠条金额不一致' }).state?.supplement?.count).toBe(2)
  })
  test('I4 审查员与审批人不是同一人; no conflict check, no assignment', () => {
    const both = { ...p.clerk, roles: ['clerk', 'reviewer', 'approver'] as typeof p.clerk.roles }
    expect(p.accepted().try(both, p.grant)).toMatchObject({ refusal: 'sameReviewerAndApprover' })
    expect(p.granted().try(p.assigner, { ...p.assign, conflictCheck: null } as typeof p.assign)).toMatchObject({
      refusal: 'conflictCheckMissing',
    })
    const finding = { code: 'formerClient', severity: 'explain', with: '某公司' } as const
    const withFinding = { ...p.assign, conflictCheck: { ...p.check, findings: [finding] } } as typeof p.assign
    expect(p.granted().try(p.assigner, withFinding)).toMatchObject({ refusal: 'conflictOfInterest' })
    expect(
      p.granted().try(p.assigner, {
        ...withFinding,
        conflictCheck: { ...p.check, findings: [finding], explanation: '三年前咨询一次' },
      } as typeof p.assign),
    ).toMatchObject({ ok: true })
    expect(
      p.granted().try(p.assigner, {
        ...p.assign,
        conflictCheck: { ...p.check, findings: [{ ...finding, severity: 'ban' }], explanation: '说明' },
      } as typeof p.assign),
    ).toMatchObject({ refusal: 'conflictOfInterest' })
  })
  test('I5 可能判死刑、无期: three years of practice', () => {
    const young = {
      ...p.assign,
      provider: { ...p.provider, practiceYears: 2, criminalDefenseYears: 2 },
    } as typeof p.assign
    expect(p.notified().try(p.assigner, young)).toMatchObject({ refusal: 'lawyerNotQualified' })
  })
  test('I6 刑事辩护只能是律师', () => {
    const worker = { ...p.assign, provider: { ...p.provider, kind: 'grassrootsLegalWorker' } } as typeof p.assign
    expect(p.notified().try(p.assigner, worker)).toMatchObject({ refusal: 'lawyerNotQualified' })
    expect(p.granted().try(p.assigner, worker)).toMatchObject({ ok: true })
  })
  test('I7 终止 needs evidence, and the lawyer only reports', () => {
    const end = {
      type: 'terminateAid',
      ground: 'TM-1',
      evidence: [],
      explanation: '骗取',
      documentNumber: '终1',
    } satisfies Command
    expect(p.inProgress().try(p.approver, end)).toMatchObject({ refusal: 'evidenceMissing' })
    expect(p.inProgress().try(p.lawyer, { ...end, evidence: ['材料'] })).toMatchObject({ refusal: 'notAllowed' })
    expect(p.notified().try(p.approver, { ...end, ground: 'TM-4', evidence: ['材料'] })).toMatchObject({
      refusal: 'groundNotApplicable',
    })
  })
  test('I9 a missed promise is amber, a passed legal limit is red, and a reason is asked for', () => {
    const walk = p.accepted().wait(p.DAY)
    expect(lights(walk)).toMatchObject({ decide: 'amber', review: 'green' })
    expect(walk.try(p.approver, p.grant)).toMatchObject({ refusal: 'delayReasonMissing' })
    walk.wait(7 * p.DAY)
    expect(lights(walk)).toMatchObject({ decide: 'amber', review: 'red' })
  })
  test('I10 who, when and which document stay with every event', () => {
    for (const event of p.assigned().events)
      expect(event).toMatchObject({
        at: expect.any(Number),
        actor: { id: expect.any(String) },
        version: expect.any(Number),
      })
  })
  test('AC-4 days of waiting for papers are given back: four days from the 23rd to the 27th', () => {
    const walk = p.submitted().do(p.clerk, {
      type: 'requestSupplement',
      items: [{ code: 'identity', wording: '身份证' }],
      deadline: localDate('2026-11-30'),
      documentNumber: '补1',
    })
    expect(clocksOf(walk.state!, walk.now, settings).find((c) => c.kind === 'review')?.light).toBe('paused')
    walk.wait(4 * p.DAY).do(p.applicant, { type: 'supplyMaterials', materials: [p.photo], note: '' })
    const review = clocksOf(walk.state!, walk.now, settings).find((c) => c.kind === 'review')
    expect(review?.statutory?.lastDay).toBe('2026-12-04')
  })
  test('2.4 after hours: the legal clock runs from receipt, the promise from the next working day', () => {
    const walk = new p.Walk(instantAt(localDate('2026-11-27'), 20 * 60)).do(p.applicant, p.submit)
    const clocks = clocksOf(walk.state!, walk.now, settings)
    expect(clocks.find((c) => c.kind === 'accept')?.target?.day).toBe('2026-11-30')
    expect(clocks.find((c) => c.kind === 'review')?.statutory?.lastDay).toBe('2026-12-04')
  })
  test('AC-12 nobody handles an application of their own', () => {
    const self = { ...p.clerk, name: '马有财' }
    expect(p.submitted().try(self, p.accept)).toMatchObject({ refusal: 'recusalRequired' })
  })
})
