import { randomUUID } from 'node:crypto'
import { EditWish } from '@fatong/contract/network/coverage.ts'
import { addDays, instantAt, localDate } from '@fatong/law/calendar/dates.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import { places, savePlace } from '../administration/places.ts'
import { saveSettings, settings } from '../administration/settings.ts'
import { listCandidates } from '../desk/list-candidates.ts'
import type { CitizenCaller, StaffCaller } from '../caller.ts'
import type { Parts } from '../parts.ts'
import {
  bookAppointment,
  cancelAppointment,
  deskAppointments,
  myAppointments,
  settleAppointment,
} from './appointments.ts'
import { coverageReport, readCoverage, whatIf } from './coverage.ts'
import { nearPoints } from './find-points.ts'
import { APPOINTMENT_DUE, APPOINTMENT_SAYS, lookWhenDue, saidWhenDue } from './reminders.ts'
import { changeShift, readRoster, saveLine } from './rosters.ts'
import { readSiting } from './siting.ts'
import { readSlots } from './slots.ts'
import { readTeam, saveMember } from './team.ts'
import { input, must } from './testing/asked.ts'
import { visitors } from './testing/visitors.ts'

let district: TestDistrict
let parts: Parts
let citizen: CitizenCaller
/** 2026-10-10 is a Saturday that is worked for the National Day break. */
const MAKE_UP = localDate('2026-10-10')
const HALF_PAST_TWELVE = instantAt(MAKE_UP, 12 * 60 + 30)
beforeAll(async () => {
  district = await testDistrict()
  parts = { ...district.parts, clock: { now: () => HALF_PAST_TWELVE } }
  citizen = await district.applicant('马永福').catch(() => district.applicant('刘德福'))
}, 120_000)
afterAll(() => district.close())

const asked = (query: object) => ({ params: {}, query: { travel: 'ebike', ...query }, body: {} }) as never
const staff = (login: string): StaffCaller => district.cast.byLogin(login)
const placeOf = async (code: string) => (await parts.stores.places.all()).find((place) => place.code === code)!
/** Each test of booking has a person of its own. */
const person = visitors(() => parts)

describe('the nearest point', () => {
  test('at half past twelve on a worked Saturday, offices are at lunch: a terminal helps at once, the station opens at two', async () => {
    const found = must(await nearPoints(parts, citizen, asked({ q: '中川镇芦井水村' })))
    expect(found.from?.name).toBe('芦井水村')
    expect(found.estimated).toBe(true)
    const [first] = found.items
    expect(first).toMatchObject({ kindText: '自助服务终端', open: true })
    const station = found.items.find(({ name }) => name.startsWith('中川镇'))
    expect(station).toMatchObject({ open: false, opensAt: instantAt(MAKE_UP, 14 * 60), openText: '今天 14:00 有人' })
    expect(station?.routeText).toMatch(/往.+走，直线.+骑电动车约 \d+ 分钟.*按直线估算/)
  })
  test('a person is wanted, not a screen: those who take applications in are the centre and stations, the nearest first', async () => {
    const found = must(await nearPoints(parts, citizen, asked({ q: '树屏镇', service: 'intake' })))
    expect(found.items[0]?.name).toBe('树屏镇公共法律服务工作站')
    expect(found.items.every(({ services }) => services.includes('intake'))).toBe(true)
    const minutes = found.items
      .filter(({ opensAt }) => opensAt === found.items[0]?.opensAt)
      .map((one) => one.minutes?.ebike ?? 0)
    expect(minutes).toEqual([...minutes].sort((a, b) => a - b))
  })
  test('what nobody knows finds no place, and the list is there all the same', async () => {
    const found = must(await nearPoints(parts, citizen, asked({ q: '火星村' })))
    expect(found).toMatchObject({ from: null, meant: [] })
    expect(found.items.length).toBeGreaterThan(5)
    expect(found.items[0]?.routeText).toBe('')
  })
  test('where a prison lies, and that there is a workstation in it, is not told', async () => {
    const found = must(await nearPoints(parts, citizen, asked({ q: '树屏镇' })))
    expect(JSON.stringify(found)).not.toMatch(/监狱|看守所/)
  })
  test('tomorrow morning, which is Sunday: nobody till Monday but the terminals', async () => {
    const found = must(
      await nearPoints(
        parts,
        citizen,
        asked({ q: '中川镇', at: instantAt(addDays(MAKE_UP, 1), 540), service: 'intake' }),
      ),
    )
    expect(found.items[0]?.opensAt).toBe(instantAt(addDays(MAKE_UP, 2), 8 * 60 + 30))
  })
})

