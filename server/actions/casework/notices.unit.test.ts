import { KNOWN_CALENDAR } from '@fatong/law/calendar/tables/known.ts'
import { describe, expect, test } from 'vitest'
import type { Command } from '@fatong/casework/application/commands.ts'
import * as p from '@fatong/casework/application/testing/people.ts'
import type { Actor } from '@fatong/casework/application/types.ts'
import { TERMINATION_GROUNDS } from '@fatong/casework/vocabulary.ts'
import { instantAt, localDate } from '@fatong/law/calendar/dates.ts'
import { noticesOf } from './notices.ts'
import { SUPPLEMENT_OWED } from './supplement-owed.ts'
import { TO_POST } from './to-post.ts'
import { staffLine } from './wording/history.ts'

/** Who at the desk is told of one step: the lawyer by id, the office by roles. */
function told(walk: p.Walk, actor: Actor, command: Command) {
  const before = walk.events.length
  const was = walk.state
  walk.do(actor, command)
  if (!walk.state) throw new Error('no case')
  return noticesOf('case-1', walk.state, walk.events.slice(before), walk.now, KNOWN_CALENDAR, was).flatMap(
    ({ channel, recipientKind, recipientId, payload }): { to?: string; roles?: string[]; text: string }[] => {
      const { roles = [], text } = payload as { roles?: string[]; text: string }
      if (channel === TO_POST) return [{ roles, text }]
      return recipientKind === 'staff' ? [{ to: recipientId ?? '', text }] : []
    },
  )
}
const say = (to: 'agency' | 'lawyer' | 'applicant', text = '钱什么时候能要回来？'): Command => ({
  type: 'leaveMessage',
  to,
  text,
})
const report = (ground: 'TM-1' | 'TM-7', note: string): Command => ({ type: 'reportTerminationGround', ground, note })

describe('留言', () => {
  test('to the lawyer reaches the lawyer, to the centre its clerks, and the words themselves stay on the case page', () => {
    expect(told(p.inProgress(), p.applicant, say('lawyer'))).toEqual([
      { to: 'lawyer-1', text: '【法通】LX202600001：有一条新留言，请登录查看。' },
    ])
    expect(told(p.inProgress(), p.applicant, say('agency'))).toEqual([
      { roles: ['clerk'], text: '【法通】LX202600001：有一条新留言，请登录查看。' },
    ])
  })
  test('after a refusal too, when no list of work shows the case', () =>
    expect(told(p.refusedCase(), p.applicant, say('agency'))).toHaveLength(1))
  test('the lawyer’s own words come back to nobody but the centre', () => {
    expect(told(p.inProgress(), p.lawyer, say('lawyer'))).toEqual([])
    expect(told(p.inProgress(), p.lawyer, say('agency'))).toMatchObject([{ roles: ['clerk'] }])
  })
  test('to the applicant is nothing for the desk', () =>
    expect(told(p.inProgress(), p.lawyer, say('applicant'))).toEqual([]))
})

