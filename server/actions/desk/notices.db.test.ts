import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import { SYSTEM } from '../../db/access.ts'
import { withAccess } from '../../db/postgres.ts'
import { staff } from '../../db/schema/staff.ts'
import { addMessages } from '../../db/stores/messages.ts'
import { deliveries } from '../../jobs/deliveries.ts'
import { deliverDue, MOST_ATTEMPTS, type Deliver } from '../../jobs/delivery.ts'
import { smsSender } from '../../outside/sms/choose.ts'
import { simulatedSms } from '../administration/deliveries.ts'
import { holdersOf, TO_POST } from '../casework/to-post.ts'
import { accessOf, type StaffCaller } from '../caller.ts'
import { staffWith } from '../testing/signed-in.ts'
import { input, testParts, type TestParts } from '../testing/test-parts.ts'
import { readNotice, staffNotices, unreadNotices } from './notices.ts'

let parts: TestParts
let lawyer: StaffCaller, other: StaffCaller
beforeAll(async () => {
  parts = await testParts()
  lawyer = await staffWith(parts, 'lawyer', parts.places.firm, parts.places.firm)
  other = await staffWith(parts, 'clerk', parts.places.center)
})
afterAll(() => parts.close())

// Far from the numbers that the outbox itself gives.
let messages = 1_000_000
/** What the outbox delivers to somebody at the desk, at the present moment. */
const told = (
  to: StaffCaller,
  payload: { number: string; text: string; about?: string },
  caseId: string | null = null,
) =>
  deliveries(parts)['notice']?.({
    id: (messages += 1),
    channel: 'notice',
    recipientEnc: null,
    recipientKind: 'staff',
    recipientId: to.staffId,
    payload,
    caseId,
    attempts: 1,
  })
async function list(by: StaffCaller, cursor?: string) {
  const outcome = await staffNotices(parts, by, input({ query: { ...(cursor ? { cursor } : {}) } }))
  if (!outcome.ok) throw new Error(outcome.error)
  return outcome.value
}
async function unread(by: StaffCaller) {
  const outcome = await unreadNotices(parts, by)
  return outcome.ok ? outcome.value.unread : outcome.error
}
const read = (by: StaffCaller, id: string, older = false) =>
  readNotice(parts, by, input({ params: { id }, body: { older } }))
const looks = () =>
  withAccess(
    parts.database,
    SYSTEM,
    async ({ client }) =>
      (
        await client.query<{ actor_id: string; why: string }>(
          `SELECT actor_id, why FROM fatong.audit WHERE subject_kind = 'inbox' ORDER BY position`,
        )
      ).rows,
  )

it('lists what one was told, newest first, without the signature of a text message, and where it leads', async () => {
  const caseId = randomUUID()
  await told(lawyer, { number: 'LX2026-1', text: '【法通】LX2026-1：有一件新指派的法律援助案件。' }, caseId)
  parts.pass(60_000)
  await told(lawyer, {
    number: '问20261123-ABC234',
    text: '【法通】问20261123-ABC234：有新问题等着答。',
    about: 'question',
  })
  const { items, next } = await list(lawyer)
  expect(next).toBeNull()
  expect(items).toMatchObject([
    { number: '问20261123-ABC234', text: '有新问题等着答。', about: 'question', caseId: null, readAt: null },
    { number: 'LX2026-1', text: '有一件新指派的法律援助案件。', about: 'case', caseId, readAt: null },
  ])
  expect(await unread(lawyer)).toBe(2)
  expect(await looks()).toEqual([])
})

it('words that people left are read on the record', async () => {
  parts.pass(60_000)
  await told(lawyer, { number: 'HD2500111', text: '【法通】马有财请您回电 13993101234：工钱的事', about: 'callback' })
  expect((await list(lawyer)).items[0]).toMatchObject({
    about: 'callback',
    text: '马有财请您回电 13993101234：工钱的事',
  })
  expect(await looks()).toEqual([{ actor_id: lawyer.staffId, why: '1 条' }])
})

