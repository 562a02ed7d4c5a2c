import { randomUUID } from 'node:crypto'
import { addDays, instantAt, localDate, type Instant } from '@fatong/law/calendar/dates.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SYSTEM } from '../../db/access.ts'
import { read } from '../../db/postgres.ts'
import type { StoredAppointment } from '../../db/stores/network.ts'
import { deliveries } from '../../jobs/deliveries.ts'
import { testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf } from '../caller.ts'
import type { Parts } from '../parts.ts'
import { places, savePlace } from '../administration/places.ts'
import {
  bookAppointment,
  cancelAppointment,
  deskAppointments,
  myAppointments,
  settleAppointment,
} from './appointments.ts'
import { askCallback, deskCallbacks, settleCallback } from './callbacks.ts'
import { APPOINTMENT_DUE } from './reminders.ts'
import { saveLine } from './rosters.ts'
import { shiftsOf } from './shifts.ts'
import { readSlots } from './slots.ts'
import { saveMember } from './team.ts'
import { toldOfVisit, VISIT_TO_MEMBER } from './told-of-visits.ts'
import { input, must } from './testing/asked.ts'
import { placeIdOf, visitors, VISITORS_PHONES } from './testing/visitors.ts'

let district: TestDistrict
let parts: Parts
/** Saturday 10 October 2026 is worked for the National Day break; Monday the 12th is the next working day. */
const SATURDAY = localDate('2026-10-10')
const MONDAY = localDate('2026-10-12')
const at = (day: string, minute: number): Parts => ({
  ...parts,
  clock: { now: () => instantAt(localDate(day), minute) },
})
beforeAll(async () => {
  district = await testDistrict()
  parts = district.parts
  parts = at(SATURDAY, 750)
}, 120_000)
afterAll(() => district.close())

const staff = (login: string) => district.cast.byLogin(login)
const placeId = (code: string): Promise<string> => placeIdOf(parts, code)
const person = visitors(() => parts)
const STATION = '620171101'
const CENTRE = '620171-center'
const wish = async (code: string, over = {}) =>
  input({ placeId: await placeId(code), day: MONDAY, from: 540, service: 'consultation', note: '', ...over })

describe('one person, one time', () => {
  test('two places asked for the same moment at the same moment: one is booked, the other refused in words', async () => {
    const who = await person('同刻人')
    const outcomes = await Promise.all([
      bookAppointment(parts, who, await wish(STATION)),
      bookAppointment(parts, who, await wish(CENTRE)),
      bookAppointment(parts, who, await wish('620171102')),
    ])
    expect(outcomes.map((one) => (one.ok ? 'booked' : one.error)).sort()).toEqual(['booked', 'slotTwice', 'slotTwice'])
    expect(must(await myAppointments(parts, who)).items).toHaveLength(1)
  })
  /** Past the look-up of free times, where the race is decided. */
  const race = async (name: string, spans: readonly (readonly [code: string, from: number])[]) => {
    const who = await person(name)
    const access = accessOf(who)
    const rows = await Promise.all(
      spans.map(
        async ([code, from]): Promise<StoredAppointment> => ({
          id: randomUUID(),
          number: `YY${randomUUID().slice(0, 8)}`,
          placeId: await placeId(code),
          day: MONDAY,
          fromMinute: from,
          toMinute: from + 30,
          service: 'consultation',
          personId: who.personId,
          noteEnc: null,
          room: randomUUID(),
          videoUrl: null,
          state: 'booked',
          cancelledBy: null,
          reason: null,
          bookedAt: parts.clock.now(),
          changedAt: parts.clock.now(),
          unmetAt: null,
          remindedAt: null,
          placedAt: parts.clock.now(),
          rungAt: null,
        }),
      ),
    )
    const also = (one: StoredAppointment) => ({
      audit: auditEntry(parts, who, {
        action: 'change',
        subjectKind: 'appointment',
        subjectId: one.id,
        fields: ['day'],
      }),
      messages: [],
    })
    const answers = await Promise.all(
      rows.map((one) => parts.stores.network.book(access, one, 3, also(one), undefined, {})),
    )
    return {
      answers: answers.map((one) => (typeof one === 'string' ? one : one.done)).sort(),
      kept: (await parts.stores.network.ofPerson(access, who.personId)).length,
    }
  }
  test('equal times at several places, past the look-up: refused, not a fault of the database', async () => {
    expect(
      await race('相同人', [
        [STATION, 600],
        [CENTRE, 600],
        ['620171102', 600],
        ['620171103', 600],
      ]),
    ).toEqual({ answers: ['now', 'twice', 'twice', 'twice'], kept: 1 })
  })
  test('times that overlap without beginning together: one of them', async () => {
    expect(
      await race('交错人', [
        [STATION, 600],
        [CENTRE, 615],
        ['620171102', 590],
      ]),
    ).toEqual({ answers: ['now', 'twice', 'twice'], kept: 1 })
  })
  test('the same two places from both sides: nobody waits for ever', async () => {
    const both = await Promise.all(
      Array.from({ length: 4 }, (_, nth) =>
        race(
          `来回人${nth}`,
          nth % 2 === 0
            ? [
                [STATION, 660],
                [CENTRE, 660],
              ]
            : [
                [CENTRE, 660],
                [STATION, 660],
              ],
        ),
      ),
    )
    expect(both.map(({ kept }) => kept)).toEqual([1, 1, 1, 1])
  })
})

