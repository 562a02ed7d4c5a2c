import { clocksOf } from '@fatong/casework/application/clocks.ts'
import type { Command } from '@fatong/casework/application/commands.ts'
import * as p from '@fatong/casework/application/testing/people.ts'
import { instantAt, localDate } from '@fatong/law/calendar/dates.ts'
import { describe, expect, it } from 'vitest'
import { deemedWithdrawnNotice, receiptVoucher, supplementNotice } from './intake-papers.ts'
import type { PaperContext } from './paper.ts'

const head = { agencyName: '中心', bureauName: '局', phone: '1', address: '路', bureauPhone: '1', bureauAddress: '路' }
function paperOf(walk: p.Walk): PaperContext {
  const { calendar, parameters } = p.contextOf(p.clerk, walk.now)
  return { state: walk.state!, now: walk.now, by: '陈晓梅', head, calendar, parameters }
}
const ask = (deadline: string): Command => ({
  type: 'requestSupplement',
  items: [{ code: 'identity', wording: '身份证' }],
  deadline: localDate(deadline),
  documentNumber: '补1',
})
const supply: Command = { type: 'supplyMaterials', materials: [p.photo], note: '' }
const reviewDay = (walk: p.Walk) =>
  clocksOf(walk.state!, walk.now, p.contextOf(p.clerk, walk.now)).find(({ kind }) => kind === 'review')?.statutory
    ?.lastDay

describe('接收凭证：最迟哪天决定（AC-4、AC-5）', () => {
  it('is seven days after the application where nothing stood still', () =>
    expect(receiptVoucher(paperOf(p.accepted())).decideBy).toBe('2026-11-30'))
  it('gives the days of a correction back, as the clock does', () => {
    const walk = p.submitted().do(p.clerk, ask('2026-12-08'))
    walk
      .wait(12 * p.DAY)
      .do(p.applicant, supply)
      .do(p.clerk, p.accept)
    expect(reviewDay(walk)).toBe('2026-12-14')
    expect(receiptVoucher(paperOf(walk)).decideBy).toBe('2026-12-14')
  })
  it('stays a day that has passed where the correction was asked for too late', () => {
    const walk = p
      .submitted()
      .wait(9 * p.DAY)
      .do(p.clerk, ask('2026-12-18'))
    walk.wait(p.DAY).do(p.applicant, supply).do(p.clerk, p.accept)
    expect(receiptVoucher(paperOf(walk)).decideBy).toBe(reviewDay(walk))
  })
})

describe('补正通知和视为撤回告知：一个最后一天（AC-3、DL-9）', () => {
  it('the notice names the working day after a Saturday', () =>
    expect(supplementNotice(paperOf(p.submitted().do(p.clerk, ask('2026-11-28')))).dueOn).toBe('2026-11-30'))
  it('the paper of a deemed withdrawal says what was noticed and, apart, until when it was extended', () => {
    const walk = p.submitted().do(p.clerk, ask('2026-11-28'))
    expect(deemedWithdrawnNotice(paperOf(walk))).toMatchObject({ dueOn: '2026-11-30', extendedTo: undefined })
    walk.do(p.clerk, { type: 'extendSupplement', deadline: localDate('2026-12-05'), reason: '要补办' })
    walk.do(p.clerk, { type: 'extendSupplement', deadline: localDate('2026-12-10'), reason: '还没办好' })
    walk.now = instantAt(localDate('2026-12-11'), 600)
    walk.do(p.clerk, { type: 'confirmDeemedWithdrawn', documentNumber: '撤1' })
    expect(deemedWithdrawnNotice(paperOf(walk))).toMatchObject({ dueOn: '2026-11-30', extendedTo: '2026-12-10' })
  })
})
