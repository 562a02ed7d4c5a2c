import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { instant, type Instant } from '@fatong/law/calendar/dates.ts'
import { SYSTEM } from '../../db/access.ts'
import { withAccess } from '../../db/postgres.ts'
import { testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import { readActivity } from './activity.ts'

let district: TestDistrict
const at = (text: string): Instant => instant(Date.parse(`${text}:00+08:00`))
let now = at('2026-11-23T15:30')
beforeAll(async () => {
  district = await testDistrict()
}, 120_000)
afterAll(() => district.close())

const read = async (login: string, month = '2026-11') => {
  const outcome = await readActivity({ ...district.parts, clock: { now: () => now } }, district.cast.byLogin(login), {
    body: {},
    params: {},
    query: { month },
  } as never)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.value.items
}
const query = (text: string, values: unknown[]) =>
  withAccess(district.parts.database, SYSTEM, ({ client }) => client.query(text, values))
const placeId = async (code: string) =>
  (await district.parts.stores.places.all()).find((place) => place.code === code)!.id

test('every tier has its line, kiosks, mediation and partners too', async () => {
  const kinds = new Set((await read('sifaju')).map(({ kindText }) => kindText))
  for (const kind of ['公共法律服务中心', '自助服务终端', '律师事务所']) expect([...kinds]).toContain(kind)
  expect((await read('sifaju')).some(({ name }) => name.includes('人民调解委员会'))).toBe(true)
  const town = await read('zhongchuan')
  expect(town.length).toBeGreaterThan(30)
  expect(town.every(({ name }) => !name.startsWith('秦川'))).toBe(true)
})

test('duty counts up to now: a month that has not begun has none, one that is over has all', async () => {
  const total = async (moment: string) => {
    now = at(moment)
    return (await read('sifaju')).reduce((sum, { dutyHours }) => sum + dutyHours, 0)
  }
  const [before, half, over] = [
    await total('2026-10-31T23:00'),
    await total('2026-11-16T00:00'),
    await total('2026-12-10T09:00'),
  ]
  expect(before).toBe(0)
  expect(half).toBeGreaterThan(over * 0.4)
  expect(half).toBeLessThan(over * 0.6)
  now = at('2026-11-23T15:30')
})

test('what was done by hand, by phone and in writing counts: not what was struck out, taken back or left by a colleague', async () => {
  const place = await placeId('620171101204')
  const {
    rows: [member],
  } = (await query('SELECT id FROM fatong.team_member WHERE place_id = $1 LIMIT 1', [place])) as {
    rows: { id: string }[]
  }
  const entry = (day: string, people: number, struck: string | null) =>
    query(
      `INSERT INTO fatong.service_entry (id, member_id, place_id, day, at_place, work, helped, people, matter, minutes, result, entered_by, entered_name, entered_at, struck_at, struck_reason)
    VALUES ($1, $2, $3, $4, '村委会', 'lecture', 'villager', $5, '宅基地', 60, 'solved', $1, '某人', now(), $6, $7)`,
      [randomUUID(), member!.id, place, day, people, struck, struck === null ? null : '记错了'],
    )
  for (const [day, people, struck] of [
    ['2026-11-02', 40, null],
    ['2026-11-20', 3, null],
    ['2026-11-20', 99, '2026-11-21T00:00:00Z'],
    ['2026-10-31', 7, null],
  ] as const)
    await entry(day, people, struck)
  const {
    rows: [person],
  } = (await query('SELECT id FROM fatong.person LIMIT 1', [])) as { rows: { id: string }[] }
  const call = (state: string, colleague = false) =>
    query(
      `INSERT INTO fatong.callback (id, number, place_id, person_id, from_staff, from_name, text_enc, state, asked_at, changed_at)
    VALUES ($1, $2, $3, $4, $5, '某人', '\\x00', $6, '2026-11-10T02:00:00Z', now())`,
      [
        randomUUID(),
        `HD${randomUUID().slice(0, 8)}`,
        place,
        colleague ? null : person!.id,
        colleague ? district.cast.byLogin('zhongchuan').staffId : null,
        state,
      ],
    )
  for (const state of ['done', 'done', 'open', 'withdrawn']) await call(state)
  await call('done', true)
  const lawyer = district.cast.byLogin('lvshi1')
  const ticket = (state: string, answeredAt: string | null) =>
    query(
      `INSERT INTO fatong.question_ticket (id, number, person_id, topic, urgent, state, masked, thread_enc, learns, version, opened_at, pledge_at, taken_by, taken_by_name, answered_at, updated_at)
    VALUES ($1, $2, $3, 'wages', false, $4, '问', '\\x00', false, 1, now(), now(), $5, '某人', $6, now())`,
      [randomUUID(), `TW${randomUUID().slice(0, 8)}`, person!.id, state, lawyer.staffId, answeredAt],
    )
  const firm = async () => (await read('sifaju')).find(({ placeId: id }) => id === lawyer.roles[0]!.placeId)?.answered
  const answered = (await firm())!
  await ticket('answered', '2026-11-12T02:00:00Z')
  await ticket('taken', null)
  await ticket('answered', '2026-12-01T02:00:00Z')
  expect((await read('zhongchuan')).find(({ placeId: id }) => id === place)).toMatchObject({
    served: 2,
    servedPeople: 43,
    calledBack: 2,
    notCalledBack: 1,
    answered: 0,
  })
  expect(await firm()).toBe(answered + 1)
})