describe('when the reminder goes out', () => {
  const remindAt = async (now: [string, number], over: object) => {
    const then = at(...now)
    const who = await person('提醒人')
    const one = must(await bookAppointment(then, who, await wish(CENTRE, over)))
    expect(must(await myAppointments(then, who)).items[0]?.remindAt).toBe(one.remindAt)
    const due = await waitingFor(one.id)
    expect(due).toBe(one.remindAt)
    return one.remindAt
  }
  /** the moment at which the queue gives the reminder out */
  const waitingFor = async (id: string): Promise<Instant | null> => {
    const text = `SELECT extract(epoch FROM next_at) * 1000 AS at FROM fatong.outbox WHERE payload ->> 'appointmentId' = $1 AND channel = '${APPOINTMENT_DUE}' ORDER BY next_at`
    const [row] = await read<{ at: string }>(district.parts.database, SYSTEM, { text, values: [id] })
    return row ? (Number(row.at) as Instant) : null
  }
  test('the evening before, where that lies ahead', async () => {
    expect(await remindAt([SATURDAY, 750], { from: 690 })).toBe(instantAt(addDays(MONDAY, -1), 18 * 60))
  })
  test('booked at eight the evening before: two hours before, and that is what is said', async () => {
    expect(await remindAt([addDays(MONDAY, -1), 20 * 60], { from: 510 })).toBe(instantAt(MONDAY, 6 * 60 + 30))
  })
  test('an hour before: none, and none is promised', async () => {
    expect(await remindAt([MONDAY, 840], { from: 900 })).toBeNull()
  })
})

