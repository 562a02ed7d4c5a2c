import { localDate } from '@fatong/law/calendar/dates.ts'
import { describe, expect, test } from 'vitest'
import type { Command } from './commands.ts'
import { nextStep } from './next-step.ts'
import * as p from './testing/people.ts'
import type { Actor } from './types.ts'

const only = (...roles: Actor['roles'][number][]): Actor => ({ ...p.clerk, roles })
const accept: Command = { type: 'acceptApplication', documentNumber: '收2' }
const opinion: Command = {
  type: 'recordReview',
  review: { proposal: 'grant', note: '看过新材料', assessmentVerdict: 'holds' },
}
const ask: Command = {
  type: 'requestSupplement',
  items: [{ code: 'identity', wording: '身份证' }],
  deadline: localDate('2026-11-30'),
  documentNumber: '补1',
}
const next = (walk: p.Walk) => nextStep(walk.state!, walk.now, p.contextOf(p.clerk, walk.now)).code

describe('审查意见由审查员出（T7、T10、I4）', () => {
  test('a clerk who is no reviewer accepts, but writes no opinion by accepting', () => {
    const walk = p.submitted()
    for (const actor of [only('clerk'), only('director')])
      expect(walk.try(actor, p.accept)).toMatchObject({ ok: false, refusal: 'notAllowed' })
    walk.do(only('clerk'), accept)
    expect([walk.state?.status, walk.state?.review]).toEqual(['accepted', undefined])
    expect(walk.try(only('clerk'), opinion)).toMatchObject({ refusal: 'notAllowed' })
  })
  test('whoever holds both posts does both at once', () =>
    expect(p.submitted().do(only('clerk', 'reviewer'), p.accept).state?.review?.by.id).toBe('clerk-1'))
})

describe('意见说的是当时的材料：后来补了、查了，重新审查（T7、T10）', () => {
  const decidedOn = (walk: p.Walk) => {
    expect(walk.state?.review).toBeUndefined()
    expect(next(walk)).toBe('review')
    expect(walk.try(p.approver, p.grant)).toMatchObject({ refusal: 'reviewMissing' })
    walk.do(p.clerk, opinion)
    expect(next(walk)).toBe('decide')
    expect(walk.try(p.approver, p.grant).ok).toBe(true)
  }
  test('after a correction', () => {
    const walk = p.accepted().do(p.clerk, ask)
    expect(walk.state?.review).toBeUndefined()
    walk.do(p.applicant, { type: 'supplyMaterials', materials: [p.photo], note: '' }).do(p.clerk, accept)
    decidedOn(walk)
  })
  test('after papers that somebody added before the decision', () => {
    const walk = p.accepted().do(p.applicant, { type: 'addMaterials', materials: [p.photo], note: '' })
    decidedOn(walk)
  })
  test('after a check elsewhere', () => {
    const walk = p.verifying()
    walk.do(p.clerk, { type: 'finishRemoteVerification', result: '收入不属实' })
    decidedOn(walk)
  })
  test('under provisional aid, after the papers that were still owed', () => {
    const walk = p.provisional().do(p.clerk, opinion)
    walk.do(p.clerk, { type: 'completeFormalities', materials: [p.photo] })
    expect(walk.state?.review).toBeUndefined()
    expect(walk.try(p.approver, p.grant)).toMatchObject({ refusal: 'reviewMissing' })
  })
  test('formalities that brought no paper leave it alone', () => {
    const walk = p.provisional().do(p.clerk, opinion)
    walk.do(p.clerk, { type: 'completeFormalities', materials: [] })
    expect(walk.try(p.approver, p.grant).ok).toBe(true)
  })
  test('what the lawyer adds under provisional aid belongs to the work', () => {
    const walk = p
      .provisional()
      .do(p.assigner, p.assign)
      .do(p.lawyer, { type: 'acceptAssignment' })
      .do(p.clerk, opinion)
    walk.do(p.lawyer, { type: 'addMaterials', materials: [p.photo], note: '' })
    expect(walk.state?.review?.by.id).toBe('clerk-1')
  })
  test('papers that come after the decision leave the opinion it rests on', () => {
    const walk = p.granted().do(p.applicant, { type: 'addMaterials', materials: [p.photo], note: '' })
    expect(walk.state?.review?.by.id).toBe('clerk-1')
    const refused = p.refusedCase().do(p.clerk, { type: 'fileObjection', statement: '不服', materials: [p.photo] })
    expect(refused.state?.review?.by.id).toBe('clerk-1')
  })
})
