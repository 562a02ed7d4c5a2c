import { instantAt, localDate, localDateOf } from '@fatong/law/calendar/dates.ts'
import { SAMPLE_OFFICE } from '@fatong/law/calendar/office-hours.ts'
import { KNOWN_CALENDAR } from '@fatong/law/calendar/tables/known.ts'
import { describe, expect, test } from 'vitest'
import { clocksOf, dueOf, type Clock } from './clocks.ts'
import type { Command } from './commands.ts'
import * as p from './testing/people.ts'

const settings = { office: SAMPLE_OFFICE, calendar: KNOWN_CALENDAR }
const clock = (walk: p.Walk, kind: Clock['kind']) =>
  clocksOf(walk.state!, walk.now, settings).find((one) => one.kind === kind)
const at = (day: string, hour: number) => instantAt(localDate(day), hour * 60)
const ask = (deadline: string, contradiction?: string): Command => ({
  type: 'requestSupplement',
  items: [{ code: 'identity', wording: '身份证' }],
  deadline: localDate(deadline),
  documentNumber: '补',
  ...(contradiction === undefined ? {} : { contradiction }),
})
const supply: Command = { type: 'supplyMaterials', materials: [p.photo], note: '' }

describe('停表和续走', () => {
  test('a second notice inside the first gives the days back once', () => {
    const walk = p
      .submitted()
      .do(p.clerk, ask('2026-12-01'))
      .wait(2 * p.DAY)
      .do(p.clerk, ask('2026-12-04', '两份欠条金额不一致'))
    walk.wait(2 * p.DAY).do(p.applicant, supply)
    expect(walk.state?.pauses).toHaveLength(1)
    expect(clock(walk, 'review')?.statutory?.lastDay).toBe('2026-12-04')
  })
  test('the step that waited gets one fresh day; more papers the next morning do not lengthen it', () => {
    const walk = p.submitted().do(p.clerk, ask('2026-12-01')).wait(p.DAY).do(p.applicant, supply)
    expect(clock(walk, 'accept')?.target?.day).toBe('2026-11-24')
    walk.wait(p.DAY).do(p.applicant, supply)
    expect(clock(walk, 'accept')?.target?.day).toBe('2026-11-24')
    expect(walk.state?.steps.accept?.paused).toBe(true)
  })
  test('a notice after acceptance leaves the hour of acceptance alone', () => {
    const walk = p.accepted()
    const doneAt = walk.state?.steps.accept?.doneAt
    walk
      .do(p.clerk, ask('2026-12-01'))
      .wait(p.DAY)
      .do(p.applicant, supply)
      .do(p.clerk, { type: 'acceptApplication', documentNumber: '收2' })
    expect(walk.state?.steps.accept?.doneAt).toBe(doneAt)
    expect(walk.state?.steps.decide).toMatchObject({ startedAt: walk.now, paused: true })
  })
  test('异地核查 pauses the review and shows what is left', () => {
    const walk = p
      .accepted()
      .wait(2 * p.DAY)
      .do(p.clerk, { type: 'startRemoteVerification', agency: '外地', question: '收入', documentNumber: '函1' })
    expect(clock(walk, 'review')).toMatchObject({ light: 'paused', paused: { why: 'remoteVerification', daysLeft: 5 } })
  })
})