describe('短信', () => {
  const step = (walk: p.Walk, actor: Actor, command: Command) => {
    const before = walk.events.length
    const was = walk.state
    walk.do(actor, command)
    return noticesOf('case-1', walk.state ?? fail(), walk.events.slice(before), walk.now, KNOWN_CALENDAR, was)
  }
  const fail = () => {
    throw new Error('no case')
  }
  const bySms = (messages: ReturnType<typeof step>) =>
    messages.flatMap(({ recipientKind, recipientId, payload }) => {
      const { sms, roles, placeId, text } = payload as {
        sms?: boolean
        roles?: string[]
        placeId?: string
        text: string
      }
      return sms ? [{ to: recipientKind === 'staff' ? recipientId : `${roles?.join()} at ${placeId}`, text }] : []
    })
  test('an assignment goes to the lawyer’s phone and to the manager of the firm, who may accept as well', () => {
    expect(bySms(step(p.granted(), p.assigner, p.assign)).map(({ to }) => to)).toEqual([
      'lawyer-1',
      'firmManager at firm-1',
    ])
  })
  test('aid refused after it was given provisionally: the lawyer who worked on it is told to stop (T9)', () => {
    const refuse: Command = {
      type: 'refuseAid',
      reasons: ['matterOutOfScope'],
      explanation: '不在范围',
      documentNumber: '不1',
    }
    const opinion: Command = {
      type: 'recordReview',
      review: { proposal: 'refuse', note: '不在范围', assessmentVerdict: 'doesNotHold' },
    }
    const walk = p
      .provisional()
      .do(p.assigner, p.assign)
      .do(p.lawyer, { type: 'acceptAssignment' })
      .do(p.clerk, { type: 'completeFormalities', materials: [] })
      .do(p.clerk, opinion)
    expect(bySms(step(walk, p.approver, refuse))).toEqual([
      { to: 'lawyer-1', text: '【法通】LX202600001：先行提供援助的案件经审查不予援助，请停止办理，把材料退给受援人。' },
    ])
    expect(bySms(step(p.accepted(), p.approver, refuse))).toEqual([])
  })
  test('an end, a file sent back and a decided replacement go to the lawyer’s phone', () => {
    expect(
      bySms(
        step(p.inProgress(), p.approver, {
          type: 'terminateAid',
          ground: 'TM-6',
          evidence: ['委托合同'],
          explanation: '另请了律师',
          documentNumber: '终1',
        }),
      ),
    ).toMatchObject([{ to: 'lawyer-1' }])
    expect(bySms(step(p.inReview(), p.fileReviewer, { type: 'returnFile', reasons: ['缺回证'] }))).toMatchObject([
      { to: 'lawyer-1' },
    ])
    const asked = p.inProgress().do(p.applicant, { type: 'requestReplacement', reason: '联系不上' })
    expect(
      bySms(
        step(asked, p.approver, { type: 'decideReplacement', approve: true, reason: '属实', documentNumber: '换1' }),
      ),
    ).toMatchObject([{ to: 'lawyer-1' }])
  })
  test('the text names nobody and no matter', () => {
    const texts = bySms(step(p.granted(), p.assigner, p.assign)).map(({ text }) => text)
    for (const told of ['马有财', '某劳务公司', '林书航', '劳动', '工资'])
      expect(texts.filter((text) => text.includes(told))).toEqual([])
  })
  test('a message can wait until the lawyer looks', () =>
    expect(bySms(step(p.inProgress(), p.applicant, say('lawyer')))).toEqual([]))
})

describe('决定以后补的材料', () => {
  const add: Command = { type: 'addMaterials', materials: [p.photo], note: '' }
  test('reach the lawyer, or the clerks while there is none', () => {
    expect(told(p.inProgress(), p.applicant, add)).toMatchObject([{ to: 'lawyer-1' }])
    expect(told(p.granted(), p.applicant, add)).toMatchObject([{ roles: ['clerk'] }])
  })
  test('before the decision the case lies in a queue anyway; what staff add they know', () => {
    expect(told(p.submitted(), p.applicant, add)).toEqual([])
    expect(told(p.inProgress(), p.lawyer, add)).toEqual([])
  })
})

