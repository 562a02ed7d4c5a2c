import { addDays, instantAt, localDate, weekday, type LocalDate } from '@fatong/law/calendar/dates.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SYSTEM } from '../../db/access.ts'
import { read } from '../../db/postgres.ts'
import { deliveries } from '../../jobs/deliveries.ts'
import { testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import { places, savePlace } from '../administration/places.ts'
import { saveStaff } from '../administration/save-staff.ts'
import { saveSettings, settings } from '../administration/settings.ts'
import type { CitizenCaller } from '../caller.ts'
import type { Parts } from '../parts.ts'
import { bookAppointment, cancelAppointment, deskAppointments, myAppointments } from './appointments.ts'
import { APPOINTMENT_DUE, APPOINTMENT_SAYS, doNotCome } from './reminders.ts'
import { changeShift, endLine, saveLine } from './rosters.ts'
import { readSlots } from './slots.ts'
import { addLeave, removeLeave, saveMember } from './team.ts'
import { watchVisits } from './watch-visits.ts'
import { input, must } from './testing/asked.ts'
import { placeIdOf, visitors, VISITORS_PHONES } from './testing/visitors.ts'

let district: TestDistrict
let parts: Parts
const NOON: [LocalDate, number] = [localDate('2026-10-10'), 750]
const at = (day: LocalDate, minute: number): Parts => ({ ...parts, clock: { now: () => instantAt(day, minute) } })
beforeAll(async () => {
  district = await testDistrict()
  parts = district.parts
  parts = at(...NOON)
}, 120_000)
afterAll(() => district.close())

const staff = (login: string) => district.cast.byLogin(login)
const placeId = (code: string): Promise<string> => placeIdOf(parts, code)
const person = visitors(() => parts)
const VILLAGE = '620171101204'

/** Somebody has booked the next free time of a village; `liaison` is on duty there then, by `line`. */
async function visiting(name: string, code = VILLAGE) {
  const who = await person(name)
  const id = await placeId(code)
  const { days } = must(await readSlots(parts, who, input({}, { id }, { service: 'consultation' })))
  const day = localDate(days[0]!.day)
  const free = days[0]!.slots.find(({ left }) => left > 0)!
  const visit = must(
    await bookAppointment(parts, who, input({ placeId: id, day, from: free.from, service: 'consultation', note: '' })),
  )
  const { lines } = await parts.stores.network.roster(day, day)
  const line = lines.find(
    (one) =>
      one.placeId === id && one.weekday === weekday(day) && one.fromMinute <= visit.from && visit.to <= one.toMinute,
  )!
  const liaison = (await parts.stores.network.team(SYSTEM)).find((one) => one.id === line.memberId)!
  return {
    who,
    visit,
    day,
    placeId: id,
    line,
    liaison,
    over: () => cancelAppointment(parts, who, input({}, { id: visit.id })),
  }
}
const away = (memberId: string, day: LocalDate) =>
  addLeave(parts, staff('zhongchuan'), input({ from: day, to: day, reason: '参加培训' }, { id: memberId }))
const atDesk = async (login = 'zhongchuan', then = parts) =>
  must(await deskAppointments(then, staff(login), input({}, {}, { day: '2026-10-10', days: 14 })))
const marks = async (visitId: string) => {
  const { items, unmet } = await atDesk()
  return [items.find(({ id }) => id === visitId)?.unmet, unmet.find(({ id }) => id === visitId)?.unmet]
}
const onPhone = async (who: CitizenCaller, then = parts) => must(await myAppointments(then, who)).items[0]
interface Message {
  nth: number
  channel: string
  kind: 'person' | 'staff' | null
  id: string | null
  payload: { text?: string; sms?: boolean; about?: string; last?: boolean; day?: string; turn?: string; says?: string }
}
/** All that was written of one visit since it was booked. */
const written = (visit: { id: string; number: string }) =>
  read<Message>(district.parts.database, SYSTEM, {
    text: `SELECT outbox.id::float8 AS nth, channel, recipient_kind AS kind, recipient_id AS id, payload FROM fatong.outbox
      WHERE payload ->> 'appointmentId' = $1 OR payload ->> 'number' = $2 ORDER BY outbox.id`,
    values: [visit.id, visit.number],
  })
const fallen = async (visit: { id: string; number: string }) =>
  (await written(visit)).filter(({ payload }) => payload.text?.includes('没有人接待了'))
const unmetAt = async (id: string) => (await parts.stores.network.appointment(SYSTEM, id))?.unmetAt

describe('the person of a booked visit falls away', () => {
  test('leave: counted for whoever enters it, marked at the desk and on the phone, told once; gone when it is withdrawn, told again when it comes back', async () => {
    const { who, visit, day, liaison, over } = await visiting('请假前约的')
    expect([await marks(visit.id), await watchVisits(parts)]).toEqual([[null, undefined], 0])
    const leave = must(await away(liaison.id, day))
    expect(leave.lost).toBe(1)
    expect(await marks(visit.id)).toEqual(['nobody', 'nobody'])
    expect(await onPhone(who)).toMatchObject({ state: 'booked', unmet: 'nobody', remindAt: null })
    expect(await Promise.all([watchVisits(parts), watchVisits(parts)])).toEqual(expect.arrayContaining([1, 0]))
    expect(await watchVisits(parts)).toBe(0)
    // The liaison has a desk of their own, but is away: the station above hears, and nobody else.
    expect(liaison.staffId).toBe(staff('mingbairen1').staffId)
    const told = await fallen(visit)
    expect(told.map(({ kind, id, payload }) => [kind, id, payload.about, payload.sms])).toEqual([
      ['staff', staff('zhongchuan').staffId, 'appointment', undefined],
    ])
    expect(told[0]?.payload.text).toMatch(
      /^【法通】10月1\d日（周.）.+的预约没有人接待了（法律咨询，那时没有人值班）。请打电话/,
    )
    expect(JSON.stringify(await written(visit))).not.toMatch(new RegExp(`请假前约的|${VISITORS_PHONES}`))
    must(await removeLeave(parts, staff('zhongchuan'), input({}, { id: liaison.id, leave: leave.id })))
    expect([await marks(visit.id), await watchVisits(parts), await unmetAt(visit.id)]).toEqual([
      [null, undefined],
      0,
      null,
    ])
    expect((await onPhone(who))?.remindAt).not.toBeNull()
    expect(must(await away(liaison.id, day)).lost).toBe(1)
    expect([await watchVisits(parts), (await fallen(visit)).length]).toEqual([1, 2])
    must(await over())
    expect((await atDesk()).unmet).toEqual([])
    for (const { id } of (await parts.stores.network.roster(day, day)).leaves)
      must(await removeLeave(parts, staff('zhongchuan'), input({}, { id: liaison.id, leave: id })))
  })
  test('one day of the roster: away is a loss, somebody who stands in is none', async () => {
    const { visit, day, line, over } = await visiting('换班前约的')
    const change = (coverId: string | null) =>
      changeShift(parts, staff('zhongchuan'), input({ change: { coverId, reason: '生病' } }, { id: line.id, day }))
    expect(must(await change(null)).lost).toBe(1)
    expect(await marks(visit.id)).toEqual(['nobody', 'nobody'])
    const busy = new Set((await parts.stores.network.roster(day, day)).lines.map(({ memberId }) => memberId))
    const cover = (await parts.stores.network.team(SYSTEM)).find(({ id, active }) => active && !busy.has(id))!
    expect(must(await change(cover.id)).lost).toBe(0)
    expect(await marks(visit.id)).toEqual([null, undefined])
    must(await changeShift(parts, staff('zhongchuan'), input({ change: null }, { id: line.id, day })))
    must(await over())
  })
  test('a line that is changed or ended, and a member who leaves the team', async () => {
    const { visit, day, line, liaison, over } = await visiting('排班变了的', '620171101205')
    const save = (over_: object) =>
      saveLine(
        parts,
        staff('zhongchuan'),
        input(
          {
            placeId: line.placeId,
            memberId: line.memberId,
            kind: line.kind,
            services: line.services,
            weekday: line.weekday,
            from: line.fromMinute,
            to: line.toMinute,
            validFrom: line.validFrom,
            validTo: null,
            ...over_,
          },
          { id: line.id },
        ),
      )
    expect(must(await save({ from: visit.to })).lost).toBe(1)
    expect(must(await save({})).lost).toBe(0)
    expect(await marks(visit.id)).toEqual([null, undefined])
    expect(
      must(await endLine(parts, staff('zhongchuan'), input({ lastDay: addDays(day, -1) }, { id: line.id }))).lost,
    ).toBe(1)
    expect(await marks(visit.id)).toEqual(['nobody', 'nobody'])
    must(await save({}))
    const { name, kind, placeId: home, gender, languages, specialties, qualifications, training } = liaison
    const member = { name, kind, placeId: home, gender, languages, specialties, qualifications, training }
    const saved = async (active: boolean) =>
      must(await saveMember(parts, staff('zhongchuan'), input({ ...member, active }, { id: liaison.id }))).lost
    expect([await saved(false), await marks(visit.id)]).toEqual([1, ['nobody', 'nobody']])
    // Nor is such a time offered to anybody else.
    const { days } = must(
      await readSlots(parts, await person('看时间的'), input({}, { id: home }, { service: 'consultation' })),
    )
    expect(days.filter((one) => one.day === day)).toEqual([])
    expect([await saved(true), await marks(visit.id)]).toEqual([0, [null, undefined]])
    must(await over())
  })
  test('whoever is switched off among the accounts comes no more, and comes again when switched on', async () => {
    const { visit, liaison, over } = await visiting('停用账号前约的')
    const id = liaison.staffId!
    const { name, orgId, profile, roles } = (await parts.stores.staff.find(SYSTEM, id, localDate('2026-10-10')))!
    const switched = async (active: boolean) =>
      must(
        await saveStaff(
          parts,
          staff('admin'),
          input({ name, orgId, profile, roles: roles.map(({ role, placeId }) => ({ role, placeId })), active }, { id }),
        ),
      )
    await switched(false)
    expect([await marks(visit.id), await watchVisits(parts)]).toEqual([['nobody', 'nobody'], 1])
    await switched(true)
    expect([await marks(visit.id), await watchVisits(parts)]).toEqual([[null, undefined], 0])
    must(await over())
  })
  test('a place that is closed on a day, or for good, and the hours of the whole district', async () => {
    const { visit, day, placeId: id, over } = await visiting('关门前约的')
    const place = async (change: object) => {
      const { id: _id, ...rest } = must(await places(parts, staff('admin'))).items.find((one) => one.id === id)!
      return must(await savePlace(parts, staff('admin'), input({ ...rest, ...change }, { id }))).lost
    }
    expect(await place({ exceptions: [{ date: day, hours: [], reason: '停电' }] })).toBe(1)
    expect(await marks(visit.id)).toEqual(['closed', 'closed'])
    expect(await watchVisits(parts)).toBe(1)
    expect((await fallen(visit))[0]?.payload.text).toContain('那时不开门')
    expect(await place({ exceptions: [] })).toBe(0)
    expect(await place({ active: false })).toBe(1)
    expect(await place({ active: true })).toBe(0)
    const kept = must(await settings(parts, staff('admin')))
    const closed = kept.officeHours.map((hours, of) => (of === weekday(day) - 1 ? [] : hours))
    expect(
      must(await saveSettings(parts, staff('admin'), input({ ...kept, officeHours: closed }))).lost,
    ).toBeGreaterThanOrEqual(1)
    expect(await marks(visit.id)).toEqual(['closed', 'closed'])
    expect(must(await saveSettings(parts, staff('admin'), input(kept))).lost).toBe(0)
    expect(await watchVisits(parts)).toBe(0)
    must(await over())
  })
  test('a change that takes nobody from a visitor loses nothing; what is over is no longer marked', async () => {
    const { visit, day, liaison, over } = await visiting('当天约的')
    expect(must(await away(liaison.id, addDays(day, 7))).lost).toBe(0)
    const leave = must(await away(liaison.id, day))
    const [before, after] = [at(day, visit.to - 1), at(day, visit.to)]
    expect((await atDesk('zhongchuan', before)).unmet.map(({ id }) => id)).toEqual([visit.id])
    expect((await atDesk('zhongchuan', after)).unmet).toEqual([])
    expect(await watchVisits(after)).toBe(0)
    must(await removeLeave(parts, staff('zhongchuan'), input({}, { id: liaison.id, leave: leave.id })))
    must(await over())
  })
})

describe('the time of the reminder comes', () => {
  const sent: string[] = []
  const given = new Set<number>()
  const give = async (then: Parts, { nth, channel, kind, id, payload }: Message, refused = '') => {
    const sms = {
      send: async (to: string, text: string) => {
        if (to === refused) return { ok: false as const, problem: 'refused' }
        sent.push(`${to} ${text}`)
        return { ok: true as const }
      },
    } as unknown as Parts['sms']
    const message = { id: nth, channel, recipientEnc: null, recipientKind: kind, recipientId: id, payload }
    await deliveries({ ...then, sms })[channel]!({ ...message, caseId: null, attempts: 1 })
    given.add(nth)
  }
  const looks = async (visit: { id: string; number: string }, last: boolean) =>
    (await written(visit)).find(({ channel, payload }) => channel === APPOINTMENT_DUE && payload.last === last)!
  /** What is said of it and did not arrive yet; answers how many messages were refused. */
  const giveRest = async (then: Parts, visit: { id: string; number: string }, refused = '') => {
    sent.length = 0
    const rest = (await written(visit)).filter(({ channel, nth }) => channel === APPOINTMENT_SAYS && !given.has(nth))
    const results = await Promise.allSettled(rest.map((one) => give(then, one, refused)))
    return results.filter(({ status }) => status === 'rejected').length
  }
  /** As the queue gives it out at a moment. */
  const due = async (then: Parts, visit: { id: string; number: string }, last: boolean) => {
    await give(then, await looks(visit, last))
    expect(await giveRest(then, visit)).toBe(0)
    return [...sent]
  }
  const inboxOf = async (visit: { number: string }) =>
    read<{ text: string }>(district.parts.database, SYSTEM, {
      text: `SELECT text FROM fatong.inbox_notice WHERE staff_id = $1 AND title = $2 AND text LIKE '%还是没有人接待%' ORDER BY at`,
      values: [staff('zhongchuan').staffId, visit.number],
    })
  const phoneOf = async ({ personId }: CitizenCaller) => {
    const one = (await parts.stores.people.find(SYSTEM, personId))!
    return parts.crypto.decrypt('person.phone', one.phoneEnc!)
  }
  test('somebody is there: reminded once, and not again two hours before', async () => {
    const { who, visit, day, over } = await visiting('有人接的')
    const evening = await due(at(addDays(day, -1), 1080), visit, false)
    expect(evening).toEqual([
      expect.stringMatching(new RegExp(`^${VISITORS_PHONES}\\d{3} 【法通】提醒您：.+请带身份证`)),
    ])
    expect((await onPhone(who))?.remindAt).toBeNull()
    expect(await due(at(day, visit.from - 120), visit, true)).toEqual([])
    must(await over())
  })
  test('nobody is there: staff are asked to ring, the visitor is not asked to come; two hours before still nobody: the visitor is told to stay', async () => {
    const { who, visit, day, liaison, over } = await visiting('没人接的')
    const leave = must(await away(liaison.id, day))
    const phone = await phoneOf(who)
    const evening = await due(at(addDays(day, -1), 1080), visit, false)
    expect(evening.filter((one) => one.startsWith(phone))).toEqual([])
    const inbox = await inboxOf(visit)
    expect(inbox.at(-1)?.text).toMatch(
      new RegExp(`^【法通】没人接的约的.+还是没有人接待，没有给对方发提醒。请打 ${phone} 改时间，或安排人接待。$`),
    )
    const last = await due(at(day, visit.from - 120), visit, true)
    expect(last.filter((one) => one.startsWith(phone))).toEqual([
      expect.stringMatching(/您约的.+，现在没有人接待，请先不要动身。已请工作人员给您打电话改时间/),
    ])
    must(await removeLeave(parts, staff('zhongchuan'), input({}, { id: liaison.id, leave: leave.id })))
    must(await over())
  })
  test('a text message to the visitor is refused: staff hear all the same, once, and are not told that it was sent; it alone is tried again', async () => {
    const { who, visit, day, liaison, over } = await visiting('短信不通的')
    const leave = must(await away(liaison.id, day))
    const phone = await phoneOf(who)
    const morning = at(day, visit.from - 120)
    await give(morning, await looks(visit, true))
    expect(await giveRest(morning, visit, phone)).toBe(1)
    const told = await inboxOf(visit)
    expect(told.map(({ text }) => text)).toEqual([
      expect.stringMatching(new RegExp(`同时在给对方发短信请对方先不要动身，不一定收得到。请打 ${phone} 改时间`)),
    ])
    // The number and the name of the visitor stand in no queue.
    expect(JSON.stringify(await written(visit))).not.toMatch(new RegExp(`短信不通的|${VISITORS_PHONES}`))
    expect(await giveRest(morning, visit)).toBe(0)
    expect(sent).toEqual([expect.stringMatching(new RegExp(`^${phone} .+请先不要动身`))])
    // The look itself given out again says nothing again, nor does the watch.
    await give(morning, await looks(visit, true))
    expect(await watchVisits(morning)).toBe(0)
    expect(await giveRest(morning, visit)).toBe(0)
    expect([sent, (await inboxOf(visit)).length]).toEqual([[], 1])
    must(await removeLeave(parts, staff('zhongchuan'), input({}, { id: liaison.id, leave: leave.id })))
    must(await over())
  })
  test('after a standstill both looks and the watch come at once: one reminder, or one call and one text message', async () => {
    const { visit, day, liaison, over } = await visiting('停过机的')
    const morning = at(day, visit.from - 90)
    const both = async () => {
      const dues = await Promise.all([looks(visit, false), looks(visit, true), looks(visit, true)])
      await Promise.all([...dues.map((one) => give(morning, one)), watchVisits(morning)])
      expect(await giveRest(morning, visit)).toBe(0)
    }
    const stays = async () => {
      const all = await written(visit)
      return all.filter(
        ({ kind, payload }) => kind === 'person' && (payload.says ?? payload.text)?.match(/stay|请先不要/),
      )
    }
    const leave = must(await away(liaison.id, day))
    await both()
    expect([(await stays()).length, (await inboxOf(visit)).length + (await fallen(visit)).length]).toEqual([1, 1])
    must(await removeLeave(parts, staff('zhongchuan'), input({}, { id: liaison.id, leave: leave.id })))
    await both()
    expect(sent).toEqual([expect.stringContaining('提醒您')])
    await both()
    expect(sent).toEqual([])
    must(await over())
  })
  test('whom to ring: not the place where nobody is; and nobody at home in front of a picture is told to stay where they are', async () => {
    const { who, visit, day, liaison, over } = await visiting('问电话的')
    const leave = must(await away(liaison.id, day))
    const center = (await parts.stores.places.all()).find(({ kind }) => kind === 'center')!
    expect((await onPhone(who))?.unmetPhone).toBe(center.phone ?? '12348')
    expect((await onPhone(who))?.unmetPhone).not.toBe(visit.phone)
    must(await removeLeave(parts, staff('zhongchuan'), input({}, { id: liaison.id, leave: leave.id })))
    expect((await onPhone(who))?.unmetPhone).toBeNull()
    const time = { day, fromMinute: 540, toMinute: 570 }
    expect(doNotCome({ ...time, service: 'remote' }, '中川镇', '12348')).toMatch(
      /，这个时间没有人接视频，请先不要等。.+您也可以打 12348。$/,
    )
    must(await over())
  })
  test('somebody is there again before the last look: the reminder that was held back goes out', async () => {
    const { visit, day, liaison, over } = await visiting('又有人接的')
    const leave = must(await away(liaison.id, day))
    await due(at(addDays(day, -1), 1080), visit, false)
    must(await removeLeave(parts, staff('zhongchuan'), input({}, { id: liaison.id, leave: leave.id })))
    expect(await due(at(day, visit.from - 120), visit, true)).toEqual([expect.stringContaining('提醒您')])
    must(await over())
  })
  test('it happens when the visitor may be on the way: they are told at once, staff by text message too; and told when somebody is there after all', async () => {
    const { who, visit, day, liaison, over } = await visiting('已经出门的')
    const leave = must(await away(liaison.id, day))
    const morning = at(day, visit.from - 60)
    expect(await watchVisits(morning)).toBe(1)
    const [toStaff, toVisitor] = (await written(visit)).slice(-2)
    expect(toStaff).toMatchObject({ kind: 'staff', payload: { sms: true } })
    expect(toVisitor).toMatchObject({
      kind: 'person',
      id: who.personId,
      payload: { text: expect.stringContaining('请先不要动身') as string },
    })
    must(await removeLeave(parts, staff('zhongchuan'), input({}, { id: liaison.id, leave: leave.id })))
    expect(await watchVisits(morning)).toBe(0)
    expect((await written(visit)).at(-1)).toMatchObject({
      kind: 'person',
      payload: { text: expect.stringContaining('现在有人接待了') as string },
    })
    must(await over())
  })
})
