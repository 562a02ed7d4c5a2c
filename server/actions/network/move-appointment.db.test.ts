import { addDays, instantAt, localDate, type LocalDate } from '@fatong/law/calendar/dates.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SYSTEM } from '../../db/access.ts'
import { read } from '../../db/postgres.ts'
import { testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, type CitizenCaller } from '../caller.ts'
import type { Parts } from '../parts.ts'
import { bookAppointment, deskAppointments, myAppointments, settleAppointment } from './appointments.ts'
import { moveAppointment, readAppointmentTimes } from './move-appointment.ts'
import { APPOINTMENT_DUE, APPOINTMENT_SAYS, lookWhenDue, saidWhenDue } from './reminders.ts'
import { forgetDirectory } from '../places/directory.ts'
import { readSlots } from './slots.ts'
import { addLeave } from './team.ts'
import { toldOfVisit, VISIT_TO_MEMBER } from './told-of-visits.ts'
import { watchVisits } from './watch-visits.ts'
import { input, must } from './testing/asked.ts'
import { placeIdOf, visitors } from './testing/visitors.ts'

let district: TestDistrict
let parts: Parts
const SATURDAY = localDate('2026-10-10')
const MONDAY = localDate('2026-10-12')
const [TUESDAY, WEDNESDAY] = [addDays(MONDAY, 1), addDays(MONDAY, 2)]
const at = (day: LocalDate, minute: number): Parts => ({ ...parts, clock: { now: () => instantAt(day, minute) } })
beforeAll(async () => {
  district = await testDistrict()
  parts = district.parts
  parts = at(SATURDAY, 750)
}, 120_000)
afterAll(() => district.close())

const staff = (login: string) => district.cast.byLogin(login)
const placeId = (code: string): Promise<string> => placeIdOf(parts, code)
const person = visitors(() => parts)
const [STATION, CENTRE, VILLAGE] = ['620171101', '620171-center', '620171101204'] as const
const book = async (who: CitizenCaller, code: string, day: LocalDate, from: number) =>
  must(
    await bookAppointment(
      parts,
      who,
      input({ placeId: await placeId(code), day, from, service: 'consultation', note: '' }),
    ),
  )
const move = async (id: string, code: string, day: LocalDate, from: number, more = {}, login = 'zhongchuan') =>
  moveAppointment(parts, staff(login), input({ placeId: await placeId(code), day, from, reason: '', ...more }, { id }))
interface Message {
  channel: string
  kind: string | null
  id: string | null
  payload: { text?: string; last?: boolean; day?: string; turn?: string; memberId?: string; gone?: boolean }
}
const written = (visit: { id: string; number: string }) =>
  read<Message>(district.parts.database, SYSTEM, {
    text: `SELECT channel, recipient_kind AS kind, recipient_id AS id, payload FROM fatong.outbox
      WHERE payload ->> 'appointmentId' = $1 OR payload ->> 'number' = $2 ORDER BY outbox.id`,
    values: [visit.id, visit.number],
  })

