import { localDate } from '@fatong/law/calendar/dates.ts'
import { describe, expect, test } from 'vitest'
import { availableCommands } from './available.ts'
import type { Command } from './commands.ts'
import * as p from './testing/people.ts'
import type { Actor } from './types.ts'

const asked = () =>
  p.submitted().do(p.clerk, {
    type: 'requestSupplement',
    items: [{ code: 'identity', wording: '身份证' }],
    deadline: localDate('2026-11-30'),
    documentNumber: '补1',
  })
const withdrawn: Command = { type: 'confirmDeemedWithdrawn', documentNumber: '撤1' }
const liaison: Actor = { ...p.station, id: 'liaison-1', roles: ['legalLiaison'] }
const stands = (walk: p.Walk) => ({
  supplied: walk.state?.supplement?.suppliedAt === walk.now,
  running: walk.state?.pauses.at(-1)?.until !== undefined,
})

describe('送到窗口或站点的材料（AC-3、T4）', () => {
  test.each([p.clerk, p.station, liaison])(
    '$name puts down what was brought: the clock goes on, nobody is deemed to have withdrawn',
    (actor) => {
      const walk = asked().wait(2 * p.DAY)
      walk.do(actor, { type: 'supplyMaterials', materials: [p.photo], note: '' })
      expect(stands(walk)).toEqual({ supplied: true, running: true })
      walk.wait(9 * p.DAY)
      expect(walk.try(p.clerk, withdrawn)).toMatchObject({ refusal: 'supplementNotExpired' })
    },
  )
  test.each([p.clerk, p.station, p.director])('under the name of adding papers too ($name)', (actor) => {
    const walk = asked().wait(2 * p.DAY)
    walk.do(actor, { type: 'addMaterials', materials: [p.photo], note: '群众交到工作站' })
    expect(walk.events.at(-1)).toMatchObject({ type: 'materialsSupplied', data: { note: '群众交到工作站' } })
    expect(stands(walk)).toEqual({ supplied: true, running: true })
    expect(walk.state?.materials).toHaveLength(2)
    // What comes after that is one paper more.
    walk.wait(60).do(actor, { type: 'addMaterials', materials: [p.photo], note: '' })
    expect(walk.events.at(-1)?.type).toBe('materialsAdded')
  })
  test('a photo that the applicant adds by themselves is not yet the answer; they say when it is', () => {
    const walk = asked().do(p.applicant, { type: 'addMaterials', materials: [p.photo], note: '' })
    expect(stands(walk)).toEqual({ supplied: false, running: false })
  })
  test('the station is offered it while papers are awaited, and not before', () => {
    const offered = (walk: p.Walk) =>
      availableCommands(walk.state!, p.contextOf(p.station, walk.now)).find(
        ({ command }) => command === 'supplyMaterials',
      )?.allowed
    expect([offered(p.submitted()), offered(asked())]).toEqual([false, true])
  })
})

describe('书面交来或当面说出的异议（OB-1）', () => {
  test.each([p.clerk, p.bureau])('$name puts it down, with the paper', (actor) => {
    const walk = p.refusedCase().wait(p.DAY)
    walk.do(actor, { type: 'fileObjection', statement: '我认为属于援助范围', materials: [p.photo] })
    expect(walk.state?.objection).toMatchObject({
      statement: '我认为属于援助范围',
      filedAt: walk.now,
      against: 'refused',
    })
    expect(walk.state?.materials).toHaveLength(2)
    expect(walk.events.at(-1)?.actor.id).toBe(actor.id)
  })
  test('not without words, not twice, not by the station nor by who decided', () => {
    const walk = p.refusedCase()
    expect(walk.try(p.clerk, { type: 'fileObjection', statement: ' ', materials: [p.photo] })).toMatchObject({
      refusal: 'reasonMissing',
    })
    for (const actor of [p.station, p.approver, p.stranger])
      expect(walk.try(actor, { type: 'fileObjection', statement: '不服' }).ok).toBe(false)
    walk.do(p.clerk, { type: 'fileObjection', statement: '不服' })
    expect(walk.try(p.bureau, { type: 'fileObjection', statement: '不服' })).toMatchObject({
      refusal: 'objectionPending',
    })
  })
})