it('nobody else sees them, by the action or by the database alone', async () => {
  expect((await list(other)).items).toEqual([])
  expect(await unread(other)).toBe(0)
  const [newest] = (await list(lawyer)).items
  const id = newest?.id ?? ''
  expect(await read(other, id)).toMatchObject({ error: 'notFound' })
  const { inbox } = parts.stores,
    access = accessOf(other)
  expect(await inbox.ofStaff(access, lawyer.staffId, { most: 10 })).toEqual([])
  expect(await inbox.unreadOfStaff(access, lawyer.staffId)).toBe(0)
  expect(await inbox.markReadByStaff(access, lawyer.staffId, id, true, parts.clock.now())).toBe(false)
  expect(await unread(lawyer)).toBe(3)
})

it('one is marked, then that and all older; again changes nothing, and what came later stays unread', async () => {
  const [newest, middle, oldest] = (await list(lawyer)).items
  const first = parts.clock.now()
  expect(await read(lawyer, middle?.id ?? '')).toMatchObject({ ok: true })
  expect(await unread(lawyer)).toBe(2)
  parts.pass(60_000)
  await told(lawyer, { number: 'SX2026-7', text: '【法通】没有按时接收：村里修路占地', about: 'handover' })
  expect(await read(lawyer, newest?.id ?? '', true)).toMatchObject({ ok: true })
  expect(await read(lawyer, middle?.id ?? '')).toMatchObject({ ok: true })
  const now: Instant = parts.clock.now()
  expect((await list(lawyer)).items.map(({ id, readAt }) => [id, readAt]).slice(1)).toEqual([
    [newest?.id, now],
    [middle?.id, first],
    [oldest?.id, now],
  ])
  expect(await unread(lawyer)).toBe(1)
  expect(await read(lawyer, randomUUID())).toMatchObject({ error: 'notFound' })
})

it('goes on page by page, also where several came at the same moment', async () => {
  for (let n = 0; n < 120; n += 1)
    await told(other, { number: `问${n}`, text: `【法通】问${n}：有新问题等着答。`, about: 'question' })
  const numbers: string[] = []
  let pages = 0
  for (let cursor: string | undefined; ; pages += 1) {
    const { items, next } = await list(other, cursor)
    numbers.push(...items.map(({ number }) => number))
    if (next === null) break
    cursor = next
  }
  expect([pages + 1, new Set(numbers).size, numbers.length]).toEqual([3, 120, 120])
  for (const cursor of ['x', `999999999999999_${randomUUID()}`, `1_${'-'.repeat(36)}`]) {
    expect(await staffNotices(parts, other, input({ query: { cursor } }))).toMatchObject({ error: 'malformed' })
  }
})

/** A message to whoever manages the firm, in the outbox. */
const waiting = (text: string) =>
  withAccess(parts.database, SYSTEM, (tx) =>
    addMessages(tx, [
      {
        channel: TO_POST,
        caseId: randomUUID(),
        at: parts.clock.now(),
        payload: { number: 'LX2026-9', text, placeId: parts.places.firm, roles: ['firmManager'], sms: true },
      },
    ]),
  )
/** Until nothing is due any more; those that failed are due after two days at the latest. */
async function delivered(deliver: Record<string, Deliver>, wait = 0) {
  do parts.pass(wait)
  while ((await deliverDue({ outbox: parts.stores.outbox, deliver, now: () => parts.clock.now() })) > 0)
}