test('a village has nobody any more: the visit goes to the station above, the visitor reads where and when, and the mark is gone', async () => {
  const who = await person('要改时间的')
  const village = await placeId(VILLAGE)
  const { days } = must(await readSlots(parts, who, input({}, { id: village }, { service: 'consultation' })))
  const day = localDate(days[0]!.day)
  const visit = await book(who, VILLAGE, day, days[0]!.slots[0]!.from)
  const { lines } = await parts.stores.network.roster(day, day)
  for (const { memberId } of lines.filter((one) => one.placeId === village))
    must(
      await addLeave(
        parts,
        staff('zhongchuan'),
        input({ from: SATURDAY, to: addDays(SATURDAY, 30), reason: '生病' }, { id: memberId }),
      ),
    )
  expect(await watchVisits(parts)).toBe(1)
  const times = (query: object, login = 'zhongchuan') =>
    readAppointmentTimes(parts, staff(login), input({}, { id: visit.id }, query))
  const here = must(await times({}))
  expect(here).toMatchObject({ placeId: village, days: [] })
  // The centre lies above too, but is not in the care of the station.
  expect(here.places.map(({ name }) => name)).toEqual(['何家梁村公共法律服务工作室', '中川镇公共法律服务工作站'])
  expect(must(await times({}, 'zhuren')).places.at(-1)?.name).toContain('公共法律服务中心')
  const station = must(await times({ placeId: await placeId(STATION) }))
  expect(station.days.find((one) => one.day === MONDAY)?.slots).toContainEqual({
    from: 600,
    to: 630,
    text: '10:00–10:30',
    left: 1,
  })
  must(await move(visit.id, STATION, MONDAY, 600, { reason: '村里的人病了' }))
  const told = (await written(visit)).filter(({ kind, id }) => kind === 'person' && id === who.personId)
  expect(told.at(-1)?.payload.text).toMatch(
    /^【法通】您约的.+何家梁村公共法律服务工作室，改到10月12日（周一）10:00–10:30，中川镇公共法律服务工作站（.+）。原因：村里的人病了。来不了请在“我的”里取消/,
  )
  expect(must(await myAppointments(parts, who)).items[0]).toMatchObject({
    id: visit.id,
    number: visit.number,
    placeId: await placeId(STATION),
    day: MONDAY,
    from: 600,
    state: 'booked',
    unmet: null,
    remindAt: instantAt(addDays(MONDAY, -1), 1080),
  })
  const desk = must(await deskAppointments(parts, staff('zhongchuan'), input({}, {}, { days: 14 })))
  expect([desk.unmet, await watchVisits(parts)]).toEqual([[], 0])
  // The reminder of the old time says nothing, that of the new time reminds of it.
  const dues = (await written(visit)).filter(({ channel }) => channel === APPOINTMENT_DUE)
  expect(dues.map(({ payload }) => payload.day)).toEqual([day, day, MONDAY, MONDAY])
  expect(await looks(dues)).toEqual([false, false, true, false])
  const says = (await written(visit)).filter(({ channel }) => channel === APPOINTMENT_SAYS)
  expect(says).toHaveLength(1)
  expect((await saidWhenDue(parts, says[0]?.payload))?.text).toContain('提醒您：10月12日（周一）10:00–10:30到中川镇')
  // Whoever was to meet the visitor in the village hears that they need not, and gets no number for it.
  const gone = (await written(visit)).filter(({ payload }) => payload.gone)
  expect(gone.length).toBeGreaterThan(0)
  for (const { payload } of gone)
    expect((await toldOfVisit(parts, payload))?.text).toMatch(
      /^【法通】要改时间的约的[^，]+何家梁村公共法律服务工作室改到别处了，您不用等。$/,
    )
  // Moved back before that was delivered, it would be wrong.
  const was = { placeId: await placeId(STATION), day: MONDAY, fromMinute: 600, toMinute: 630 }
  expect(await toldOfVisit(parts, { ...gone[0]?.payload, was })).toBeUndefined()
  // Asked a second time, because the first answer got lost: nothing is told twice.
  const before = (await written(visit)).length
  must(await move(visit.id, STATION, MONDAY, 600))
  expect((await written(visit)).length).toBe(before)
})

/** One after the other, as the queue gives them out. */
const looks = async (dues: readonly { payload: unknown }[], then = parts) => {
  const said: boolean[] = []
  for (const { payload } of dues) said.push(await lookWhenDue(then, payload))
  return said
}
const duesOf = async (visit: { id: string; number: string }) =>
  (await written(visit)).filter(({ channel }) => channel === APPOINTMENT_DUE)

test('moved away and back to the same time: reminded once, by the message of the last move; the time is had since then', async () => {
  const visit = await book(await person('来回改的'), STATION, TUESDAY, 720 - 30)
  must(await move(visit.id, STATION, TUESDAY, 540))
  must(await move(visit.id, STATION, TUESDAY, 720 - 30))
  const row = (await parts.stores.network.appointment(SYSTEM, visit.id))!
  expect([row.bookedAt, row.placedAt > row.bookedAt]).toEqual([visit.at, true])
  const dues = await duesOf(visit)
  expect(await looks(dues)).toEqual([false, false, false, false, true, false])
})