describe('红灯只给法定期限（I9）', () => {
  test('3 days to assign, whatever the promise says', () => {
    const walk = p.granted().wait(3 * p.DAY)
    expect(clock(walk, 'assign')).toBeDefined()
    const [promise, limit] = [
      clocksOf(walk.state!, walk.now, settings).find((c) => c.target),
      clocksOf(walk.state!, walk.now, settings).find((c) => c.statutory),
    ]
    expect([promise?.light, limit?.light]).toEqual(['amber', 'amber'])
    walk.wait(p.DAY)
    expect(clocksOf(walk.state!, walk.now, settings).map((c) => [c.target !== undefined, c.light])).toEqual([
      [true, 'amber'],
      [false, 'red'],
    ])
  })
  test('先行援助没补手续：7日提醒，15日报主任，都是平台的数；补了就换成7日内决定', () => {
    const walk = p.provisional().do(p.assigner, p.assign).do(p.lawyer, { type: 'acceptAssignment' })
    expect(
      clocksOf(walk.state!, walk.now, settings).map(({ kind, statutory }) => [
        kind,
        statutory?.lastDay,
        statutory?.legal,
      ]),
    ).toEqual([
      ['provisionalReminder', '2026-11-30', false],
      ['provisionalEscalation', '2026-12-08', false],
    ])
    walk.wait(30 * p.DAY)
    expect(clock(walk, 'provisionalEscalation')?.light).toBe('amber')
    walk.do(p.clerk, { type: 'completeFormalities', materials: [] })
    expect(clocksOf(walk.state!, walk.now, settings).map(({ kind }) => kind)).toEqual(['provisionalReview'])
  })
  test('a passed limit of our own is amber', () => {
    const walk = p
      .submitted()
      .do(p.approver, { type: 'grantProvisionalAid', ground: 'UR-1', reason: '急', documentNumber: '先1' })
      .do(p.assigner, p.assign)
      .wait(30 * p.DAY)
    expect(clock(walk, 'provisionalReminder')?.light).toBe('amber')
  })
  test('notified: three days from the letter, though registered later; over a holiday the last day rolls, the warning does not', () => {
    const letter = { ...p.letter, receivedAt: at('2026-09-28', 9) }
    const walk = new p.Walk(at('2026-09-29', 9)).do(p.clerk, {
      type: 'registerNotification',
      letter,
      number: 'LX9',
      placeId: 'center',
      agencyId: 'center',
      materials: [],
    })
    const limit = clock(walk, 'assignNotified')?.statutory
    expect(limit?.warnDay).toBe('2026-10-01')
    expect(limit && limit.lastDay > '2026-10-07').toBe(true)
  })
})

describe('指派以后', () => {
  test('承办人要答复：一个工作日，接受了就停；平台的数，过了亮黄灯', () => {
    const walk = p.assigned()
    expect(clock(walk, 'answerAssignment')).toMatchObject({
      light: 'green',
      statutory: { lastDay: '2026-11-24', legal: false },
    })
    walk.wait(2 * p.DAY)
    expect(clock(walk, 'answerAssignment')?.light).toBe('amber')
    walk.do(p.lawyer, { type: 'acceptAssignment' })
    expect(clock(walk, 'answerAssignment')).toBeUndefined()
  })
  test('周五下午指派，周一答复；不接受、另派一位，重新起算', () => {
    const walk = p.granted()
    walk.now = at('2026-11-27', 16)
    walk.do(p.assigner, { ...p.assign, delayReason: '没有空的律师' })
    expect(clock(walk, 'answerAssignment')?.statutory?.lastDay).toBe('2026-11-30')
    walk.now = at('2026-11-30', 9)
    walk.do(p.lawyer, { type: 'declineAssignment', reason: 'overload', explanation: '太忙' })
    expect(clock(walk, 'answerAssignment')).toBeUndefined()
    walk.do(p.assigner, { ...p.assign, provider: p.otherProvider, documentNumber: '指2', delayReason: '前一位不接受' })
    expect(clock(walk, 'answerAssignment')?.statutory?.lastDay).toBe('2026-12-01')
  })
  test('先行援助里指派的，也要答复', () => {
    const walk = p
      .submitted()
      .do(p.approver, { type: 'grantProvisionalAid', ground: 'UR-1', reason: '急', documentNumber: '先1' })
    expect(clock(walk, 'answerAssignment')).toBeUndefined()
    walk.do(p.assigner, p.assign)
    expect(clock(walk, 'answerAssignment')?.statutory?.lastDay).toBe('2026-11-24')
    walk.do(p.lawyer, { type: 'acceptAssignment' })
    expect(clock(walk, 'answerAssignment')).toBeUndefined()
  })
  test('T14：法定5日，目标次日下班前；目标过了亮黄灯，法定过了才亮红灯', () => {
    const walk = p.assigned().do(p.lawyer, { type: 'acceptAssignment' })
    expect(clock(walk, 'signNextDay')).toMatchObject({
      light: 'green',
      target: { day: '2026-11-24', dueAt: at('2026-11-24', 18) },
    })
    expect(clock(walk, 'sign')?.statutory?.lastDay).toBe('2026-11-30')
    walk.wait(3 * p.DAY)
    expect([clock(walk, 'signNextDay')?.light, clock(walk, 'sign')?.light]).toEqual(['amber', 'green'])
    walk.wait(6 * p.DAY)
    expect([clock(walk, 'signNextDay')?.light, clock(walk, 'sign')?.light]).toEqual(['amber', 'red'])
    walk.do(p.lawyer, { type: 'recordEngagement', signedOn: localDate('2026-11-24'), materials: [] })
    expect(clock(walk, 'signNextDay')).toBeUndefined()
  })
  test('周五晚上、国庆前指派，次日是下一个上班的日子', () => {
    const state = p.assigned().state!
    for (const [day, hour, next] of [
      ['2026-11-27', 20, '2026-11-30'],
      ['2026-11-28', 10, '2026-11-30'],
      ['2026-09-30', 10, '2026-10-08'],
    ] as const) {
      const moved = { ...state, assignment: { ...state.assignment!, at: at(day, hour) } }
      expect(clocksOf(moved, at(day, hour), settings).find((one) => one.kind === 'signNextDay')?.target?.day).toBe(next)
    }
  })
})

