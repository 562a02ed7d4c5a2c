import { afterAll, beforeAll, expect, it } from 'vitest'
import { SYSTEM } from '../../db/access.ts'
import { withAccess } from '../../db/postgres.ts'
import { deliverDue } from '../../jobs/delivery.ts'
import { deliveries } from '../../jobs/deliveries.ts'
import { testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import type { QueueName } from '@fatong/contract/desk/cases.ts'
import { listQueue } from '../desk/list-queue.ts'
import { staffNotices, unreadNotices } from '../desk/notices.ts'
import { input } from '../testing/test-parts.ts'
import { deskCommand } from './desk-command.ts'

let district: TestDistrict
let id: string
beforeAll(async () => {
  district = await testDistrict()
  id = (await district.caseOf('严正')).id
})
afterAll(() => district.close())

const lineIn = async (login: string, queue: QueueName) => {
  const outcome = await listQueue(district.parts, district.cast.byLogin(login), input({ query: { queue, limit: 100 } }))
  if (!outcome.ok) throw new Error(outcome.error)
  return outcome.value.items.find((line) => line.id === id)
}
const counted = async (login: string, queue: QueueName) => {
  const outcome = await listQueue(district.parts, district.cast.byLogin(login), input({ query: { queue, limit: 1 } }))
  return outcome.ok ? outcome.value.counts[queue] : outcome.error
}
const told = async (login: string) => {
  const outcome = await staffNotices(district.parts, district.cast.byLogin(login), input({ query: {} }))
  return outcome.ok
    ? outcome.value.items.filter(({ caseId }) => caseId === id).map(({ text, about }) => ({ text, about }))
    : outcome.error
}

it('an ordered correction goes from the bureau to the approver’s own list, with the promise of its day, and out of it once made (T26)', async () => {
  const { parts, cast } = district
  expect(await lineIn('sifaju', 'mine')).toMatchObject({ statusText: '异议审查中', targetAt: null })
  expect([await lineIn('shenpi', 'mine'), await lineIn('zhuren', 'mine')]).toEqual([undefined, undefined])
  const before = await counted('shenpi', 'mine')

  const decided = await deskCommand('decideObjection')(
    parts,
    cast.byLogin('sifaju'),
    input({ params: { id }, body: { outcome: 'orderCorrection', explanation: '属于援助范围，应当给予' } }),
  )
  expect(decided).toMatchObject({ ok: true })
  const waiting = {
    statusText: '已责令改正，等改正',
    light: 'green',
    pausedWhy: null,
    targetAt: parts.clock.now() + 2.5 * 3_600_000,
  }
  expect(await lineIn('shenpi', 'mine')).toMatchObject(waiting)
  expect(await counted('shenpi', 'mine')).toBe((before as number) + 1)
  for (const [login, queue] of [
    ['zhuren', 'mine'],
    ['shouli', 'decide'],
    ['shouli', 'all'],
    ['sifaju', 'objection'],
  ] as const)
    expect(await lineIn(login, queue), `${login} ${queue}`).toMatchObject(waiting)
  expect(await lineIn('sifaju', 'mine')).toBeUndefined()

  const made = await deskCommand('carryOutCorrection')(
    parts,
    cast.byLogin('shenpi'),
    input({ params: { id }, body: { note: '撤销原决定，重新审查' } }),
  )
  expect(made).toMatchObject({ ok: true })
  expect(await lineIn('shenpi', 'mine')).toMatchObject({ status: 'accepted', statusText: '已受理' })
  expect([await lineIn('sifaju', 'objection'), await lineIn('sifaju', 'mine')]).toEqual([undefined, undefined])
})

it('approvers and the director are told, each once, also when the message comes again; a clerk is not', async () => {
  const { parts } = district
  await deliverDue({ outbox: parts.stores.outbox, deliver: deliveries(parts), now: () => parts.clock.now() })
  const notice = [{ text: '司法局审查异议，责令改正，请当天办理。', about: 'case' }]
  expect([await told('shenpi'), await told('zhuren')]).toEqual([notice, notice])
  const unread = await unreadNotices(parts, district.cast.byLogin('shenpi'))
  await withAccess(parts.database, SYSTEM, ({ client }) =>
    client.query(`UPDATE fatong.outbox SET status = 'pending', next_at = created_at WHERE channel = 'post'`),
  )
  expect(
    await deliverDue({ outbox: parts.stores.outbox, deliver: deliveries(parts), now: () => parts.clock.now() }),
  ).toBe(1)
  expect(await unreadNotices(parts, district.cast.byLogin('shenpi'))).toEqual(unread)
  expect(await told('shouli')).toEqual([])
})