test('messages of earlier versions: of a visit that was moved they say nothing, of another only near its time, and once', async () => {
  const stays = await book(await person('早先约的'), STATION, TUESDAY, 900)
  const moves = await book(await person('早先约又改的'), STATION, WEDNESDAY, 900)
  const of = ({ id }: { id: string }) => [{ payload: { appointmentId: id } }]
  const evening = at(addDays(TUESDAY, -1), 1080)
  expect(await looks(of(stays))).toEqual([false])
  expect(await looks([...of(stays), ...of(stays)], evening)).toEqual([true, false])
  // Moved before the time of a move was kept: the visit has its time, as far as is known, since it was booked.
  expect(await looks(of(moves), evening)).toEqual([false])
  must(await move(moves.id, STATION, TUESDAY, 930))
  expect(await looks(of(moves), evening)).toEqual([false])
  expect(await looks(await duesOf(moves), evening)).toEqual([false, false, true, false])
})

test('whoever was to meet the visitor and whoever is to now hear of it, once each; whoever moved it does not', async () => {
  const visit = await book(await person('换个钟头的'), CENTRE, MONDAY, 870)
  const before = (await written(visit)).length
  must(await move(visit.id, CENTRE, MONDAY, 600, {}, 'zhuren'))
  const told = (await written(visit)).slice(before)
  const byMember = told.filter(({ channel }) => channel === VISIT_TO_MEMBER)
  expect(new Set(byMember.map(({ payload }) => payload.memberId)).size).toBe(byMember.length)
  expect(byMember.length).toBeGreaterThan(0)
  for (const { payload } of byMember)
    expect((await toldOfVisit(parts, payload))?.text).toMatch(
      payload.gone
        ? /^【法通】换个钟头的约的10月12日（周一）14:30–15:00到[^，]+改到别的时间了，您不用等。$/
        : /换个钟头的约的10月12日（周一）14:30–15:00到.+改了：10月12日（周一）10:00–10:30到兰州新区/,
    )
  expect(byMember.some(({ payload }) => !payload.gone)).toBe(true)
  const desks = told.filter(({ kind }) => kind === 'staff').map(({ id }) => id)
  expect(desks).toContain(staff('shouli').staffId)
  expect(desks).not.toContain(staff('zhuren').staffId)
  expect(new Set(desks).size).toBe(desks.length)
})

test('not to a time that is taken, that is none, that the visitor has elsewhere, nor to a place out of reach', async () => {
  const [one, other] = [await person('先到的'), await person('后到的')]
  const first = await book(one, STATION, MONDAY, 660)
  const second = await book(other, STATION, MONDAY, 690)
  await book(other, '620171102', MONDAY, 600)
  expect(await move(second.id, STATION, MONDAY, 660)).toMatchObject({ error: 'slotFull' })
  expect(await move(second.id, STATION, MONDAY, 600)).toMatchObject({ error: 'visitorBusy' })
  expect(await move(second.id, STATION, MONDAY, 120)).toMatchObject({ error: 'slotClosed' })
  expect(await move(second.id, STATION, addDays(SATURDAY, 16), 540)).toMatchObject({ error: 'slotClosed' })
  expect(await move(second.id, CENTRE, MONDAY, 600)).toMatchObject({ error: 'malformed' })
  // Another town has no part in it, nor has a lawyer.
  const elsewhere = must(await deskAppointments(parts, staff('zhongchuan'), input({}, {}, { days: 14 })))
  expect(elsewhere.items.map(({ id }) => id)).toEqual(expect.arrayContaining([first.id, second.id]))
  for (const login of ['qinchuan', 'mingbairen1'])
    expect([login, await move(second.id, STATION, MONDAY, 720, {}, login)]).toMatchObject([
      login,
      { error: 'notFound' },
    ])
  expect(await move(second.id, STATION, MONDAY, 720, {}, 'lvshi1')).toMatchObject({ error: 'forbidden' })
  must(
    await settleAppointment(
      parts,
      staff('zhongchuan'),
      input({ state: 'cancelled', reason: '停电' }, { id: first.id }),
    ),
  )
  expect(await move(first.id, STATION, MONDAY, 900)).toMatchObject({ error: 'appointmentOver' })
  must(await move(second.id, STATION, MONDAY, 660))
})