describe('who is told', () => {
  const VILLAGE = '620171101204'
  const claimed = async (appointmentId: string, number: string) => {
    const text = `SELECT channel, recipient_kind AS kind, recipient_id AS id, payload FROM fatong.outbox WHERE payload ->> 'appointmentId' = $1 OR payload ->> 'number' = $2 ORDER BY id`
    return read<{
      channel: string
      kind: string | null
      id: string | null
      payload: { text?: string; about?: string; memberId?: string; turn?: string }
    }>(district.parts.database, SYSTEM, { text, values: [appointmentId, number] })
  }
  const toStaff = async (one: { id: string; number: string }) =>
    (await claimed(one.id, one.number)).filter(({ kind }) => kind === 'staff')
  const toMembers = async (one: { id: string; number: string }) =>
    (await claimed(one.id, one.number)).filter(({ channel }) => channel === VISIT_TO_MEMBER)
  const members = async () => parts.stores.network.team(SYSTEM)
  /** Somebody of a place, as the sample has them but for how they are reached. */
  const reachedBy = async (id: string, phone: string | undefined) => {
    const one = (await members()).find((member) => member.id === id)!
    must(
      await saveMember(
        parts,
        staff('zhongchuan'),
        input(
          {
            name: one.name,
            kind: one.kind,
            placeId: one.placeId,
            gender: one.gender,
            languages: one.languages,
            specialties: one.specialties,
            qualifications: one.qualifications,
            training: one.training,
            active: true,
            ...(phone === undefined ? {} : { phone }),
          },
          { id },
        ),
      ),
    )
  }
  /** The next time at which a village without an account is on duty. */
  const onDutyAt = async (code: string) => {
    const { days } = must(
      await readSlots(
        parts,
        await person('看时间的人'),
        input({}, { id: await placeId(code) }, { service: 'consultation' }),
      ),
    )
    return {
      placeId: await placeId(code),
      day: days[0]!.day,
      from: days[0]!.slots[0]!.from,
      service: 'consultation',
      note: '宅基地',
    }
  }
  test('a station: whoever is at its desk, in the inbox, without the name; a cancel is told too', async () => {
    const who = await person('来站的人')
    const one = must(await bookAppointment(parts, who, await wish(STATION, { from: 900 })))
    const [told, ...more] = await toMembers(one)
    expect(more).toEqual([])
    expect((await members()).find(({ id }) => id === told?.payload.memberId)?.name).toBe('魏红霞')
    expect(await toldOfVisit(parts, told?.payload)).toMatchObject({
      staffId: staff('zhongchuan').staffId,
      about: 'appointment',
      text: expect.stringMatching(
        /来站的人约了10月12日（周一）15:00–15:30到中川镇公共法律服务工作站，法律咨询。对方电话 1390000\d{4}，/,
      ) as string,
    })
    must(await cancelAppointment(parts, who, input({}, { id: one.id })))
    const after = await toMembers(one)
    expect(after.map(({ payload }) => payload.turn)).toEqual(['booked', 'cancelled'])
    expect(await toldOfVisit(parts, after[0]?.payload)).toBeUndefined()
    expect((await toldOfVisit(parts, after[1]?.payload))?.text).toContain('取消了，不用等')
    expect(JSON.stringify(await claimed(one.id, one.number))).not.toMatch(new RegExp(`来站的人|${VISITORS_PHONES}`))
  })
  test('the centre: its desk, and the lawyer on duty at that time and no other', async () => {
    const one = must(await bookAppointment(parts, await person('来中心的人'), await wish(CENTRE, { from: 870 })))
    const on = shiftsOf(await parts.stores.network.roster(MONDAY, MONDAY), MONDAY, 1).filter(
      ({ line }) => line.placeId === one.placeId && line.fromMinute <= 870 && 900 <= line.toMinute,
    )
    expect((await toMembers(one)).map(({ payload }) => [payload.memberId, payload.about])).toEqual(
      on.map(({ memberId }) => [memberId, 'duty']),
    )
    const told = await toStaff(one)
    expect(told.map(({ id }) => id)).toEqual(expect.arrayContaining([staff('shouli').staffId, staff('zhuren').staffId]))
    for (const { payload } of told)
      expect(payload).toMatchObject({
        about: 'appointment',
        text: '【法通】有人约了10月12日（周一）14:30–15:00到兰州新区公共法律服务中心（法律援助中心），法律咨询。请到“预约来访”里看。',
      })
  })
  test('a village whose 法律明白人 has no account and no number: the station hears, and is asked to pass it on; with a number, by text message', async () => {
    const code = '620171101205'
    const body = await onDutyAt(code)
    const first = must(await bookAppointment(parts, await person('进村的人'), input(body)))
    expect(await toMembers(first)).toEqual([])
    expect(
      (await toStaff(first)).map(({ id, payload }) => [
        id,
        payload.text?.includes('那里没有能通知到的人，请转告或接待。'),
      ]),
    ).toEqual([[staff('zhongchuan').staffId, true]])
    const liaison = (await members()).find((one) => one.placeId === body.placeId && one.kind === 'liaison')!
    await reachedBy(liaison.id, '13900008899')
    const second = must(
      await bookAppointment(parts, await person('又进村的人'), input({ ...body, from: body.from + 30 })),
    )
    expect(await toStaff(second)).toEqual([])
    const [message] = await toMembers(second)
    expect(await toldOfVisit(parts, message?.payload)).toMatchObject({
      staffId: null,
      phone: '13900008899',
      text: expect.stringContaining('想问：宅基地') as string,
    })
    const sent: string[] = []
    const sms = {
      send: async (to: string, text: string) => {
        sent.push(`${to} ${text}`)
        return { ok: true as const }
      },
    } as unknown as Parts['sms']
    await deliveries({ ...parts, sms })[VISIT_TO_MEMBER]?.({
      id: 1,
      channel: VISIT_TO_MEMBER,
      recipientEnc: null,
      recipientKind: null,
      recipientId: null,
      payload: message?.payload,
      caseId: null,
      attempts: 1,
    })
    expect(sent).toEqual([expect.stringMatching(/^13900008899 【法通】又进村的人约了/)])
  })
  test('cancelled at the desk: whoever was to meet the visitor hears of it, not who cancelled', async () => {
    const body = await onDutyAt(VILLAGE)
    const one = must(await bookAppointment(parts, await person('被取消的人'), input(body)))
    must(
      await settleAppointment(
        parts,
        staff('zhongchuan'),
        input({ state: 'cancelled', reason: '村里停电' }, { id: one.id }),
      ),
    )
    const liaison = (await members()).find(({ staffId }) => staffId === staff('mingbairen1').staffId)!
    expect(
      (await toMembers(one))
        .filter(({ payload }) => payload.turn === 'cancelled')
        .map(({ payload }) => payload.memberId),
    ).toEqual([liaison.id])
    expect((await toStaff(one)).filter(({ payload }) => payload.text?.includes('取消'))).toEqual([])
  })
})

