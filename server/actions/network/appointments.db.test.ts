import { randomUUID } from 'node:crypto'
import { addDays, instantAt, localDate, type Instant } from '@fatong/law/calendar/dates.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SYSTEM } from '../../db/access.ts'
import { read } from '../../db/postgres.ts'
import type { StoredAppointment } from '../../db/stores/network.ts'
import { testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, type CitizenCaller } from '../caller.ts'
import type { Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { APPOINTMENT_DUE, bookAppointment, myAppointments } from './appointments.ts'

let district: TestDistrict
let parts: Parts
/** Saturday 10 October 2026 is worked for the National Day break; Monday the 12th is the next working day. */
const SATURDAY = localDate('2026-10-10')
const MONDAY = localDate('2026-10-12')
const at = (day: string, minute: number): Parts => ({ ...parts, clock: { now: () => instantAt(localDate(day), minute) } })
beforeAll(async () => {
  district = await testDistrict()
  parts = district.parts
  parts = at(SATURDAY, 750)
}, 120_000)
afterAll(() => district.close())

const must = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.value
}
const input = <B>(body: B, params = {}, query = {}) => ({ body, params, query }) as never
const placeId = async (code: string): Promise<string> => (await parts.stores.places.all()).find((place) => place.code === code)!.id
let people = 0
const person = async (name: string): Promise<CitizenCaller> => {
  const [id, phone] = [randomUUID(), `139000080${String(people += 1).padStart(2, '0')}`]
  await parts.stores.people.ofPhone(parts.crypto.blindIndex('phone', phone), name, { id, name, phoneEnc: parts.crypto.encrypt('person.phone', phone), phoneBidx: parts.crypto.blindIndex('phone', phone), createdAt: parts.clock.now() })
  return { kind: 'citizen', personId: id, name, sessionId: 'test', ip: '10.0.0.1', userAgent: 'test' }
}
const STATION = '620171101'
const CENTRE = '620171-center'
const wish = async (code: string, over = {}) => input({ placeId: await placeId(code), day: MONDAY, from: 540, service: 'consultation', note: '', ...over })

describe('one person, one time', () => {
  test('two places asked for the same moment at the same moment: one is booked, the other refused in words', async () => {
    const who = await person('同刻人')
    const outcomes = await Promise.all([bookAppointment(parts, who, await wish(STATION)), bookAppointment(parts, who, await wish(CENTRE)), bookAppointment(parts, who, await wish('620171102'))])
    expect(outcomes.map((one) => (one.ok ? 'booked' : one.error)).sort()).toEqual(['booked', 'slotTwice', 'slotTwice'])
    expect(must(await myAppointments(parts, who)).items).toHaveLength(1)
  })
  /** Past the look-up of free times, where the race is decided. */
  const race = async (name: string, spans: readonly (readonly [code: string, from: number])[]) => {
    const who = await person(name)
    const access = accessOf(who)
    const rows = await Promise.all(spans.map(async ([code, from]): Promise<StoredAppointment> => ({
      id: randomUUID(), number: `YY${randomUUID().slice(0, 8)}`, placeId: await placeId(code), day: MONDAY, fromMinute: from, toMinute: from + 30, service: 'consultation', personId: who.personId, noteEnc: null, room: randomUUID(), videoUrl: null,
      state: 'booked', cancelledBy: null, reason: null, bookedAt: parts.clock.now(), changedAt: parts.clock.now(),
    })))
    const also = (one: StoredAppointment) => ({ audit: auditEntry(parts, who, { action: 'change', subjectKind: 'appointment', subjectId: one.id, fields: ['day'] }), messages: [] })
    const answers = await Promise.all(rows.map((one) => parts.stores.network.book(access, one, 3, also(one), undefined, {})))
    return { answers: answers.map((one) => (typeof one === 'string' ? one : one.done)).sort(), kept: (await parts.stores.network.ofPerson(access, who.personId)).length }
  }
  test('equal times at several places, past the look-up: refused, not a fault of the database', async () => {
    expect(await race('相同人', [[STATION, 600], [CENTRE, 600], ['620171102', 600], ['620171103', 600]])).toEqual({ answers: ['now', 'twice', 'twice', 'twice'], kept: 1 })
  })
  test('times that overlap without beginning together: one of them', async () => {
    expect(await race('交错人', [[STATION, 600], [CENTRE, 615], ['620171102', 590]])).toEqual({ answers: ['now', 'twice', 'twice'], kept: 1 })
  })
  test('the same two places from both sides: nobody waits for ever', async () => {
    const both = await Promise.all(Array.from({ length: 4 }, (_, nth) => race(`来回人${nth}`, nth % 2 === 0 ? [[STATION, 660], [CENTRE, 660]] : [[CENTRE, 660], [STATION, 660]])))
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
    const text = `SELECT extract(epoch FROM next_at) * 1000 AS at FROM fatong.outbox WHERE payload ->> 'appointmentId' = $1 AND channel = '${APPOINTMENT_DUE}'`
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
