import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SYSTEM } from '../../../db/access.ts'
import { withAccess } from '../../../db/postgres.ts'
import { deliveries } from '../../../jobs/deliveries.ts'
import type { CitizenCaller, StaffCaller } from '../../caller.ts'
import { guideShelf } from '../../guides/shelf.ts'
import { citizen, staffWith } from '../../testing/signed-in.ts'
import { input, testParts, type TestParts } from '../../testing/test-parts.ts'
import { SMALL_GUIDES, SMALL_LIBRARY } from '../testing/small-library.ts'
import { answerTicket } from './answer.ts'
import { saveDutyPool } from './duty.ts'
import { openTicket } from './open-ticket.ts'
import { askAgain } from './own-tickets.ts'
import { releaseTicket, takeTicket } from './take.ts'

const DAY = 24 * 3_600_000

let parts: TestParts
let asker: CitizenCaller
let lawyer: StaffCaller, second: StaffCaller, director: StaffCaller
beforeAll(async () => {
  parts = await testParts()
  parts.guides = guideShelf(SMALL_GUIDES, parts.stores.guides, parts.clock)
  parts.consultation = { library: () => SMALL_LIBRARY }
  asker = await citizen(parts)
  lawyer = await staffWith(parts, 'lawyer', parts.places.firm, parts.places.firm)
  second = await staffWith(parts, 'lawyer', parts.places.firm, parts.places.firm)
  director = await staffWith(parts, 'director', parts.places.center)
  for (const [i, { staffId }] of [lawyer, second, director].entries())
    await withAccess(parts.database, SYSTEM, ({ client }) =>
      client.query('UPDATE fatong.staff SET phone_enc = $2 WHERE id = $1', [
        staffId,
        parts.crypto.encrypt('staff.phone', phoneOf(i)),
      ]),
    )
  await saveDutyPool(
    parts,
    director,
    input({ body: { members: [lawyer, second].map(({ staffId }) => ({ staffId, topics: [] })) } }),
  )
})
afterAll(() => parts.close())

const phoneOf = (i: number): string => `1380000000${i}`
const asks = async (question: string) => {
  const opened = await openTicket(parts, asker, input({ body: { question, learns: false } }))
  if (!opened.ok) throw new Error(opened.error)
  return { ...opened.value, at: { params: { id: opened.value.id } } }
}
/** Sends what is due, each message `times` over, as a process that dies in between would. */
const delivered = async (times = 1): Promise<void> => {
  const ways = deliveries(parts)
  const due = await parts.stores.outbox.claim(parts.clock.now(), (parts.clock.now() + 60_000) as never, 50)
  if (due.length === 0) return
  for (const message of due) for (let i = 0; i < times; i += 1) await ways[message.channel]?.(message)
  await parts.stores.outbox.settle(
    due.map(({ id }) => id),
    [],
    parts.clock.now(),
  )
  // A message to several has become one to each.
  await delivered(times)
}
const toldOf = async (number: string, { staffId }: StaffCaller) =>
  (await parts.stores.inbox.ofStaff({ kind: 'staff', staffId, roles: [], placeIds: [] }, staffId, { most: 100 }))
    .filter(({ title }) => title === number)
    .map(({ text }) => text)
    .reverse()
const says = (number: string, text: string) => `【法通】${number}：${text}`
const smsOf = (number: string) => parts.texts.filter(({ text }) => text.includes(number)).map(({ to }) => to)

describe('an urgent question', () => {
  it('reaches those on duty on the phone; what can wait does not', async () => {
    const urgent = await asks('老公打我，他拿刀堵在门口'),
      usual = await asks('借条过期了还能要钱吗')
    await delivered()
    expect(smsOf(urgent.number).sort()).toEqual([phoneOf(0), phoneOf(1)])
    expect(smsOf(usual.number)).toEqual([])
    expect(parts.texts.map(({ text }) => text).join()).not.toMatch(/老公|打我|刀/)
    parts.pass(urgent.pledgeAt - parts.clock.now())
    await delivered()
    expect(smsOf(urgent.number)).toContain(phoneOf(2))
    expect(smsOf(usual.number)).toEqual([])
  })
})

describe('a question that is in the pool again', () => {
  it('is told to the others when it is given back', async () => {
    const { id, number, at } = await asks('邻居的墙挡了我家窗户')
    await takeTicket(parts, lawyer, input(at))
    await delivered()
    expect(await releaseTicket(parts, lawyer, input({ params: { id }, body: { reason: '不熟' } }))).toMatchObject({
      ok: true,
    })
    await delivered()
    const text = says(number, '有人放回来了，还等着答，请登录工作台看看。')
    expect(await toldOf(number, second)).toContain(text)
    expect(await toldOf(number, lawyer)).not.toContain(text)
  })

  it('is told to the pool when it is asked again, and to whoever answered it only while they are here', async () => {
    const again = says('', '提问人没听明白，又问了一次，请看看。').slice('【法通】'.length)
    const answered = async (question: string) => {
      const { id, number, at } = await asks(question)
      await takeTicket(parts, director, input(at))
      await answerTicket(parts, director, input({ ...at, body: { version: 2, text: '可以。', articles: [] } }))
      return { id, number, at }
    }
    const heard = async ({ number, at }: Awaited<ReturnType<typeof answered>>) => {
      expect(await askAgain(parts, asker, input({ ...at, body: { text: '没听懂' } }))).toMatchObject({ ok: true })
      await delivered()
      return Promise.all(
        [lawyer, second, director].map(async (one) => (await toldOf(number, one)).some((text) => text.endsWith(again))),
      )
    }
    expect(await heard(await answered('邻居的树伸到我家'))).toEqual([true, true, true])
    const later = await answered('邻居的狗叫得凶')
    const active = (on: boolean) =>
      withAccess(parts.database, SYSTEM, ({ client }) =>
        client.query('UPDATE fatong.staff SET active = $2 WHERE id = $1', [director.staffId, on]),
      )
    await active(false)
    expect(await heard(later)).toEqual([true, true, false])
    await active(true)
  })
})

describe('a promise that has passed', () => {
  it('is spoken of every morning until the answer is there, once, however often the reminder is delivered', async () => {
    const { number, pledgeAt, at } = await asks('借钱没写借条还能要吗')
    const late = says(number, '答应的时间已经过了，还没有答复。请马上答复，或者安排别人答。')
    const mornings = async () => (await toldOf(number, director)).filter((text) => text === late).length
    parts.pass(pledgeAt - parts.clock.now())
    await delivered(2)
    expect(await mornings()).toBe(1)
    for (const day of [2, 3, 4]) {
      parts.pass(DAY)
      await delivered(2)
      expect(await mornings()).toBe(day)
    }
    expect((await toldOf(number, second)).filter((text) => text === late)).toHaveLength(4)
    await takeTicket(parts, second, input(at))
    await answerTicket(parts, second, input({ ...at, body: { version: 2, text: '可以。', articles: [] } }))
    parts.pass(DAY)
    await delivered()
    expect(await mornings()).toBe(4)
    const { rows } = await withAccess(parts.database, SYSTEM, ({ client }) =>
      client.query(`SELECT 1 FROM fatong.outbox WHERE status = 'pending' AND payload->>'ticketId' = $1`, [
        at.params.id,
      ]),
    )
    expect(rows).toEqual([])
  })
})