describe('an appointment', () => {
  const atStation = async (over = {}) => ({
    placeId: (await placeOf('620171101')).id,
    day: '2026-10-12',
    from: 540,
    service: 'consultation',
    note: '想问工资的事',
    ...over,
  })
  test('is offered where somebody is there the whole half hour, never at lunch, never in the past', async () => {
    const { days } = must(
      await readSlots(parts, citizen, input({}, { id: (await placeOf('620171101')).id }, { service: 'consultation' })),
    )
    expect(days[0]).toMatchObject({ day: '2026-10-10' })
    expect(days[0]?.slots[0]?.text).toBe('14:00–14:30')
    expect(days.flatMap(({ slots }) => slots).some(({ from }) => from >= 720 && from < 840)).toBe(false)
    expect(days.some(({ day }) => day === '2026-10-11')).toBe(false)
  })
  test('is booked, shown, told at once and the evening before, and cancelled', async () => {
    const who = await person('预约人甲')
    const booked = must(await bookAppointment(parts, who, input(await atStation())))
    expect(booked).toMatchObject({ state: 'booked', whenText: '10月12日（周一）09:00–09:30', note: '想问工资的事' })
    expect(must(await myAppointments(parts, who)).items.map(({ id }) => id)).toEqual([booked.id])
    const waiting = async (of: string) =>
      (
        await parts.stores.outbox.claim(instantAt(localDate('2026-10-11'), 18 * 60 + 1), instantAt(MAKE_UP, 0), 500)
      ).find(({ channel }) => channel === of)
    const reminder = await waiting(APPOINTMENT_DUE)
    expect(await lookWhenDue(parts, reminder?.payload)).toBe(true)
    const says = await waiting(APPOINTMENT_SAYS)
    expect(says).toMatchObject({ recipientKind: 'person', recipientId: who.personId })
    expect((await saidWhenDue(parts, says?.payload))?.text).toContain(
      '10月12日（周一）09:00–09:30到中川镇公共法律服务工作站',
    )
    must(await cancelAppointment(parts, who, input({}, { id: booked.id })))
    expect(await lookWhenDue(parts, reminder?.payload)).toBe(false)
    expect(await saidWhenDue(parts, says?.payload)).toBeUndefined()
    expect(await cancelAppointment(parts, who, input({}, { id: booked.id }))).toMatchObject({
      error: 'appointmentOver',
    })
  })
  test('the last free time is given once, however many ask at the same moment', async () => {
    const people = await Promise.all(
      Array.from({ length: 6 }, (_, i) => person(`同时${'一二三四五六'[i] ?? ''}${'x'.repeat(i)}`)),
    )
    const outcomes = await Promise.all(
      people.map(async (who) => bookAppointment(parts, who, input(await atStation({ from: 570 })))),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter(({ ok }) => !ok).map((one) => (one as { error: string }).error)).toEqual(
      Array.from({ length: 5 }, () => 'slotFull'),
    )
  })
  test('nobody has two at once, and a repeated request gives the first answer', async () => {
    const who = await person('预约人乙乙')
    const body = await atStation({ placeId: (await placeOf('620171-center')).id, from: 600 })
    const again = { ...(input(body) as object), idempotencyKey: 'a-key' } as never
    const first = must(await bookAppointment(parts, who, again))
    expect(must(await bookAppointment(parts, who, again)).id).toBe(first.id)
    expect(await bookAppointment(parts, who, input({ ...body, service: 'intake' }))).toMatchObject({
      error: 'slotTwice',
    })
  })
  test('outside hours, or where nobody is on duty, there is none', async () => {
    const who = await person('预约人丙丙丙')
    expect(await bookAppointment(parts, who, input(await atStation({ from: 730 })))).toMatchObject({
      error: 'slotClosed',
    })
    expect(await bookAppointment(parts, who, input(await atStation({ day: '2026-10-11' })))).toMatchObject({
      error: 'slotClosed',
    })
  })
  test('those who receive see name and phone; a lawyer does not; another town has no part in it', async () => {
    const who = await person('预约人丁丁丁丁')
    const { id } = must(await bookAppointment(parts, who, input(await atStation({ from: 630 }))))
    const list = (login: string) => deskAppointments(parts, staff(login), input({}, {}, { day: '2026-10-12', days: 1 }))
    expect(must(await list('zhongchuan')).items.find((one) => one.id === id)).toMatchObject({
      visitor: '预约人丁丁丁丁',
      visitorPhone: expect.stringMatching(/^1390000/) as string,
    })
    expect(must(await list('qinchuan')).items.some((one) => one.id === id)).toBe(false)
    expect(await list('lvshi1')).toMatchObject({ error: 'forbidden' })
    expect(
      await settleAppointment(parts, staff('qinchuan'), input({ state: 'came', reason: '' }, { id })),
    ).toMatchObject({ error: 'notFound' })
    expect(
      await settleAppointment(parts, staff('zhongchuan'), input({ state: 'cancelled', reason: '' }, { id })),
    ).toMatchObject({ error: 'malformed' })
    must(
      await settleAppointment(
        parts,
        staff('zhongchuan'),
        input({ state: 'cancelled', reason: '工作人员外出' }, { id }),
      ),
    )
    expect(must(await myAppointments(parts, who)).items[0]).toMatchObject({
      state: 'cancelled',
      cancelledBy: 'staff',
      reason: '工作人员外出',
    })
  })
})

