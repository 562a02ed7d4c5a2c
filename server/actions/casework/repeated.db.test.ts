import { randomUUID } from 'node:crypto'
import { fold } from '@fatong/casework/application/evolve.ts'
import type { RecordedEvent } from '@fatong/casework/application/events.ts'
import type { CaseState } from '@fatong/casework/application/state.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SYSTEM } from '../../db/access.ts'
import { testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import { leaveMessage } from '../citizen-case/commands.ts'
import { input } from '../testing/test-parts.ts'
import { candidatesFor } from './candidates.ts'
import { deskCommand } from './desk-command.ts'
import { loadCase, loadForCommand } from './load-case.ts'

let district: TestDistrict
beforeAll(async () => {
  district = await testDistrict()
}, 120_000)
afterAll(() => district.close())

/** The case as it is kept, which must be what its history gives. */
async function kept(id: string) {
  const { parts } = district
  const state = (await parts.stores.cases.load(SYSTEM, id))?.state as CaseState
  const events = await parts.stores.cases.history(SYSTEM, id)
  const told = events.map(
    ({ type, data, at, version, meta }) =>
      ({ type, data, at, version, actor: (meta as { actor: unknown }).actor }) as RecordedEvent,
  )
  expect(JSON.parse(JSON.stringify(fold(told)))).toEqual(state)
  return state
}

test('the same command twice at once is one step, and the next one is decided on what was written', async () => {
  const { parts, cast } = district
  const { id } = await district.caseOf('刘德福')
  const { state } = (await loadCase(parts, SYSTEM, id))!
  const idempotencyKey = randomUUID()
  const grant = () =>
    deskCommand('grantAid')(parts, cast.byLogin('shenpi'), {
      ...input({ params: { id }, body: { note: '同意', delayReason: '当天没有审批人' } }),
      expectedVersion: state.version,
      idempotencyKey,
    })
  const [first, second] = await Promise.all([grant(), grant()])
  expect(first).toMatchObject({ ok: true })
  expect(second).toEqual(first)
  const granted = await kept(id)
  const { state: known } = (await loadForCommand(parts, SYSTEM, id, granted.version))!
  expect(known.decision?.documentNumber).toMatch(/号$/)
  const assigner = cast.byLogin('zhipai')
  const best = (await candidatesFor(parts, assigner, known)).find(
    ({ banned, findings }) => banned === undefined && findings.length === 0,
  )!
  const assigned = await deskCommand('assignLawyer')(parts, assigner, {
    ...input({ params: { id }, body: { staffId: best.provider.staffId, delayReason: '当天没有律师' } }),
    expectedVersion: granted.version,
    idempotencyKey: randomUUID(),
  })
  expect(assigned).toMatchObject({ ok: true })
  expect(JSON.stringify(await kept(id))).not.toContain('#number:')
  expect(JSON.stringify(await parts.stores.documents.ofCase(SYSTEM, id))).not.toContain('#number:')
})

test('a message whose answer was lost is sent again: one message, and the case in memory is the one that is kept', async () => {
  const { parts } = district
  const { id, number } = await district.caseOf('高小兵')
  const caller = await district.applicant('高小兵')
  const idempotencyKey = randomUUID()
  const say = () =>
    leaveMessage(parts, caller, {
      ...input({ params: { number }, body: { text: '材料什么时候交', to: 'agency' as const } }),
      idempotencyKey,
    })
  const first = await say()
  expect(await say()).toEqual(first)
  const { version, messages } = await kept(id)
  expect(messages.filter(({ text }) => text === '材料什么时候交')).toHaveLength(1)
  const { state } = (await loadForCommand(parts, SYSTEM, id, version))!
  expect(state.version).toBe(version)
})
