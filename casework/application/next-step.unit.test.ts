import { instantAt, localDate } from '@fatong/law/calendar/dates.ts'
import { SAMPLE_OFFICE } from '@fatong/law/calendar/office-hours.ts'
import { KNOWN_CALENDAR } from '@fatong/law/calendar/tables/known.ts'
import { expect, test } from 'vitest'
import { nextStep } from './next-step.ts'
import * as p from './testing/people.ts'

const settings = { office: SAMPLE_OFFICE, calendar: KNOWN_CALENDAR }
const next = (walk: p.Walk) => nextStep(walk.state!, walk.now, settings)
const closing = (day: string) => instantAt(localDate(day), 18 * 60)

test('an applicant reads who acts, by when today, and by which day at the latest', () => {
  expect(next(p.submitted())).toEqual({
    code: 'accept',
    actor: 'agency',
    dueAt: closing('2026-11-23'),
    lastDay: '2026-11-30',
    certain: true,
  })
  expect(next(p.accepted())).toMatchObject({
    code: 'decide',
    actor: 'approver',
    dueAt: closing('2026-11-23'),
    lastDay: '2026-11-30',
  })
  expect(next(p.granted())).toMatchObject({
    code: 'assign',
    actor: 'assigner',
    dueAt: closing('2026-11-23'),
    lastDay: '2026-11-26',
  })
  expect(next(p.assigned())).toEqual({
    code: 'acceptAssignment',
    actor: 'provider',
    lastDay: '2026-11-24',
    certain: true,
  })
  expect(next(p.assigned().do(p.lawyer, { type: 'acceptAssignment' }))).toMatchObject({
    code: 'signAgreement',
    dueAt: closing('2026-11-24'),
    lastDay: '2026-11-30',
  })
})

test('while papers are awaited it is the applicant’s turn, until the day of the notice', () => {
  const walk = p.submitted().do(p.clerk, {
    type: 'requestSupplement',
    items: [{ code: 'identity', wording: '身份证' }],
    deadline: localDate('2026-12-04'),
    documentNumber: '补1',
  })
  expect(next(walk)).toEqual({
    code: 'supply',
    actor: 'applicant',
    lastDay: '2026-12-04',
    certain: true,
    pausedFor: 'supplement',
  })
  walk.wait(p.DAY).do(p.applicant, { type: 'supplyMaterials', materials: [p.photo], note: '' })
  expect(next(walk)).toMatchObject({
    code: 'lookAtSupplied',
    actor: 'agency',
    dueAt: closing('2026-11-24'),
    lastDay: '2026-12-01',
  })
})

test('a review that was late before papers were asked for does not take the place of the day of the notice', () => {
  const walk = p.submitted().wait(9 * p.DAY)
  walk.do(p.clerk, {
    type: 'requestSupplement',
    items: [{ code: 'identity', wording: '身份证' }],
    deadline: localDate('2026-12-18'),
    documentNumber: '补1',
  })
  expect(next(walk)).toMatchObject({ code: 'supply', lastDay: '2026-12-18', pausedFor: 'supplement' })
})

test('under provisional aid the lawyer comes first, then the papers, then the decision', () => {
  const walk = p
    .submitted()
    .do(p.approver, { type: 'grantProvisionalAid', ground: 'UR-2', reason: '要保全', documentNumber: '先1' })
  expect(next(walk)).toMatchObject({ code: 'assign', actor: 'assigner' })
  walk.do(p.assigner, p.assign)
  expect(next(walk)).toMatchObject({ code: 'completeFormalities', actor: 'applicant', lastDay: '2026-11-30' })
  walk.wait(p.DAY).do(p.clerk, { type: 'completeFormalities', materials: [] })
  expect(next(walk)).toMatchObject({ code: 'decideProvisional', actor: 'approver', lastDay: '2026-12-01' })
})

test('after a refusal: object, and after an objection turned down the court', () => {
  const walk = p.refusedCase()
  expect(next(walk)).toEqual({ code: 'mayObject', actor: 'applicant' })
  walk.do(p.applicant, { type: 'fileObjection', statement: '不服' })
  expect(next(walk)).toMatchObject({ code: 'decideObjection', actor: 'bureau', lastDay: '2026-11-30' })
  walk.do(p.bureau, { type: 'decideObjection', outcome: 'uphold', explanation: '正确', documentNumber: '异1' })
  expect(next(walk)).toEqual({ code: 'mayGoToCourt', actor: 'applicant' })
})

test('an ordered correction is for the agency’s approver, on the day of the order (T26)', () => {
  const walk = p.refusedCase().do(p.applicant, { type: 'fileObjection', statement: '不服' }).wait(p.DAY).do(p.bureau, {
    type: 'decideObjection',
    outcome: 'orderCorrection',
    explanation: '应当给予',
    documentNumber: '异1',
  })
  expect(next(walk)).toEqual({ code: 'carryOutCorrection', actor: 'approver', dueAt: closing('2026-11-24') })
  walk.do(p.approver, { type: 'carryOutCorrection', note: '重审' })
  expect(next(walk)).toMatchObject({ code: 'review', actor: 'agency' })
})

test('withdrawn is not the end: one may apply again', () => {
  expect(next(p.submitted().do(p.applicant, { type: 'withdrawApplication', reason: '和解' }))).toEqual({
    code: 'mayApplyAgain',
    actor: 'applicant',
  })
})
