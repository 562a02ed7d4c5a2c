import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CaseState } from '@fatong/casework/application/state.ts'
import { COMMAND_BODIES, type DeskCommand, type DeskCommandBody } from '@fatong/contract/desk/commands.ts'
import { SYSTEM } from '../../db/access.ts'
import { ISSUES_DOCUMENT } from '../../../faces/desk/commands/issues-document.ts'
import { testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import { previewDocument } from '../documents/preview-document.ts'
import { input } from '../testing/test-parts.ts'
import { deskCommand } from './desk-command.ts'

let district: TestDistrict
beforeAll(async () => {
  district = await testDistrict()
})
afterAll(() => district.close())

const stateOf = async (name: string) => {
  const found = await district.parts.stores.cases.load(SYSTEM, (await district.caseOf(name)).id)
  if (!found) throw new Error(`no case of ${name}`)
  return found.state as CaseState
}

/** As the panel of the desk: what issues a paper is looked at first, then it is sent. */
async function fromTheDesk<C extends DeskCommand>(login: string, name: string, command: C, typed: DeskCommandBody<C>) {
  const { id } = await district.caseOf(name)
  const caller = district.cast.byLogin(login)
  const body = COMMAND_BODIES[command].parse(typed) as DeskCommandBody<C>
  if (ISSUES_DOCUMENT[command]) {
    const seen = await previewDocument(district.parts, caller, input({ params: { id, command }, body }))
    if (!seen.ok) return seen
  }
  return deskCommand(command)(district.parts, caller, input({ params: { id }, body }) as never)
}

it('urgent aid is granted from the desk, before and after acceptance (T8)', async () => {
  const urgent = { ground: 'UR-1' as const, reason: '仲裁时效还剩三天' }
  for (const name of ['马有财', '刘德福']) {
    expect(await fromTheDesk('shenpi', name, 'grantProvisionalAid', urgent), name).toMatchObject({
      ok: true,
      value: { status: 'provisional', documents: [] },
    })
    expect(await stateOf(name)).toMatchObject({ status: 'provisional', provisional: urgent })
  }
})

it.each([true, false])(
  'a request for another lawyer is decided from the desk (T17b, approved: %s)',
  async (approve) => {
    const name = approve ? '丁海龙' : '高小兵'
    const before = (await stateOf(name)).status
    expect(await fromTheDesk('zhipai', name, 'requestReplacement', { reason: '联系不上' })).toMatchObject({ ok: true })
    expect(await fromTheDesk('shenpi', name, 'decideReplacement', { approve, reason: '已向律所核实' })).toMatchObject({
      ok: true,
      value: { status: approve ? 'reassigning' : before, documents: [] },
    })
  },
)
