import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HandoverView } from '@fatong/contract/network/handover.ts'
import { instant } from '@fatong/law/calendar/dates.ts'
import { SYSTEM } from '../../db/access.ts'
import { HALF_PAST_THREE, testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import type { Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { readActivity } from './activity.ts'
import { escalateHandovers, listHandovers, sendHandover, stepHandover } from './handovers.ts'

let district: TestDistrict
let parts: Parts
let now = HALF_PAST_THREE
beforeAll(async () => {
  district = await testDistrict()
  parts = { ...district.parts, clock: { now: () => now } }
}, 120_000)
afterAll(() => district.close())

const must = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.value
}
const staff = (login: string) => district.cast.byLogin(login)
const input = (body: object, params = {}, query = {}, idempotencyKey?: string) => ({ body, params, query, ...(idempotencyKey ? { idempotencyKey } : {}) }) as never
const placeId = async (code: string) => (await parts.stores.places.all()).find((place) => place.code === code)!.id
const send = async (login: string, from: string, to: string, over = {}, key?: string) => sendHandover(parts, staff(login), input({ fromPlace: await placeId(from), toPlace: await placeId(to), kind: 'intake', title: '老人要申请援助', text: '行动不便，请上门收材料', caseId: null, videoUrl: null, hours: 24, ...over }, {}, {}, key))
const list = async (login: string, show = 'in'): Promise<HandoverView[]> => must(await listHandovers(parts, staff(login), input({}, {}, { show }))).items
const step = (login: string, one: HandoverView, what: string, note = '', version = one.version) => stepHandover(parts, staff(login), input({ note, version }, { id: one.id, step: what }))

test('a village hands up to its station, which takes it, does it, and the village reads how', async () => {
  const sent = must(await send('mingbairen1', '620171101204', '620171101'))
  expect(sent).toMatchObject({ state: 'sent', may: [], late: false })
  const [waiting] = await list('zhongchuan')
  expect(waiting).toMatchObject({ id: sent.id, text: '行动不便，请上门收材料', may: ['take', 'return'] })
  const taken = must(await step('zhongchuan', waiting!, 'take'))
  expect(await step('zhongchuan', taken, 'finish')).toMatchObject({ error: 'malformed' })
  must(await step('zhongchuan', taken, 'finish', '当天上门收齐了'))
  expect((await list('mingbairen1', 'done'))[0]?.steps.map(({ what, note }) => [what, note])).toEqual([['sent', ''], ['taken', ''], ['done', '当天上门收齐了']])
})

test('nobody hands over from a place they do not work at, and another town sees nothing of it', async () => {
  expect(await send('qinchuan', '620171101', '620171102')).toMatchObject({ error: 'forbidden' })
  const sent = must(await send('zhongchuan', '620171101', '620171-center'))
  expect((await list('qinchuan')).some(({ id }) => id === sent.id)).toBe(false)
  expect(await step('qinchuan', sent, 'take')).toMatchObject({ error: 'notFound' })
  expect(await step('zhongchuan', sent, 'take')).toMatchObject({ error: 'forbidden' })
})

test('two who answer at once: the second is told that it moved on; a repeated request sends once', async () => {
  const sent = must(await send('zhongchuan', '620171101', '620171-center', { title: '一次' }, 'key-1'))
  expect(must(await send('zhongchuan', '620171101', '620171-center', { title: '一次' }, 'key-1')).id).toBe(sent.id)
  const outcomes = await Promise.all([step('shouli', sent, 'take'), step('zhuren', sent, 'return', '请找调解')])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ error: 'changedMeanwhile' })
})

test('not taken up in time, it is reported to the tier above, once, who may take it', async () => {
  const sent = must(await send('zhuren', '620171-center', '620171101', { hours: 2 }))
  expect(await escalateHandovers(parts)).toBe(0)
  now = instant(now + 3 * 3_600_000)
  expect(await escalateHandovers(parts)).toBeGreaterThan(0)
  expect(await escalateHandovers(parts)).toBe(0)
  const up = (await list('shouli')).find(({ id }) => id === sent.id)
  expect(up).toMatchObject({ late: true, escalatedTo: '兰州新区公共法律服务中心（法律援助中心）', may: ['take', 'return'] })
  expect(up?.steps.at(-1)?.what).toBe('escalated')
  const notices = await parts.stores.outbox.claim(instant(now + 1000), instant(now + 60_000), 1000)
  expect(notices.some(({ payload }) => JSON.stringify(payload).includes('没有按时接收'))).toBe(true)
  must(await step('shouli', up!, 'take'))
})

test('the month of each point, own and below', async () => {
  const at = async (login: string) => must(await readActivity(parts, staff(login), input({}, {}, {}))).items
  const all = await at('zhuren')
  expect(all.find(({ name }) => name.startsWith('兰州新区公共'))).toMatchObject({ kindText: '公共法律服务中心' })
  expect(all.reduce((sum, { applications }) => sum + applications, 0)).toBeGreaterThan(10)
  expect(all.reduce((sum, { handedIn }) => sum + handedIn, 0)).toBeGreaterThanOrEqual(4)
  const town = await at('zhongchuan')
  expect(town.length).toBeGreaterThan(30)
  expect(town.every(({ name }) => !name.startsWith('秦川'))).toBe(true)
  expect((await parts.stores.handovers.list(SYSTEM, { show: 'in', placeIds: [] }))).toEqual([])
})
