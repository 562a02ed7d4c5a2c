import * as p from '@fatong/casework/application/testing/people.ts'
import { instantAt, localDate } from '@fatong/law/calendar/dates.ts'
import { SAMPLE_OFFICE } from '@fatong/law/calendar/office-hours.ts'
import { KNOWN_CALENDAR } from '@fatong/law/calendar/tables/known.ts'
import { expect, it } from 'vitest'
import { deadlineNotice, owedPapers } from './deadline-notices.ts'

const of = (walk: p.Walk) => deadlineNotice(walk.state!, walk.now, { office: SAMPLE_OFFICE, calendar: KNOWN_CALENDAR })

it('没到时间的，不提醒', () => {
  expect([of(p.submitted()), of(p.granted()), of(p.refusedCase())]).toEqual([null, null, null])
})

it('承诺的当天快到或过了：只告诉该办的人，不上报', () => {
  expect(of(p.submitted().wait(7.5 * 60))).toEqual({
    light: 'amber',
    text: '当天受理快到时间了：11月23日（周一）18:00前，请尽快办理。',
    roles: ['clerk'],
    staffId: null,
    firmId: null,
    toApplicant: null,
  })
  expect(of(p.submitted().wait(p.DAY))).toMatchObject({
    light: 'amber',
    text: '当天受理过了承诺的时间：11月23日（周一）18:00前，请尽快办理。',
    roles: ['clerk'],
  })
  expect(of(p.provisional().wait(p.DAY))).toMatchObject({ light: 'amber', roles: ['assigner'] })
  const ordered = p.refusedCase().do(p.applicant, { type: 'fileObjection', statement: '不服' }).do(p.bureau, {
    type: 'decideObjection',
    outcome: 'orderCorrection',
    explanation: '应当给予',
    documentNumber: '异1',
  })
  expect(of(ordered.wait(30 * p.DAY))).toMatchObject({
    light: 'amber',
    text: expect.stringMatching(/^当天改正过了承诺的时间/) as string,
    roles: ['approver'],
  })
})

it('过了法定期限：该办的人、主任和司法局都知道（I9 红灯并上报）', () => {
  expect(of(p.submitted().wait(8 * p.DAY))).toEqual({
    light: 'red',
    text: '审查并作出决定超过法定期限：最后一天是11月30日（周一），请马上办理。已报主任和司法局。',
    roles: ['clerk', 'director', 'bureauOfficer'],
    staffId: null,
    firmId: null,
    toApplicant: null,
  })
  expect(of(p.granted().wait(4 * p.DAY))).toMatchObject({
    light: 'red',
    roles: ['assigner', 'director', 'bureauOfficer'],
  })
  const late = p
    .assigned()
    .do(p.lawyer, { type: 'acceptAssignment' })
    .wait(9 * p.DAY)
  expect(of(late)).toMatchObject({
    light: 'red',
    staffId: 'lawyer-1',
    roles: ['assigner', 'director', 'bureauOfficer'],
    text: expect.stringMatching(/^签订委托协议超过法定期限/) as string,
  })
  const objected = p
    .refusedCase()
    .do(p.applicant, { type: 'fileObjection', statement: '不服' })
    .wait(9 * p.DAY)
  expect(of(objected)).toMatchObject({ light: 'red', roles: ['bureauOfficer', 'director'] })
})

it('停表以前已经超过法定期限的，停表以后照样是红灯，说的还是那一天；当事人的期限另外提醒（I9）', () => {
  const late = p
    .submitted()
    .wait(9 * p.DAY)
    .do(p.clerk, {
      type: 'requestSupplement',
      items: [{ code: 'identity', wording: '身份证' }],
      deadline: localDate('2026-12-18'),
      documentNumber: '补1',
    })
  expect(of(late)).toMatchObject({
    light: 'red',
    text: '审查并作出决定超过法定期限：最后一天是11月30日（周一），请马上办理。已报主任和司法局。',
    toApplicant: null,
  })
  const owed = () => owedPapers(late.state!, late.now, { office: SAMPLE_OFFICE, calendar: KNOWN_CALENDAR })
  late.now = instantAt(localDate('2026-12-18'), 60)
  expect(owed()).toBe('还有材料没有补，请在12月18日（周五）前拍照上传，或者送到服务点。')
  late.now = instantAt(localDate('2026-12-19'), 60)
  expect(owed()).toBeNull()
})

it('接不接、签不签没有回音：承办人、本所负责人、指派员都知道，好另派人（AS-4、AS-5）', () => {
  expect(of(p.assigned().wait(2 * p.DAY))).toMatchObject({
    light: 'amber',
    staffId: 'lawyer-1',
    firmId: 'firm-1',
    roles: ['assigner'],
    text: '答复是否接受指派过了平台定的期限：最后一天是11月24日（周二），请尽快办理。',
  })
  const taken = p.assigned().do(p.lawyer, { type: 'acceptAssignment' })
  expect(of(taken.wait(2 * p.DAY))).toMatchObject({
    staffId: 'lawyer-1',
    firmId: 'firm-1',
    roles: ['assigner'],
    text: '次日签约过了承诺的时间：11月24日（周二）18:00前，请尽快办理。',
  })
  expect(
    of(
      p
        .provisional()
        .do(p.assigner, p.assign)
        .wait(2 * p.DAY),
    ),
  ).toMatchObject({
    firmId: 'firm-1',
    roles: ['assigner'],
    text: expect.stringMatching(/^答复是否接受指派/) as string,
  })
})

it('承办人的期限告诉承办人；平台定的过了不算违法，不上报', () => {
  expect(of(p.inProgress().wait(40 * p.DAY))).toMatchObject({
    light: 'amber',
    staffId: 'lawyer-1',
    firmId: null,
    roles: [],
    text: '向受援人通报进展过了平台定的期限：最后一天是2026年12月24日（周四），请尽快办理。',
  })
})

it('等当事人补的：当事人也提醒，期满以后只告诉该办的人（UR-4）', () => {
  const taken = p.provisional().do(p.assigner, p.assign).do(p.lawyer, { type: 'acceptAssignment' })
  expect(of(taken)).toBeNull()
  expect(of(taken.wait(7 * p.DAY))).toMatchObject({
    light: 'amber',
    roles: ['clerk', 'reviewer'],
    toApplicant: '律师已经在帮您，手续还没有补全，请在11月30日（周一）前拍照上传，或者送到服务点。',
  })
  expect(of(taken.wait(20 * p.DAY))).toMatchObject({ light: 'amber', roles: ['clerk', 'reviewer'], toApplicant: null })
  const missing = p.submitted().do(p.clerk, {
    type: 'requestSupplement',
    items: [{ code: 'identity', wording: '身份证' }],
    deadline: localDate('2026-12-01'),
    documentNumber: '补1',
  })
  expect(of(missing.wait(8 * p.DAY))).toMatchObject({
    light: 'amber',
    roles: ['clerk'],
    toApplicant: '还有材料没有补，请在12月1日（周二）前拍照上传，或者送到服务点。',
  })
})