describe('the circle', () => {
  const wish = { week: '2026-10-12', minutes: 30 }
  const coverage = async (more = {}) =>
    must(await readCoverage(parts, staff('zhuren'), input({}, {}, { ...wish, ...more })))
  test('103 villages; on paper nearly everybody, by the hour far fewer', async () => {
    const { now, villages, certain, estimated } = await coverage({ service: 'consultation' })
    expect(villages).toHaveLength(103)
    expect([certain, estimated]).toEqual([true, true])
    expect(now.nominal).toBeGreaterThan(0.95)
    expect(now.effective).toBeLessThan(now.nominal / 2)
    expect(now.villages.every(({ bits }) => /^[0-9a-f]{84}$/.test(bits))).toBe(true)
    expect(now.byHalfHour).toHaveLength(336)
  })
  test('a station that stays open till eight moves the effective figure, not the nominal one', async () => {
    const id = (await placeOf('620171103')).id
    const week = (close: number) =>
      Array.from({ length: 7 }, (_, day) =>
        day < 5
          ? [
              { open: 510, close: 720 },
              { open: 840, close },
            ]
          : [],
      )
    const { before, after } = must(
      await whatIf(
        parts,
        staff('zhuren'),
        input({
          wish: { ...wish, service: 'intake' },
          edits: [EditWish.parse({ kind: 'hours', id, weekly: week(1200) })],
        }),
      ),
    )
    expect(after.nominal).toBe(before.nominal)
    expect(after.effective).toBeGreaterThan(before.effective)
    expect(
      await whatIf(parts, staff('zhuren'), input({ wish, edits: [{ kind: 'close', id: randomUUID() }] })),
    ).toMatchObject({
      error: 'editRefused',
      fields: { 'edits.0': expect.stringContaining('没有这个服务点') as string },
    })
  })
  /** Sample district: one centre, six stations, 103 village offices. */
  const site = async (wish: object) =>
    must(
      await readSiting(
        parts,
        staff('zhuren'),
        input({ minutes: 30, seconds: 5, more: 1, places: [], ...wish } as const),
      ),
    )
  const FIXED = { center: 'fixed', station: 'fixed' }
  test('the best place for one more station, with what it gains, proven', async () => {
    const reply = await site({ goal: 'coverMost', travel: 'walk', tiers: FIXED })
    expect(reply).toMatchObject({ outcome: 'sited', gap: 0, estimated: true, kept: [], givenUp: [] })
    expect(reply.points).toMatchObject({ free: 0 })
    expect(reply.sites).toHaveLength(1)
    expect(reply.covered.after - reply.covered.before).toBeGreaterThan(0)
    expect(reply.objective).toBe(reply.covered.after)
    expect(reply.today).toBe(reply.covered.before)
  })
  test('the farthest way and the ways of all come in minutes, as the contract says, beside those of today', async () => {
    const best = (goal: string) => site({ goal, more: 2, travel: 'ebike', tiers: FIXED })
    const [farthest, shortest] = [await best('farthest'), await best('shortest')]
    expect(farthest.objective).toBeGreaterThan(5)
    expect(farthest.objective).toBeLessThan(120)
    expect(farthest.today).toBeGreaterThanOrEqual(farthest.objective!)
    expect(shortest.today).toBeGreaterThan(shortest.objective!)
    expect(shortest.objective! / shortest.covered.people).toBeGreaterThan(1)
    expect(shortest.objective! / shortest.covered.people).toBeLessThan(farthest.objective!)
    expect(farthest.bound).toBeLessThanOrEqual(farthest.objective!)
  })
  test('a freed station may move: no more points, more people; which were kept and which given up is told by name', async () => {
    const wish = { goal: 'coverMost', travel: 'walk', more: 0 }
    const stays = await site({ ...wish, tiers: FIXED })
    expect(stays).toMatchObject({ sites: [], kept: [], givenUp: [] })
    const moved = await site({ ...wish, tiers: { center: 'fixed', station: 'free' } })
    expect(moved).toMatchObject({ outcome: 'sited', gap: 0, today: stays.objective })
    expect(moved.points).toMatchObject({ fixed: 1, free: stays.points.fixed - 1, out: stays.points.out })
    expect(moved.objective!).toBeGreaterThan(stays.objective!)
    expect(moved.givenUp.length).toBeGreaterThan(0)
    expect(moved.sites).toHaveLength(moved.givenUp.length)
    expect(moved.kept).toHaveLength(moved.points.free - moved.givenUp.length)
    expect([...moved.kept, ...moved.givenUp].every(({ name, tier }) => tier === 'station' && name !== '')).toBe(true)
  })
  test('a single point is something else than its tier: fixed it stays, free it may go, not counted it is as if it were not there', async () => {
    const wish = { goal: 'coverMost', travel: 'walk', more: 0 }
    const tiers = { center: 'fixed', station: 'free' }
    const free = await site({ ...wish, tiers })
    const first = free.givenUp[0]!
    const held = await site({ ...wish, tiers, places: [{ id: first.id, standing: 'fixed' }] })
    expect([...held.kept, ...held.givenUp].map(({ id }) => id)).not.toContain(first.id)
    expect(held.points).toMatchObject({ fixed: free.points.fixed + 1, free: free.points.free - 1 })
    expect(held.objective!).toBeLessThanOrEqual(free.objective!)
    const left = await site({ ...wish, tiers: FIXED, places: [{ id: first.id, standing: 'out' }] })
    const all = await site({ ...wish, tiers: FIXED })
    expect(left.points).toEqual({ ...all.points, fixed: all.points.fixed - 1, out: all.points.out + 1 })
    expect(left.today).toBeLessThanOrEqual(all.today!)
    const alone = await site({ ...wish, tiers: FIXED, places: [{ id: first.id, standing: 'free' }] })
    expect(alone.givenUp.map(({ id }) => id)).toEqual([first.id])
    expect(alone.sites).toHaveLength(1)
    expect(alone.objective!).toBeGreaterThan(alone.today!)
  })
  test('one point less: the one that is missed least; less than what is fixed is refused, and so is a point that is gone', async () => {
    const tiers = { center: 'fixed', station: 'free' }
    const fewer = await site({ goal: 'shortest', travel: 'ebike', more: -1, tiers })
    expect(fewer.givenUp.length - fewer.sites.length).toBe(1)
    const refused = (wish: object) =>
      readSiting(parts, staff('zhuren'), input({ goal: 'coverMost', travel: 'walk', minutes: 30, seconds: 1, ...wish }))
    expect(await refused({ more: -1, tiers: FIXED, places: [] })).toMatchObject({
      error: 'editRefused',
      fields: { more: expect.stringContaining('固定的点就有') as string },
    })
    expect(await refused({ more: 0, tiers: {}, places: [] })).toMatchObject({
      fields: { more: '点数太少：至少要有一个点' },
    })
    const gone = [{ id: randomUUID(), standing: 'free' }]
    expect(await refused({ more: 1, tiers: FIXED, places: gone })).toMatchObject({
      fields: { 'places.0': expect.stringContaining('没有这个服务点') as string },
    })
  })
})