describe('责令改正（T26）', () => {
  const ordered = (walk: p.Walk) =>
    walk.do(p.applicant, { type: 'fileObjection', statement: '不服' }).do(p.bureau, {
      type: 'decideObjection',
      outcome: 'orderCorrection',
      explanation: '应当给',
      documentNumber: '异1',
    })
  test('当天改正：司法局的5日停了，改正的当天起走；晚了亮黄灯，不亮红灯；改了就停', () => {
    const walk = ordered(p.refusedCase())
    expect(clocksOf(walk.state!, walk.now, settings)).toMatchObject([
      {
        kind: 'carryOutCorrection',
        name: '当天改正',
        light: 'green',
        target: { day: '2026-11-23', dueAt: at('2026-11-23', 18) },
      },
    ])
    walk.wait(20 * p.DAY)
    expect(clocksOf(walk.state!, walk.now, settings).map(({ kind, light }) => ({ kind, light }))).toEqual([
      { kind: 'carryOutCorrection', light: 'amber' },
    ])
    walk.do(p.director, { type: 'carryOutCorrection', note: '重审' })
    expect(clock(walk, 'carryOutCorrection')).toBeUndefined()
  })
  test('终止被责令改正也一样；下班后作出的，下一个工作日当天', () => {
    const walk = p.inProgress().do(p.approver, {
      type: 'terminateAid',
      ground: 'TM-6',
      evidence: ['合同'],
      explanation: '另请',
      documentNumber: '终1',
    })
    walk.now = at('2026-11-27', 20)
    expect(clock(ordered(walk), 'carryOutCorrection')?.target).toMatchObject({
      day: '2026-11-30',
      reason: 'afterCutOff',
    })
  })
  test('维持原决定以后，没有期限在走', () => {
    const walk = p.refusedCase().do(p.applicant, { type: 'fileObjection', statement: '不服' })
    expect(clock(walk, 'objectionReview')?.statutory?.lastDay).toBe('2026-11-30')
    walk.do(p.bureau, { type: 'decideObjection', outcome: 'uphold', explanation: '正确', documentNumber: '异1' })
    expect(clocksOf(walk.state!, walk.now, settings)).toEqual([])
  })
})

