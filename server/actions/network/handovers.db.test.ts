import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HandoverView } from '@fatong/contract/network/handover.ts'
import { instant } from '@fatong/law/calendar/dates.ts'
import { SYSTEM } from '../../db/access.ts'
import { HALF_PAST_THREE, testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import { accessOf } from '../caller.ts'
import type { Parts } from '../parts.ts'
import { readActivity } from './activity.ts'
import { escalateHandovers } from './handover-limits.ts'
import { listHandovers, readHandoverPlaces, sendHandover, stepHandover } from './handovers.ts'
import { must } from './testing/asked.ts'
import { placeIdOf } from './testing/visitors.ts'

let district: TestDistrict
let parts: Parts
let now = HALF_PAST_THREE
beforeAll(async () => {
  district = await testDistrict()
  parts = { ...district.parts, clock: { now: () => now } }
}, 120_000)
afterAll(() => district.close())

const staff = (login: string) => district.cast.byLogin(login)
const input = (body: object, params = {}, query = {}, idempotencyKey?: string) =>
  ({ body, params, query, ...(idempotencyKey ? { idempotencyKey } : {}) }) as never
const placeId = (code: string): Promise<string> => placeIdOf(parts, code)
const send = async (login: string, from: string, to: string, over = {}, key?: string) =>
  sendHandover(
    parts,
    staff(login),
    input(
      {
        fromPlace: await placeId(from),
        toPlace: await placeId(to),
        kind: 'intake',
        title: '老人要申请援助',
        text: '行动不便，请上门收材料',
        caseId: null,
        videoUrl: null,
        within: { unit: 'day', amount: 1 },
        ...over,
      },
      {},
      {},
      key,
    ),
  )
const list = async (login: string, show = 'in'): Promise<HandoverView[]> =>
  must(await listHandovers(parts, staff(login), input({}, {}, { show }))).items
const step = (login: string, one: HandoverView, what: string, note = '', version = one.version, more = {}) =>
  stepHandover(parts, staff(login), input({ note, version, ...more }, { id: one.id, step: what }))

test('a village hands up to its station, which takes it, does it, and the village reads how', async () => {
  const sent = must(await send('mingbairen1', '620171101204', '620171101'))
  expect(sent).toMatchObject({ state: 'sent', may: [], due: { what: 'take', light: 'green' } })
  const [waiting] = await list('zhongchuan')
  expect(waiting).toMatchObject({ id: sent.id, text: '行动不便，请上门收材料', may: ['take', 'return'] })
  const taken = must(await step('zhongchuan', waiting!, 'take'))
  expect(await step('zhongchuan', taken, 'finish')).toMatchObject({ error: 'malformed' })
  must(await step('zhongchuan', taken, 'finish', '当天上门收齐了'))
  expect((await list('mingbairen1', 'done'))[0]?.steps.map(({ what, note }) => [what, note])).toEqual([
    ['sent', ''],
    ['taken', ''],
    ['done', '当天上门收齐了'],
  ])
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

const at = (text: string) => instant(Date.parse(`${text}:00+08:00`))
const found = async (login: string, id: string, show = 'in') => (await list(login, show)).find((one) => one.id === id)
/** What anybody was told up to now. */
const notices = async () =>
  JSON.stringify(await parts.stores.outbox.claim(instant(now + 1000), instant(now + 60_000), 1000))

test('a limit is counted in office hours: four hours of Friday evening end on Monday noon', async () => {
  now = at('2026-11-27T17:30')
  const hours = must(await send('zhuren', '620171-center', '620171101', { within: { unit: 'hour', amount: 4 } }))
  expect(hours.due).toMatchObject({ at: at('2026-11-30T12:00'), what: 'take', light: 'green' })
  expect(must(await send('zhuren', '620171-center', '620171101', { within: { unit: 'day', amount: 1 } })).due?.at).toBe(
    at('2026-11-30T18:00'),
  )
  now = at('2026-11-28T12:00')
  await escalateHandovers(parts)
  expect(await found('zhongchuan', hours.id)).toMatchObject({ escalatedTo: null, due: { light: 'green' } })
})

test('not taken up in time, it is reported to the tier above, who may take it; lying there too, to the next, and then nobody is left', async () => {
  now = at('2026-11-30T09:00')
  const sent = must(
    await send('zhuren', '620171-center', '620171101', { title: '没人接的', within: { unit: 'hour', amount: 2 } }),
  )
  now = at('2026-11-30T10:59')
  await escalateHandovers(parts)
  expect(await found('zhongchuan', sent.id)).toMatchObject({ due: { light: 'amber' }, escalatedTo: null })
  now = at('2026-11-30T11:01')
  expect(await escalateHandovers(parts)).toBe(1)
  expect(await escalateHandovers(parts)).toBe(0)
  const up = await found('shouli', sent.id)
  expect(up).toMatchObject({
    due: { light: 'red' },
    escalatedTo: '兰州新区公共法律服务中心（法律援助中心）',
    may: ['take', 'return'],
  })
  expect(up?.steps.at(-1)).toMatchObject({ what: 'escalated', note: expect.stringContaining('没有接收') as string })
  expect(await notices()).toContain('没有按时接收：没人接的')
  expect(await found('sifaju', sent.id)).toBeUndefined()
  now = at('2026-12-01T18:01')
  await escalateHandovers(parts)
  expect(await found('sifaju', sent.id)).toMatchObject({
    escalatedTo: expect.stringContaining('司法局') as string,
    may: ['take', 'return'],
  })
  now = at('2026-12-31T12:00')
  await escalateHandovers(parts)
  expect((await found('sifaju', sent.id))?.steps.filter(({ what }) => what === 'escalated')).toHaveLength(2)
})

test('once taken up it has a limit for being done, the usual one or one that is named; past it, it goes up the same way', async () => {
  now = at('2026-12-01T09:00')
  const [usual, named] = [
    must(await send('zhuren', '620171-center', '620171101', { kind: 'homeVisit', title: '接了没办的' })),
    must(await send('zhuren', '620171-center', '620171101', { kind: 'homeVisit' })),
  ]
  expect(must(await step('zhongchuan', usual, 'take')).due).toEqual({
    at: at('2026-12-08T18:00'),
    what: 'finish',
    light: 'green',
  })
  expect(must(await step('zhongchuan', named, 'take', '', 1, { finishDays: 2 })).due?.at).toBe(at('2026-12-03T18:00'))
  must(await step('zhongchuan', (await found('zhongchuan', named.id))!, 'finish', '办好了'))
  now = at('2026-12-08T10:00')
  await escalateHandovers(parts)
  expect(await found('zhuren', usual.id, 'out')).toMatchObject({
    due: { what: 'finish', light: 'amber' },
    escalatedTo: null,
  })
  now = at('2026-12-08T18:01')
  expect(await escalateHandovers(parts)).toBe(1)
  const up = await found('shouli', usual.id)
  expect(up).toMatchObject({ state: 'taken', due: { light: 'red' }, may: ['finish', 'return'] })
  expect(up?.steps.at(-1)?.note).toContain('没有办结')
  expect(await notices()).toContain('中川镇公共法律服务工作站没有按时办结：接了没办的')
  must(await step('shouli', up!, 'finish', '中心代办了'))
  expect(await found('zhongchuan', usual.id, 'done')).toMatchObject({ due: null })
})

test('taken by the station after it had gone up, it goes up anew when it lies there; a talk by video counts from when both meet', async () => {
  now = at('2026-12-09T09:00')
  const late = must(
    await send('zhuren', '620171-center', '620171101', { kind: 'advice', within: { unit: 'hour', amount: 1 } }),
  )
  now = at('2026-12-09T10:01')
  await escalateHandovers(parts)
  must(await step('zhongchuan', (await found('zhongchuan', late.id))!, 'take'))
  expect(await found('zhongchuan', late.id)).toMatchObject({ escalatedTo: null, due: { at: at('2026-12-14T18:00') } })
  const video = must(
    await send('zhuren', '620171-center', '620171101', { kind: 'video', meetAt: at('2026-12-16T15:00') }),
  )
  expect(must(await step('zhongchuan', video, 'take')).due?.at).toBe(at('2026-12-17T18:00'))
  now = at('2026-12-14T18:01')
  await escalateHandovers(parts)
  expect(await found('shouli', late.id)).toMatchObject({
    escalatedTo: expect.stringContaining('中心') as string,
    state: 'taken',
  })
})

test('the tier above reads what is open below it and does nothing to it; its own matters stand in the other lists', async () => {
  now = at('2026-12-21T09:00')
  const sent = must(await send('mingbairen1', '620171101204', '620171101', { title: '村里转镇上的' }))
  const own = must(await send('zhuren', '620171-center', '620171101'))
  expect(await found('zhuren', sent.id)).toBeUndefined()
  expect(await found('zhuren', sent.id, 'below')).toMatchObject({
    text: '行动不便，请上门收材料',
    may: [],
    video: null,
  })
  expect(await step('zhuren', sent, 'take')).toMatchObject({ error: 'forbidden' })
  expect(await found('sifaju', sent.id, 'below')).toBeDefined()
  expect(await found('zhuren', own.id, 'below')).toBeUndefined()
  expect(await found('zhongchuan', sent.id, 'below')).toBeUndefined()
  expect(await found('qinchuan', sent.id, 'below')).toBeUndefined()
  const counts = async () => must(await listHandovers(parts, staff('zhuren'), input({}, {}, { show: 'below' }))).counts
  const before = await counts()
  expect(before.below).toBe((await list('zhuren', 'below')).length)
  now = at('2026-12-22T18:01')
  expect((await counts()).belowLate).toBe(before.belowLate + 1)
  await escalateHandovers(parts)
  expect(await found('zhuren', sent.id, 'below')).toBeUndefined()
  expect(await found('zhuren', sent.id)).toMatchObject({ may: ['take', 'return'] })
})

describe('a case goes with a matter', () => {
  const targets = async (login: string, caseId?: string) =>
    readHandoverPlaces(parts, staff(login), input({}, {}, caseId ? { caseId } : {}))
  test('the form says beforehand where it can be opened: where the place covers the case and somebody may read cases', async () => {
    const { id } = await district.caseOf('何长生')
    const file = (await parts.stores.cases.line(SYSTEM, { id }))!
    const offered = must(await targets('zhuren', id)).targets
    const opening = offered.filter(({ opensCase }) => opensCase).map(({ id: place }) => place)
    expect(opening).toContain(await placeId('620171-center'))
    for (const code of ['620171101', '620171102', '620171103', '620171104']) {
      const place = await placeId(code)
      const login = {
        '620171101': 'zhongchuan',
        '620171102': 'qinchuan',
        '620171103': 'xicha',
        '620171104': 'shangchuan',
      }[code]!
      expect(opening.includes(place), code).toBe(
        (await parts.stores.cases.line(accessOf(staff(login)), { id: file.id })) !== undefined,
      )
    }
    // The bureau decides objections and opens no other case.
    expect(opening).not.toContain(await placeId('620171'))
    expect(must(await targets('mingbairen1')).targets.some(({ opensCase }) => opensCase)).toBe(false)
  })
  test('whoever may open it finds the way to it; whoever may not reads the words and not which case it is, and gains no access', async () => {
    const { id } = await district.caseOf('何长生')
    const { number, placeId: at } = (await parts.stores.cases.line(SYSTEM, { id }))!
    const [town, login] =
      at === (await placeId('620171102'))
        ? (['620171101', 'zhongchuan'] as const)
        : (['620171102', 'qinchuan'] as const)
    const sent = must(await send('zhuren', '620171-center', town, { caseId: id }))
    expect(sent).toMatchObject({ caseFile: { id, number }, caseClosed: false })
    const there = await found(login, sent.id)
    expect(there).toMatchObject({ caseFile: null, caseClosed: true, text: '行动不便，请上门收材料' })
    expect(JSON.stringify(there)).not.toContain(id)
    must(await step(login, there!, 'take'))
    expect(await parts.stores.cases.line(accessOf(staff(login)), { id })).toBeUndefined()
    const home = must(await send('zhuren', '620171-center', '620171101204', { caseId: id }))
    expect(await found('mingbairen1', home.id)).toMatchObject({ caseFile: null, caseClosed: true })
  })
  test('nobody sends a case they may not read, nor asks where it would be read', async () => {
    const { id } = await district.caseOf('何长生')
    const stranger = (await parts.stores.cases.line(accessOf(staff('shuifu')), { id })) ? 'shangchuan' : 'shuifu'
    expect(await targets(stranger, id)).toMatchObject({ error: 'notFound' })
    expect(
      await send(stranger, stranger === 'shuifu' ? '620122105' : '620171104', '620171-center', { caseId: id }),
    ).toMatchObject({ error: 'malformed', fields: { caseId: expect.any(String) as string } })
  })
})

test('the month of each point, own and below', async () => {
  now = HALF_PAST_THREE
  const seen = async (login: string) => must(await readActivity(parts, staff(login), input({}, {}, {}))).items
  const all = await seen('zhuren')
  expect(all.find(({ name }) => name.startsWith('兰州新区公共'))).toMatchObject({ kindText: '公共法律服务中心' })
  expect(all.reduce((sum, { applications }) => sum + applications, 0)).toBeGreaterThan(10)
  expect(all.reduce((sum, { handedIn }) => sum + handedIn, 0)).toBeGreaterThanOrEqual(4)
  const december = must(await readActivity(parts, staff('zhuren'), input({}, {}, { month: '2026-12' }))).items
  expect(december.find(({ name }) => name === '中川镇公共法律服务工作站')?.lateHandovers).toBeGreaterThanOrEqual(3)
  const town = await seen('zhongchuan')
  expect(town.length).toBeGreaterThan(30)
  expect(town.every(({ name }) => !name.startsWith('秦川'))).toBe(true)
})