test('past the look-up two desks want the same last time at the same moment: one gets it; and a visit moved meanwhile is not moved again', async () => {
  const visits = await Promise.all(
    [840, 870, 900].map(async (from, nth) => book(await person(`抢位的${nth}`), STATION, MONDAY, from)),
  )
  const access = accessOf(staff('zhongchuan'))
  const rows = await Promise.all(visits.map(async ({ id }) => (await parts.stores.network.appointment(access, id))!))
  const to = { placeId: rows[0]!.placeId, day: MONDAY, fromMinute: 990, toMinute: 1020 }
  const store = parts.stores.network
  const attempt = (row: (typeof rows)[number], wish: typeof to) =>
    store.move(access, row.id, row, wish, 1, parts.clock.now(), {
      audit: auditEntry(parts, staff('zhongchuan'), {
        action: 'change',
        subjectKind: 'appointment',
        subjectId: row.id,
      }),
      messages: [],
    })
  expect((await Promise.all(rows.map((row) => attempt(row, to)))).sort()).toEqual(['full', 'full', 'moved'])
  const moved = (await Promise.all(rows.map(({ id }) => store.appointment(access, id)))).findIndex(
    (row) => row?.fromMinute === 990,
  )
  // Asked once more by a page that has not heard yet: it is where it was wanted.
  expect(await attempt(rows[moved]!, to)).toBe('moved')
  expect(await attempt(rows[moved]!, { ...to, fromMinute: 1020, toMinute: 1050 })).toBe('over')
})

test('a place that receives nobody any more: the times are those of another one and say so, and staying there is no move', async () => {
  const visit = await book(await person('停用地方的'), STATION, MONDAY, 960)
  const station = (await parts.stores.places.all()).find(({ code }) => code === STATION)!
  const put = async (open: boolean) => {
    const audit = auditEntry(parts, staff('admin'), {
      action: 'administer',
      subjectKind: 'place',
      subjectId: station.id,
    })
    expect(await parts.stores.places.save(accessOf(staff('admin')), { ...station, public: open }, audit)).toBe('saved')
    forgetDirectory(parts)
  }
  await put(false)
  try {
    const times = must(
      await readAppointmentTimes(parts, staff('zhuren'), input({}, { id: visit.id }, { placeId: station.id })),
    )
    expect(times.placeId).toBe(await placeId(CENTRE))
    expect(times.places.map(({ id }) => id)).not.toContain(station.id)
    expect(await move(visit.id, STATION, MONDAY, 960, {}, 'zhuren')).toMatchObject({ error: 'malformed' })
    expect((await written(visit)).some(({ payload }) => payload.text?.includes('改到'))).toBe(false)
  } finally {
    await put(true)
  }
  // Asked a second time, because the first answer was lost, the same time is no move either, but no refusal.
  must(await move(visit.id, STATION, MONDAY, 960, {}, 'zhuren'))
})

test('a double click moves once: both are told that it is done, and the visitor hears of it once', async () => {
  const who = await person('点两下的')
  const visit = await book(who, STATION, MONDAY, 930)
  const both = await Promise.all([1, 2].map(() => move(visit.id, STATION, MONDAY, 1020)))
  expect(both).toMatchObject([{ ok: true }, { ok: true }])
  const told = (await written(visit)).filter(({ payload }) => payload.text?.includes('改到'))
  expect(told.filter(({ kind, id }) => kind === 'person' && id === who.personId)).toHaveLength(1)
})
