import { randomUUID } from 'node:crypto'
import type { CaseState } from '@fatong/casework/application/state.ts'
import { COMMAND_BODIES, type DeskCommand, type DeskCommandBody } from '@fatong/contract/desk/commands.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SYSTEM } from '../../db/access.ts'
import { testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import { readCasePage } from '../desk/read-case.ts'
import { input } from '../testing/test-parts.ts'
import { deskCommand } from './desk-command.ts'

let district: TestDistrict
beforeAll(async () => {
  district = await testDistrict()
})
afterAll(() => district.close())

async function put<C extends DeskCommand>(login: string, name: string, command: C, typed: DeskCommandBody<C>) {
  const { id } = await district.caseOf(name)
  return deskCommand(command)(
    district.parts,
    district.cast.byLogin(login),
    input({
      params: { id },
      body: COMMAND_BODIES[command].parse(typed) as DeskCommandBody<C>,
      idempotencyKey: randomUUID(),
    }) as never,
  )
}
const stateOf = async (name: string) =>
  (await district.parts.stores.cases.load(SYSTEM, (await district.caseOf(name)).id))?.state as CaseState
const lastLine = async (login: string, name: string) => {
  const { id } = await district.caseOf(name)
  const page = await readCasePage(district.parts, district.cast.byLogin(login), input({ params: { id } }))
  if (!page.ok) throw new Error(page.error)
  const { text, detail, by } = page.value.history.at(-1)!
  return { text, detail, by }
}

it.each([
  ['qinchuan', '王建军', '张守业'],
  ['shouli2', '苏·阿米娜', '王玉兰'],
])('%s puts down the papers that were brought, and the review goes on (AC-3, AC-4)', async (login, name, by) => {
  const brought = { materialIds: [], note: '身份证在补办，先交了村里的证明' }
  expect(await put(login, name, 'supplyMaterials', brought)).toMatchObject({ ok: true })
  const { supplement, pauses } = await stateOf(name)
  expect(supplement?.suppliedAt).toBeDefined()
  expect(pauses.every(({ until }) => until !== undefined)).toBe(true)
  expect(await lastLine('shouli', name)).toEqual({ text: '登记当事人的说明', detail: brought.note, by })
})

it.each([
  ['sifaju', '范大志', '安志远'],
  ['shouli', '胡美丽', '陈晓梅'],
])('%s puts down the objection of somebody without a phone, for the bureau (OB-1)', async (login, name, by) => {
  const statement = '我认为这件事属于援助范围'
  expect(await put(login, name, 'fileObjection', { statement, materialIds: [] })).toMatchObject({ ok: true })
  expect((await stateOf(name)).objection).toMatchObject({ statement, against: 'refused' })
  expect(await lastLine('shouli', name)).toEqual({ text: '登记当事人的异议', detail: statement, by })
  expect(await put('sifaju', name, 'decideObjection', { outcome: 'uphold', explanation: '原决定正确' })).toMatchObject({
    ok: true,
  })
})

it('not by a station elsewhere, nor an objection by the station', async () => {
  const brought = { materialIds: [], note: '说明' }
  expect(await put('xicha', '王建军', 'supplyMaterials', brought)).toMatchObject({ ok: false })
  expect(await put('zhongchuan', '范大志', 'fileObjection', { statement: '不服', materialIds: [] })).toMatchObject({
    ok: false,
  })
})
