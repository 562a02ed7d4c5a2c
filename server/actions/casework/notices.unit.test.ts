import { describe, expect, test } from 'vitest'
import type { Command } from '@fatong/casework/application/commands.ts'
import * as p from '@fatong/casework/application/testing/people.ts'
import type { Actor } from '@fatong/casework/application/types.ts'
import { noticesOf } from './notices.ts'
import { TO_POST } from './to-post.ts'

/** Who at the desk is told of one step: the lawyer by id, the office by roles. */
function told(walk: p.Walk, actor: Actor, command: Command) {
  const before = walk.events.length
  walk.do(actor, command)
  if (!walk.state) throw new Error('no case')
  return noticesOf('case-1', walk.state, walk.events.slice(before), walk.now).flatMap(({ channel, recipientKind, recipientId, payload }): { to?: string; roles?: string[]; text: string }[] => {
    const { roles = [], text } = payload as { roles?: string[]; text: string }
    if (channel === TO_POST) return [{ roles, text }]
    return recipientKind === 'staff' ? [{ to: recipientId ?? '', text }] : []
  })
}
const say = (to: 'agency' | 'lawyer' | 'applicant', text = '钱什么时候能要回来？'): Command => ({ type: 'leaveMessage', to, text })
const report = (ground: 'TM-1' | 'TM-7', note: string): Command => ({ type: 'reportTerminationGround', ground, note })

describe('留言', () => {
  test('to the lawyer reaches the lawyer, to the centre its clerks, and the words themselves stay on the case page', () => {
    expect(told(p.inProgress(), p.applicant, say('lawyer'))).toEqual([{ to: 'lawyer-1', text: '【法通】LX202600001：有一条新留言，请登录查看。' }])
    expect(told(p.inProgress(), p.applicant, say('agency'))).toEqual([{ roles: ['clerk'], text: '【法通】LX202600001：有一条新留言，请登录查看。' }])
  })
  test('after a refusal too, when no list of work shows the case', () => expect(told(p.refusedCase(), p.applicant, say('agency'))).toHaveLength(1))
  test('the lawyer’s own words come back to nobody but the centre', () => {
    expect(told(p.inProgress(), p.lawyer, say('lawyer'))).toEqual([])
    expect(told(p.inProgress(), p.lawyer, say('agency'))).toMatchObject([{ roles: ['clerk'] }])
  })
  test('to the applicant is nothing for the desk', () => expect(told(p.inProgress(), p.lawyer, say('applicant'))).toEqual([]))
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
    expect(told(walk, p.lawyer, report('TM-1', '欠条是假的'))).toEqual([{ roles: ['approver', 'director'], text: expect.stringContaining('报告了应当终止援助的情形') as string }])
    const last = walk.events.slice(-1)
    expect(walk.state && noticesOf('case-1', walk.state, last, walk.now).filter(({ recipientKind }) => recipientKind === 'person')).toEqual([])
  })
  test('TM-7 asked by the recipient reaches who decides and the lawyer', () => {
    expect(told(p.inProgress(), p.applicant, report('TM-7', '和解了'))).toEqual([
      { to: 'lawyer-1', text: expect.stringContaining('请求结束援助') as string }, { roles: ['approver', 'director'], text: expect.stringContaining('请审查决定') as string },
    ])
  })
})