it('what cannot wait goes to the phone too, and stands in the list of simulated messages', async () => {
  const sealed = (phone: string) => ({
    phoneEnc: parts.crypto.encrypt('staff.phone', phone),
    phoneBidx: parts.crypto.blindIndex('phone', phone),
  })
  const manager = await staffWith(parts, 'firmManager', parts.places.firm, parts.places.firm),
    gone = await staffWith(parts, 'lawyer', parts.places.firm, parts.places.firm)
  await withAccess(parts.database, SYSTEM, async ({ orm }) => {
    for (const [who, phone] of [
      [lawyer, '13911110001'],
      [manager, '13911110002'],
      [gone, '13911110003'],
    ] as const)
      await orm.update(staff).set(sealed(phone)).where(eq(staff.id, who.staffId))
    await orm.update(staff).set({ active: false }).where(eq(staff.id, gone.staffId))
  })
  const sample = { ...parts, config: { ...parts.config, sampleDistrict: true } }
  const ways = deliveries({
    ...sample,
    sms: smsSender({ ...sample.config, smsSender: 'simulated' }, parts.stores, parts.crypto, parts.clock, parts.log),
  })
  const deliver = (channel: string, payload: object, to?: StaffCaller) =>
    ways[channel]?.({
      id: (messages += 1),
      channel,
      recipientEnc: null,
      recipientKind: to ? 'staff' : null,
      recipientId: to?.staffId ?? null,
      payload,
      caseId: randomUUID(),
      attempts: 1,
    })
  const text = '【法通】LX2026-9：有一件新指派的法律援助案件，请登录工作台确认能否承办。'
  await deliver('notice', { number: 'LX2026-9', text, sms: true }, lawyer)
  await deliver('notice', { number: 'LX2026-9', text: '【法通】LX2026-9：有一条新留言，请登录查看。' }, lawyer)
  await deliver('notice', { number: 'LX2026-9', text, sms: true }, gone)
  await deliver('notice', { number: 'LX2026-9', text, sms: true }, other)
  await waiting('【法通】LX2026-9：本所')
  await delivered(ways)
  const shown = await simulatedSms(sample, other)
  expect(shown.ok && shown.value.items.map(({ to, text: said }) => [to, said])).toEqual([
    ['139****0002', '【法通】LX2026-9：本所'],
    ['139****0001', text],
  ])
  expect((await list(manager)).items).toMatchObject([{ number: 'LX2026-9', text: '本所' }])
})

it('one telephone that cannot be reached makes nobody else ring again', async () => {
  const second = await staffWith(parts, 'firmManager', parts.places.firm, parts.places.firm)
  const phone = '13911110004'
  await withAccess(parts.database, SYSTEM, ({ orm }) =>
    orm
      .update(staff)
      .set({ phoneEnc: parts.crypto.encrypt('staff.phone', phone), phoneBidx: parts.crypto.blindIndex('phone', phone) })
      .where(eq(staff.id, second.staffId)),
  )
  const rang: string[] = []
  const sms: TestParts['sms'] = {
    ...parts.sms,
    send: (to) => {
      rang.push(to)
      return Promise.resolve(to === phone ? { ok: false, problem: '停机' } : { ok: true })
    },
  }
  await waiting('【法通】LX2026-9：两位负责人')
  await delivered(deliveries({ ...parts, sms }), 6 * 3_600_000 * 1.3)
  expect(rang.filter((to) => to === phone)).toHaveLength(MOST_ATTEMPTS)
  expect(rang.filter((to) => to === '13911110002')).toHaveLength(1)
  expect((await list(second)).items).toMatchObject([{ text: '两位负责人' }])
})

it('a post that nobody holds: whoever is named in its stead hears it, a firm without a manager nothing, and nobody what they wrote', async () => {
  const meant = { placeId: parts.places.otherTown, roles: ['qualityOfficer' as const] }
  expect(await holdersOf(parts, meant)).toEqual([])
  const director = await staffWith(parts, 'director', parts.places.center)
  expect(await holdersOf(parts, { ...meant, orElse: ['director'] })).toEqual([director.staffId])
  const one = await staffWith(parts, 'qualityOfficer', parts.places.center),
    colleague = await staffWith(parts, 'qualityOfficer', parts.places.center)
  expect(await holdersOf(parts, { ...meant, orElse: ['director'], except: one.staffId })).toEqual([colleague.staffId])
})