describe('the roster', () => {
  const monday = '2026-10-12'
  const of = async (login: string) => must(await readRoster(parts, staff(login), input({}, {}, { week: monday })))
  test('a line at two places at once is refused; a cover who is busy too', async () => {
    const { shifts } = await of('zhongchuan')
    const mine = shifts.filter(({ kind, placeName }) => kind === 'duty' && placeName !== '')
    const [one] = mine
    const village = (await parts.stores.places.all()).find(({ id }) => id === one?.placeId)!
    const town = (await parts.stores.places.all()).find(({ id }) => id === village.parentId)!
    const other = (await parts.stores.places.all()).find(
      ({ parentId, id }) => parentId === town.id && id !== village.id,
    )!
    const weekday = new Date(`${one?.day ?? ''}T00:00:00Z`).getUTCDay()
    const body = {
      placeId: other.id,
      memberId: one?.memberId,
      kind: 'duty',
      services: ['consultation'],
      weekday,
      from: one?.from,
      to: (one?.from ?? 0) + 30,
      validFrom: '2026-10-01',
      validTo: null,
    }
    const login =
      {
        620171101: 'zhongchuan',
        620171102: 'qinchuan',
        620171103: 'xicha',
        620171104: 'shangchuan',
        620121111: 'shuping',
        620122105: 'shuifu',
      }[town.code] ?? ''
    expect(await saveLine(parts, staff(login), input(body, { id: randomUUID() }))).toMatchObject({
      error: 'rosterClash',
    })
    expect(
      await saveLine(parts, staff(login === 'shuifu' ? 'shuping' : 'shuifu'), input(body, { id: randomUUID() })),
    ).toMatchObject({ error: 'forbidden' })
  })
  test('each tier sees its own and below; a firm sees where its people are', async () => {
    const places = await parts.stores.places.all()
    const placesOf = async (login: string) =>
      new Set((await of(login)).shifts.map(({ placeId }) => places.find(({ id }) => id === placeId)?.code ?? ''))
    const [center, station] = [await placesOf('zhuren'), await placesOf('zhongchuan')]
    expect(center.has('620171-center')).toBe(true)
    expect([...center].some((code) => code.startsWith('620171101'))).toBe(true)
    expect(station.size).toBeGreaterThan(3)
    expect([...station].every((code) => code.startsWith('620171101'))).toBe(true)
    const { shifts } = await of('lanxin')
    expect(shifts.some(({ placeId }) => places.find(({ id }) => id === placeId)?.code === '620171-center')).toBe(true)
    expect(shifts.every(({ member }) => member !== '')).toBe(true)
  })
  test('somebody away without cover is shown as trouble, and with cover as covered', async () => {
    const { shifts } = await of('zhuren')
    const shift = shifts.find(({ trouble }) => trouble.length === 0)!
    const params = { id: shift.lineId, day: shift.day }
    must(await changeShift(parts, staff('zhuren'), input({ change: { coverId: null, reason: '去培训' } }, params)))
    expect(
      (await of('zhuren')).shifts.find(({ lineId, day }) => lineId === shift.lineId && day === shift.day),
    ).toMatchObject({ away: true, trouble: ['away'], reason: '去培训' })
    const free = must(await readTeam(parts, staff('zhuren'), input({}, {}, { kind: 'justiceStaff' }))).items[0]!
    must(await changeShift(parts, staff('zhuren'), input({ change: { coverId: free.id, reason: '去培训' } }, params)))
    expect(
      (await of('zhuren')).shifts.find(({ lineId, day }) => lineId === shift.lineId && day === shift.day),
    ).toMatchObject({ cover: free.name, trouble: [] })
    must(await changeShift(parts, staff('zhuren'), input({ change: null }, params)))
  })
  test('on a Saturday worked for a holiday a village office has nobody until somebody is put on for that day', async () => {
    const week = async (login: string, day = '2026-10-05') =>
      must(await readRoster(parts, staff(login), input({}, {}, { week: day })))
    const { worked, shifts } = await week('zhongchuan')
    expect(worked.map(({ day }) => day)).toEqual([MAKE_UP])
    const empty = worked[0]!.empty
    const rostered = shifts.filter(({ kind, day }) => kind === 'duty' && day !== MAKE_UP)
    expect(empty.length).toBeGreaterThan(0)
    for (const { placeId } of empty) expect(rostered.some((one) => one.placeId === placeId)).toBe(true)
    // The station is manned by its own people, and a week with no such day says nothing.
    expect(empty.some(({ placeName }) => placeName.includes('工作站'))).toBe(false)
    expect((await week('zhongchuan', '2026-10-12')).worked).toEqual([])
    const { placeId } = empty[0]!
    const open = async () =>
      must(
        await nearPoints(
          { ...parts, clock: { now: () => instantAt(MAKE_UP, 600) } },
          citizen,
          asked({ q: empty[0]!.placeName.replace('公共法律服务工作室', ''), service: 'consultation' }),
        ),
      ).items.find(({ id }) => id === placeId)?.open
    // Far down the list, or beyond its end, because others are open.
    expect(await open()).not.toBe(true)
    const member = rostered.find((one) => one.placeId === placeId)!.memberId
    const line = {
      placeId,
      memberId: member,
      kind: 'duty',
      services: ['consultation'],
      weekday: 6,
      from: 540,
      to: 690,
      validFrom: MAKE_UP,
      validTo: MAKE_UP,
    }
    must(await saveLine(parts, staff('zhongchuan'), input(line, { id: randomUUID() })))
    expect((await week('zhongchuan')).worked[0]?.empty.map((one) => one.placeId)).not.toContain(placeId)
    expect(await open()).toBe(true)
  })
  test('a station keeps the team of its villages and of nobody else; a phone is kept and never shown', async () => {
    const entry = {
      name: '新来的',
      kind: 'liaison',
      placeId: (await placeOf('620171101204')).id,
      gender: null,
      languages: ['普通话'],
      specialties: [],
      qualifications: [{ name: '法律明白人证', number: 'A1', until: '2026-10-20' }],
      training: [],
      active: true,
      phone: '13900001234',
    }
    const saved = must(await saveMember(parts, staff('zhongchuan'), input(entry, { id: randomUUID() })))
    expect(saved).toMatchObject({ reachable: true, expiring: ['法律明白人证快到期（2026年10月20日）'] })
    expect(JSON.stringify(saved)).not.toContain('13900001234')
    expect(await saveMember(parts, staff('shuifu'), input(entry, { id: randomUUID() }))).toMatchObject({
      error: 'forbidden',
    })
  })
})