describe('改正以后', () => {
  test('a refusal revoked after a year has a fresh week, not a red light', () => {
    const walk = p
      .refusedCase()
      .wait(300 * p.DAY)
      .do(p.applicant, { type: 'fileObjection', statement: '不服' })
      .do(p.bureau, {
        type: 'decideObjection',
        outcome: 'orderCorrection',
        explanation: '应当给',
        documentNumber: '异1',
      })
      .do(p.approver, { type: 'carryOutCorrection', note: '重审' })
    expect(clock(walk, 'review')?.light).not.toBe('red')
    expect(clock(walk, 'decide')?.startedAt).toBe(walk.now)
  })
  test('days of an old pause are not given back a second time', () => {
    const walk = p
      .submitted()
      .do(p.clerk, ask('2026-12-01'))
      .wait(2 * p.DAY)
      .do(p.applicant, supply)
      .do(p.clerk, p.accept)
      .do(p.approver, {
        type: 'refuseAid',
        reasons: ['matterOutOfScope'],
        explanation: '不在范围',
        documentNumber: '不1',
      })
      .do(p.applicant, { type: 'fileObjection', statement: '不服' })
      .do(p.bureau, {
        type: 'decideObjection',
        outcome: 'orderCorrection',
        explanation: '应当给',
        documentNumber: '异1',
      })
      .wait(p.DAY)
      .do(p.approver, { type: 'carryOutCorrection', note: '重审' })
    expect(clock(walk, 'review')?.statutory?.warnDay).toBe('2026-12-03')
  })
})

describe('更换承办人', () => {
  test('five days to decide, then only the promise to find somebody the same day', () => {
    const walk = p.inProgress().do(p.applicant, { type: 'requestReplacement', reason: '联系不上' })
    expect(clock(walk, 'replace')?.statutory?.lastDay).toBe('2026-11-30')
    walk.do(p.approver, { type: 'decideReplacement', approve: true, reason: '属实' }).wait(10 * p.DAY)
    expect(clocksOf(walk.state!, walk.now, settings).map(({ kind, light }) => ({ kind, light }))).toEqual([
      { kind: 'assign', light: 'amber' },
    ])
    expect(walk.try(p.assigner, p.assignOther)).toMatchObject({ refusal: 'delayReasonMissing' })
  })
  test('does not touch the record of the first assignment', () => {
    const walk = p.inProgress()
    const first = walk.state?.steps.assign
    walk
      .do(p.applicant, { type: 'requestReplacement', reason: '联系不上' })
      .do(p.approver, { type: 'decideReplacement', approve: true, reason: '属实' })
      .do(p.assigner, p.assignOther)
    expect(walk.state?.steps.assign).toEqual(first)
    expect(walk.state?.reassignment?.doneAt).toBe(walk.now)
  })
  test('when the second lawyer declines too, the case still waits for another', () => {
    const walk = p
      .inProgress()
      .do(p.lawyer, { type: 'requestReplacement', reason: '生病' })
      .do(p.approver, { type: 'decideReplacement', approve: true, reason: '属实' })
      .do(p.assigner, p.assignOther)
      .do(p.otherLawyer, { type: 'declineAssignment', reason: 'illness', explanation: '住院' })
    expect(walk.state).toMatchObject({
      status: 'reassigning',
      declined: [{ staffId: 'lawyer-1' }, { staffId: 'lawyer-2' }],
    })
  })
})