describe('终止情形（I7：只有机构决定）', () => {
  test('TM-1 reported by the lawyer reaches who decides, and not the recipient', () => {
    const walk = p.inProgress()
    expect(told(walk, p.lawyer, report('TM-1', '欠条是假的'))).toEqual([
      { roles: ['approver', 'director'], text: expect.stringContaining('报告了应当终止援助的情形') as string },
    ])
    const last = walk.events.slice(-1)
    expect(
      walk.state &&
        noticesOf('case-1', walk.state, last, walk.now, KNOWN_CALENDAR, null).filter(
          ({ recipientKind }) => recipientKind === 'person',
        ),
    ).toEqual([])
  })
  const answer: Command = { type: 'declineTermination', reason: '下周开庭' }
  const toPerson = (walk: p.Walk) => {
    if (!walk.state) throw new Error('no case')
    return noticesOf('case-1', walk.state, walk.events.slice(-1), walk.now, KNOWN_CALENDAR, null).flatMap(
      ({ recipientKind, payload }) => (recipientKind === 'person' ? [(payload as { text: string }).text] : []),
    )
  }
  test('TM-7 turned down reaches the recipient and the lawyer; the reason stays on the case page', () => {
    const walk = p.inProgress().do(p.applicant, report('TM-7', '和解了'))
    expect(told(walk, p.approver, answer)).toEqual([
      { to: 'lawyer-1', text: expect.stringContaining('照常办理') as string },
    ])
    expect(toPerson(walk)).toEqual([
      '【法通】LX202600001：您请求结束援助，中心没有同意，律师继续帮您。理由请登录查看。',
    ])
  })
  test('nobody is told that a lawyer goes on where there is none: granted, notified, just assigned', () => {
    for (const walk of [p.granted(), p.assigned()]) {
      walk.do(p.applicant, report('TM-7', '和解了')).do(p.approver, answer)
      expect(toPerson(walk)).toEqual(['【法通】LX202600001：您请求结束援助，中心没有同意，援助继续。理由请登录查看。'])
    }
  })
  test('TM-7 spoken at the counter is answered to the recipient, also after a later report of the lawyer', () => {
    const walk = p.inProgress()
    expect(told(walk, p.clerk, report('TM-7', '和解了'))).toEqual([
      { to: 'lawyer-1', text: expect.stringContaining('请求结束援助') as string },
      { roles: ['approver', 'director'], text: expect.stringContaining('受援人请求结束援助') as string },
    ])
    walk.do(p.lawyer, report('TM-1', '欠条是假的')).do(p.approver, answer)
    expect(toPerson(walk)).toEqual([expect.stringContaining('中心没有同意，律师继续帮您')])
    expect(walk.events.slice(-1).map((event) => staffLine(event).text)).toEqual([
      `不终止，继续援助（${TERMINATION_GROUNDS['TM-7']}；${TERMINATION_GROUNDS['TM-1']}）`,
    ])
  })
  test('a report of the lawyer that is turned down stays between lawyer and office', () => {
    const walk = p.inProgress().do(p.lawyer, report('TM-1', '欠条是假的'))
    expect(told(walk, p.approver, answer)).toMatchObject([{ to: 'lawyer-1' }])
    expect(toPerson(walk)).toEqual([])
  })
  test('TM-7 asked by the recipient reaches who decides and the lawyer', () => {
    expect(told(p.inProgress(), p.applicant, report('TM-7', '和解了'))).toEqual([
      { to: 'lawyer-1', text: expect.stringContaining('请求结束援助') as string },
      { roles: ['approver', 'director'], text: expect.stringContaining('请审查决定') as string },
    ])
  })
})

describe('补正的期限', () => {
  const ask = (deadline: string): Command => ({
    type: 'requestSupplement',
    items: [{ code: 'identity', wording: '身份证' }],
    deadline: localDate(deadline),
    documentNumber: '补1',
  })
  const extend: Command = { type: 'extendSupplement', deadline: localDate('2026-12-12'), reason: '身份证还在补办' }
  const sent = (walk: p.Walk, command: Command) => {
    const before = walk.events.length,
      was = walk.state
    walk.do(p.clerk, command)
    return noticesOf('case-1', walk.state!, walk.events.slice(before), walk.now, KNOWN_CALENDAR, was)
  }
  const texts = (messages: ReturnType<typeof sent>) =>
    messages.flatMap(({ recipientId, payload }) =>
      recipientId === 'person-1' ? [(payload as { text: string }).text] : [],
    )

  test('a term that would end on a Saturday is told as the Monday, and so is an extension; the reason stays at the desk', () => {
    const walk = p.submitted()
    expect(texts(sent(walk, ask('2026-11-28')))).toEqual([
      '【法通】LX202600001：需要您补材料，请在11月30日（周一）前补齐。',
    ])
    expect(texts(sent(walk, extend))).toEqual(['【法通】LX202600001：补材料的时间延长了，请在12月14日（周一）前补齐。'])
    expect(staffLine(walk.events.at(-1)!)).toEqual({
      text: '补正期限延长到12月14日（周一）',
      detail: '身份证还在补办',
    })
  })
  test('whoever owes papers in a case that was late already has a reminder of their own, an extension one more', () => {
    const late = p.submitted().wait(9 * p.DAY)
    const owed = (messages: ReturnType<typeof sent>) =>
      messages.flatMap(({ channel, notBefore, payload }) =>
        channel === SUPPLEMENT_OWED ? [{ notBefore, payload }] : [],
      )
    expect(owed(sent(late, ask('2026-12-05')))).toEqual([
      { notBefore: instantAt(localDate('2026-12-05'), 0), payload: { deadline: '2026-12-07' } },
    ])
    expect(owed(sent(late, extend))).toEqual([
      { notBefore: instantAt(localDate('2026-12-12'), 0), payload: { deadline: '2026-12-14' } },
    ])
    // In time: the light turns by itself and the reminder with it.
    expect(owed(sent(p.submitted(), ask('2026-12-05')))).toEqual([])
  })
})
