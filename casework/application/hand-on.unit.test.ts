import { instantAt, localDate } from '@fatong/law/calendar/dates.ts'
import { expect, test } from 'vitest'
import { fold } from './evolve.ts'
import * as p from './testing/people.ts'
import type { Actor, ApplicationForm } from './types.ts'

const at = (day: string, hour: number, minute = 0) => instantAt(localDate(day), hour * 60 + minute)
type HandOn = NonNullable<ApplicationForm['handOn']>

/** What the station does at `now` with an application asked for as told. */
function handIn(
  now: ReturnType<typeof at>,
  handOn: HandOn,
  matter: ApplicationForm['matter'] = 'criminalDefense',
  actor: Actor = p.station,
) {
  const walk = new p.Walk(now)
  const decision = walk.try(actor, {
    type: 'submitApplication',
    form: { ...p.form, matter, handOn },
    number: 'LX9',
    placeId: 'station-1',
    agencyId: 'center',
  })
  return { walk, decision }
}
const custody: HandOn = { through: 'custody', askedAt: at('2026-11-27', 18, 30) }

test('AC-10：在押人周五18:30提出，刑事从19点起数，到周六19点；周末照走', () => {
  const { walk, decision } = handIn(at('2026-11-28', 18, 59), custody)
  expect(decision.ok).toBe(true)
  expect(walk.state?.handOnDueAt).toBe(at('2026-11-28', 19))
  expect(handIn(at('2026-11-28', 19), custody).decision).toMatchObject({
    refusal: 'handOnLate',
    data: { dueAt: at('2026-11-28', 19) },
  })
})
test('不是刑事的（在押人讨工资），从提出那一刻起数24小时', () => {
  expect(handIn(at('2026-11-28', 18, 29), custody, 'laborRemuneration').decision.ok).toBe(true)
  expect(handIn(at('2026-11-28', 18, 31), custody, 'laborRemuneration').decision).toMatchObject({
    refusal: 'handOnLate',
  })
})
test('AC-11：值班律师转交也是24小时', () => {
  const dutyLawyer: HandOn = { through: 'dutyLawyer', askedAt: at('2026-11-23', 9, 10) }
  expect(handIn(at('2026-11-24', 9, 59), dutyLawyer).decision.ok).toBe(true)
  expect(handIn(at('2026-11-24', 10), dutyLawyer).decision).toMatchObject({ refusal: 'handOnLate' })
})
test('晚了不是不收：写明原因就收下，超过多少也记着', () => {
  const { walk, decision } = handIn(at('2026-12-01', 9), { ...custody, lateReason: '看守所停电，没法传' })
  expect(decision.ok).toBe(true)
  expect(walk.state).toMatchObject({
    status: 'submitted',
    handOnDueAt: at('2026-11-28', 19),
    openedAt: at('2026-12-01', 9),
    form: { handOn: { lateReason: '看守所停电，没法传' } },
  })
  expect(handIn(at('2026-12-01', 9), { ...custody, lateReason: '  ' }).decision).toMatchObject({
    refusal: 'handOnLate',
  })
})
test('「当天申请」从本人提出时起算，审查的7日从收到时起算', () => {
  const { walk } = handIn(at('2026-11-28', 9), custody)
  expect(walk.state?.steps.apply).toMatchObject({ startedAt: custody.askedAt, doneAt: at('2026-11-28', 9) })
  expect(walk.state?.steps.accept?.startedAt).toBe(at('2026-11-28', 9))
})
test('提出的时间不能晚于现在；本人在手机上申请的，不算转交', () => {
  expect(handIn(at('2026-11-27', 18), custody).decision).toMatchObject({ refusal: 'handOnInvalid' })
  expect(handIn(at('2026-11-28', 9), custody, 'criminalDefense', p.applicant).decision).toMatchObject({
    refusal: 'handOnInvalid',
  })
})
test('没有这一项的旧申请照样有效', () => {
  const walk = p.submitted()
  expect(walk.state?.handOnDueAt).toBeUndefined()
  expect(fold(walk.events)?.steps.apply?.startedAt).toBe(p.MORNING)
})