describe('灯什么时候会自己变', () => {
  const HOUR = 3_600_000
  const worst = (clocks: readonly Clock[]) =>
    (['red', 'amber', 'green'] as const).find((light) => clocks.some((one) => one.light === light))
  const decided = { type: 'decideReplacement', approve: true, reason: '换一位', documentNumber: '换1' } as const
  const walks: [string, () => p.Walk][] = [
    ['submitted', () => p.submitted()],
    ['supplementing', () => p.submitted().do(p.clerk, ask('2026-12-01'))],
    ['accepted', () => p.accepted()],
    ['granted', () => p.granted()],
    [
      'provisional',
      () =>
        p
          .submitted()
          .do(p.approver, { type: 'grantProvisionalAid', ground: 'UR-1', reason: '急', documentNumber: '先1' }),
    ],
    ['assigned', () => p.granted().do(p.assigner, p.assign)],
    ['taken', () => p.granted().do(p.assigner, p.assign).do(p.lawyer, { type: 'acceptAssignment' })],
    [
      'reassigning',
      () =>
        p
          .granted()
          .do(p.assigner, p.assign)
          .do(p.lawyer, { type: 'acceptAssignment' })
          .do(p.applicant, { type: 'requestReplacement', reason: '联系不上' }),
    ],
    [
      'ordered to correct',
      () =>
        p.refusedCase().do(p.applicant, { type: 'fileObjection', statement: '不服' }).do(p.bureau, {
          type: 'decideObjection',
          outcome: 'orderCorrection',
          explanation: '应当给',
          documentNumber: '异1',
        }),
    ],
    [
      'found anew',
      () =>
        p
          .granted()
          .do(p.assigner, p.assign)
          .do(p.lawyer, { type: 'acceptAssignment' })
          .do(p.applicant, { type: 'requestReplacement', reason: '联系不上' })
          .do(p.director, decided),
    ],
  ]
  // The minute's work looks only at what is due within an hour (server/jobs/lights.ts); the rest waits for midnight.
  test.each(walks)('%s: at midnight, or when what is due next is within an hour', (_name, begin) => {
    const { state, now } = begin()
    let turned = 0
    for (let at = now + HOUR / 4; at < now + 12 * 24 * HOUR; at += HOUR / 4) {
      const [before, after] = [
        clocksOf(state!, (at - HOUR / 4) as typeof now, settings),
        clocksOf(state!, at as typeof now, settings),
      ]
      if (worst(before) === worst(after)) continue
      turned += 1
      const nextDue = Math.min(...after.filter((one) => !one.paused).map(dueOf))
      const midnight = localDateOf((at - HOUR / 4) as typeof now) !== localDateOf(at as typeof now)
      expect(
        midnight || (worst(before) === 'green' && Math.abs(nextDue - at) <= HOUR),
        new Date(at).toISOString(),
      ).toBe(true)
    }
    expect(turned).toBeGreaterThan(0)
  })
})

describe('停表不盖住已经超过的法定期限（I9）', () => {
  const overdue = () => p.submitted().wait(9 * p.DAY)
  test('a correction asked for after the seven days leaves the review red, with its last day, while the days stand still', () => {
    const walk = overdue()
    expect(clock(walk, 'review')?.light).toBe('red')
    walk.do(p.clerk, ask('2026-12-18'))
    expect(clock(walk, 'review')).toMatchObject({
      light: 'red',
      statutory: { lastDay: '2026-11-30' },
      paused: { why: 'supplement', daysLeft: 0 },
    })
    walk.wait(p.DAY).do(p.applicant, supply)
    expect(clock(walk, 'review')?.light).toBe('red')
  })
  test('so does a check by another agency', () => {
    const walk = p.accepted().wait(9 * p.DAY)
    walk.do(p.clerk, { type: 'startRemoteVerification', agency: '外地', question: '收入', documentNumber: '函1' })
    expect(clock(walk, 'review')?.light).toBe('red')
  })
  test('on the last day, also one that a day off moved, the clock only stands still', () => {
    const walk = p.submitted().wait(7 * p.DAY)
    walk.do(p.clerk, ask('2026-12-18'))
    expect(clock(walk, 'review')).toMatchObject({ light: 'paused', paused: { daysLeft: 0 } })
    expect(clock(walk, 'review')?.statutory).toBeUndefined()
    // Saturday 11-21: seven days end on Saturday 11-28 and roll to Monday; the pause begins on the Sunday.
    const rolled = new p.Walk(at('2026-11-21', 10)).do(p.applicant, p.submit)
    rolled.now = at('2026-11-29', 10)
    rolled.do(p.clerk, ask('2026-12-18'))
    expect(clock(rolled, 'review')).toMatchObject({ light: 'paused', paused: { daysLeft: 0 } })
  })
})