describe('a place', () => {
  test('closed on one day for a reason is closed for whoever looks, and hours that cannot be are refused', async () => {
    const place = await placeOf('620171104')
    const { id, ...rest } = must(await places(parts, staff('admin'))).items.find((one) => one.id === place.id)!
    const save = (exceptions: object[]) => savePlace(parts, staff('admin'), input({ ...rest, exceptions }, { id }))
    expect(await save([{ date: '2026-10-12', hours: [{ open: 700, close: 600 }], reason: '写反' }])).toMatchObject({
      error: 'malformed',
      fields: { exceptions: expect.any(String) as string },
    })
    must(await save([{ date: '2026-10-12', hours: [], reason: '停电' }]))
    const { days } = must(await readSlots(parts, citizen, input({}, { id }, { service: 'intake' })))
    expect(days.some(({ day }) => day === '2026-10-12')).toBe(false)
    expect(days.some(({ day }) => day === '2026-10-13')).toBe(true)
    must(await save([]))
  })
})
describe('a terminal', () => {
  test('keeps holidays like an office until it is entered as never closing; then it is open on one, at night, and in a year without notice', async () => {
    const place = await placeOf('kiosk-cinema')
    const { id, ...rest } = must(await places(parts, staff('admin'))).items.find((one) => one.id === place.id)!
    const ON_NATIONAL_DAY = { ...parts, clock: { now: () => instantAt(localDate('2026-10-01'), 23 * 60) } }
    const seen = async (now = ON_NATIONAL_DAY) =>
      must(await nearPoints(now, citizen, asked({ q: '芦井水村' }))).items.find((one) => one.id === id)
    expect(await seen()).toMatchObject({ open: false })
    const always = Array.from({ length: 7 }, () => [{ open: 0, close: 1440 }])
    must(await savePlace(parts, staff('admin'), input({ ...rest, hours: always, openOnHolidays: true }, { id })))
    expect(await seen()).toMatchObject({
      open: true,
      openText: '现在能用，全天不关',
      hoursText: '全天 24 小时，节假日也开',
    })
    expect(await seen({ ...parts, clock: { now: () => instantAt(localDate('2027-10-02'), 120) } })).toMatchObject({
      open: true,
    })
    const { now } = must(
      await readCoverage(
        parts,
        staff('zhuren'),
        input({}, {}, { week: '2026-10-05', minutes: 30, service: 'remote', tier: 'kiosk' }),
      ),
    )
    // Monday 5 October is within the holiday, three o'clock in the night
    expect(now.byHalfHour[6]).toBeGreaterThan(0)
    must(await savePlace(parts, staff('admin'), input(rest, { id })))
  })
})
describe('the list for one case', () => {
  test('is ordered as the district says; the officer reads by what', async () => {
    const { id } = await district.caseOf('何长生')
    const list = async () => must(await listCandidates(parts, staff('zhipai'), input({}, { id })))
    const now = must(await settings(parts, staff('admin')))
    expect((await list()).policy).toContain('精准指派')
    must(await saveSettings(parts, staff('admin'), input({ ...now, assignmentPolicy: 'rota' })))
    const rota = await list()
    expect(rota.policy).toContain('轮派')
    expect(rota.items.length).toBeGreaterThan(10)
    must(await saveSettings(parts, staff('admin'), input(now)))
  })
})
test('the circle as a table: its figures and every village', async () => {
  const outcome = must(await coverageReport(parts, staff('zhuren'), input({}, {}, { week: '2026-10-12', minutes: 30 })))
  const { table } = await parts.tables.read(new Uint8Array(outcome.file as Buffer))
  expect(table?.rows.map(({ cells }) => cells['村（社区）'])).toEqual(
    expect.arrayContaining(['名义覆盖', '有效覆盖', '芦井水村']),
  )
  expect(table?.rows.length).toBeGreaterThanOrEqual(106)
})