describe('where one can come by appointment', () => {
  const slotsAt = async (code: string, service: string) =>
    must(await readSlots(parts, await person('看看的人'), input({}, { id: await placeId(code) }, { service })))
  test('not at a terminal, a firm, a committee, nor by video at a village with nobody on the roster for it', async () => {
    for (const code of ['kiosk-cinema', 'firm-lanxin', 'mediation', 'grassroots-xicha'])
      expect([code, await slotsAt(code, 'consultation')]).toMatchObject([code, { services: [], days: [] }])
    expect((await slotsAt('620171101204', 'remote')).services).not.toContain('remote')
    expect((await slotsAt(CENTRE, 'remote')).days.length).toBeGreaterThan(0)
    for (const [code, service] of [
      ['kiosk-cinema', 'consultation'],
      ['firm-lanxin', 'consultation'],
      ['mediation', 'mediation'],
      ['620171101204', 'remote'],
    ] as const) {
      expect([
        code,
        await bookAppointment(parts, await person('约不上的人'), await wish(code, { service })),
      ]).toMatchObject([code, { error: 'slotClosed' }])
    }
  })
  test('at the committee when somebody is put on its roster: told, and seen by the centre', async () => {
    const committee = await placeId('mediation')
    const { id, ...place } = must(await places(parts, staff('admin'))).items.find((one) => one.id === committee)!
    must(
      await savePlace(
        parts,
        staff('admin'),
        input({ ...place, hours: Array.from({ length: 7 }, () => [{ open: 540, close: 1080 }]) }, { id }),
      ),
    )
    const mediator = {
      name: '孔令仪',
      kind: 'mediator',
      placeId: committee,
      gender: null,
      languages: [],
      specialties: [],
      qualifications: [],
      training: [],
      active: true,
      phone: '13900007777',
    }
    const memberId = randomUUID()
    must(await saveMember(parts, staff('admin'), input(mediator, { id: memberId })))
    must(
      await saveLine(
        parts,
        staff('admin'),
        input(
          {
            placeId: committee,
            memberId,
            kind: 'duty',
            services: ['mediation'],
            weekday: 1,
            from: 540,
            to: 660,
            validFrom: '2026-10-01',
            validTo: null,
          },
          { id: randomUUID() },
        ),
      ),
    )
    expect((await slotsAt('mediation', 'consultation')).services).toEqual(['mediation'])
    const one = must(
      await bookAppointment(parts, await person('调解的人'), await wish('mediation', { service: 'mediation' })),
    )
    const seen = async (login: string) =>
      must(await deskAppointments(parts, staff(login), input({}, {}, { day: MONDAY, days: 1 }))).items.some(
        (line) => line.id === one.id,
      )
    expect([await seen('shouli'), await seen('zhongchuan')]).toEqual([true, false])
    must(
      await settleAppointment(
        parts,
        staff('shouli'),
        input({ state: 'cancelled', reason: '调解员病了' }, { id: one.id }),
      ),
    )
  })
  test('a call asked for at a committee, a kiosk or the bureau reaches the centre, which sees who waits', async () => {
    for (const code of ['labor-arbitration', 'kiosk-cinema', '620171']) {
      const who = await person('等电话的人')
      const asked = must(await askCallback(parts, who, input({ placeId: await placeId(code), text: '仲裁的事' })))
      const list = async (login: string) =>
        must(await deskCallbacks(parts, staff(login), input({}, {}, { show: 'open' }))).items.find(
          ({ id }) => id === asked.id,
        )
      expect(await list('shouli')).toMatchObject({
        caller: '等电话的人',
        callerPhone: expect.stringMatching(/^1/) as string,
      })
      expect(await list('zhongchuan')).toBeUndefined()
      const text = `SELECT recipient_id AS id FROM fatong.outbox WHERE payload ->> 'number' = $1`
      expect(
        (await read<{ id: string }>(district.parts.database, SYSTEM, { text, values: [asked.number] })).map(
          ({ id }) => id,
        ),
      ).toEqual(expect.arrayContaining([staff('shouli').staffId, staff('zhuren').staffId]))
      must(await settleCallback(parts, staff('shouli'), input({ note: '' }, { id: asked.id })))
    }
  })
})
