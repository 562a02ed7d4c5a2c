import { instantAt, localDate } from '@fatong/law/calendar/dates.ts'
import { SAMPLE_OFFICE } from '@fatong/law/calendar/office-hours.ts'
import { KNOWN_CALENDAR } from '@fatong/law/calendar/tables/known.ts'
import { describe, expect, test } from 'vitest'
import { availableCommands } from './available.ts'
import { clocksOf } from './clocks.ts'
import type { Command } from './commands.ts'
import { nextStep } from './next-step.ts'
import { supplementTerm } from './supplement-term.ts'
import * as p from './testing/people.ts'

const settings = { office: SAMPLE_OFFICE, calendar: KNOWN_CALENDAR }
const on = (day: string, hour = 10) => instantAt(localDate(day), hour * 60)
const ask = (deadline: string): Command => ({
  type: 'requestSupplement',
  items: [{ code: 'identity', wording: '身份证' }],
  deadline: localDate(deadline),
  documentNumber: '补1',
})
const extend = (deadline: string, reason = '身份证要补办'): Command => ({
  type: 'extendSupplement',
  deadline: localDate(deadline),
  reason,
})
const withdrawn: Command = { type: 'confirmDeemedWithdrawn', documentNumber: '撤1' }
const asked = (deadline: string) => p.submitted().do(p.clerk, ask(deadline))
const lastDays = (walk: p.Walk) => [
  walk.state!.supplement!.deadline,
  supplementTerm(walk.state!.supplement!, KNOWN_CALENDAR).lastDay,
  clocksOf(walk.state!, walk.now, settings).find(({ kind }) => kind === 'supplement')?.statutory?.lastDay,
  nextStep(walk.state!, walk.now, settings).lastDay,
]

describe('补正期限只有一个最后一天（AC-3、DL-9）', () => {
  test('a term that ends on a Saturday is told, counted and enforced as the Monday; the warning stays on the Saturday', () => {
    const walk = asked('2026-11-28')
    expect(lastDays(walk)).toEqual(['2026-11-30', '2026-11-30', '2026-11-30', '2026-11-30'])
    const clock = () => clocksOf(walk.state!, walk.now, settings).find(({ kind }) => kind === 'supplement')
    expect(clock()?.statutory?.warnDay).toBe('2026-11-28')
    walk.now = on('2026-11-28')
    expect(clock()?.light).toBe('amber')
    for (const day of ['2026-11-29', '2026-11-30']) {
      walk.now = on(day)
      expect(walk.try(p.clerk, withdrawn)).toMatchObject({
        refusal: 'supplementNotExpired',
        data: { deadline: '2026-11-30' },
      })
    }
    walk.now = on('2026-12-01')
    expect(walk.try(p.clerk, withdrawn).ok).toBe(true)
  })
  test('a working day stays what was chosen, and nothing more is kept beside it', () => {
    const walk = asked('2026-12-01')
    expect(lastDays(walk)).toEqual(['2026-12-01', '2026-12-01', '2026-12-01', '2026-12-01'])
    expect(walk.state?.supplement?.chosen).toBeUndefined()
  })
  test('a notice from before days off were rolled, or one whose day has become a day off since, ends on the working day too', () => {
    const walk = asked('2026-12-01')
    walk.state = { ...walk.state!, supplement: { ...walk.state!.supplement!, deadline: localDate('2026-11-29') } }
    walk.now = on('2026-11-30')
    expect(lastDays(walk).slice(1)).toEqual(['2026-11-30', '2026-11-30', '2026-11-30'])
    expect(walk.try(p.clerk, withdrawn)).toMatchObject({ refusal: 'supplementNotExpired' })
  })
})

describe('来不及补的，可以延长', () => {
  test('with a reason, to a later day; nobody is deemed to have withdrawn before it', () => {
    const walk = asked('2026-11-30').wait(p.DAY).do(p.clerk, extend('2026-12-12'))
    expect(lastDays(walk)).toEqual(['2026-12-14', '2026-12-14', '2026-12-14', '2026-12-14'])
    expect(walk.state).toMatchObject({
      status: 'supplementing',
      supplement: {
        count: 1,
        items: [{ code: 'identity' }],
        extensions: [{ from: '2026-11-30', reason: '身份证要补办', by: { id: 'clerk-1' }, at: walk.now }],
      },
    })
    expect(walk.state?.pauses).toHaveLength(1)
    walk.now = on('2026-12-14')
    expect(walk.try(p.clerk, withdrawn)).toMatchObject({ refusal: 'supplementNotExpired' })
    walk.now = on('2026-12-15')
    expect(walk.try(p.clerk, withdrawn).ok).toBe(true)
  })
  test('it may be done after the term has passed, as long as nobody has confirmed a withdrawal', () => {
    const walk = asked('2026-11-30')
    walk.now = on('2026-12-03')
    walk.do(p.director, extend('2026-12-10'))
    expect(walk.try(p.clerk, withdrawn)).toMatchObject({ refusal: 'supplementNotExpired' })
    expect(walk.do(p.clerk, extend('2026-12-11')).state?.supplement?.extensions).toHaveLength(2)
  })
  test('not without a reason, not to an earlier day or the same, not into the past', () => {
    const walk = asked('2026-11-30')
    expect(walk.try(p.clerk, extend('2026-12-10', ' '))).toMatchObject({ refusal: 'reasonMissing' })
    for (const day of ['2026-11-27', '2026-11-29', '2026-11-30'])
      expect(walk.try(p.clerk, extend(day))).toMatchObject({ refusal: 'deadlineInvalid' })
    walk.now = on('2026-12-08')
    for (const day of ['2026-12-07', '2026-12-08'])
      expect(walk.try(p.clerk, extend(day))).toMatchObject({ refusal: 'deadlineInvalid' })
  })
  test('not once the papers are in, not in another status, not by others than the centre', () => {
    const walk = asked('2026-11-30')
    for (const actor of [p.applicant, p.station, p.approver, p.lawyer, p.bureau])
      expect(walk.try(actor, extend('2026-12-10')).ok).toBe(false)
    walk.do(p.applicant, { type: 'supplyMaterials', materials: [p.photo], note: '' })
    expect(walk.try(p.clerk, extend('2026-12-10'))).toMatchObject({ refusal: 'wrongStatus' })
    expect(p.submitted().try(p.clerk, extend('2026-12-10'))).toMatchObject({ refusal: 'wrongStatus' })
  })
  test('the button is live while papers are awaited', () => {
    const live = (walk: p.Walk) =>
      availableCommands(walk.state!, p.contextOf(p.clerk, walk.now)).find(
        ({ command }) => command === 'extendSupplement',
      )?.allowed
    const walk = asked('2026-11-30')
    expect([live(p.submitted()), live(walk)]).toEqual([false, true])
    walk.do(p.applicant, { type: 'supplyMaterials', materials: [p.photo], note: '' })
    expect(live(walk)).toBe(false)
  })
  test('a second notice, about papers that contradict each other, begins a term of its own', () => {
    const walk = asked('2026-11-30').do(p.clerk, extend('2026-12-10'))
    walk.do(p.clerk, { ...ask('2026-12-11'), contradiction: '两份欠条不一样' } as Command)
    expect(walk.state?.supplement).toMatchObject({ deadline: '2026-12-11', count: 2 })
    expect(walk.state?.supplement?.extensions).toBeUndefined()
  })
})
