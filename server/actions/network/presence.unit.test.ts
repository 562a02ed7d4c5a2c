import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { addDays, instantAt, localDate } from '@fatong/law/calendar/dates.ts'
import { servesAt } from '@fatong/network/coverage/serving.ts'
import { SERVICE_NAMES, type Service } from '@fatong/network/coverage/vocabulary.ts'
import { whatIf } from './coverage.ts'
import { nearPoints } from './find-points.ts'
import { networkState } from './network-state.ts'
import { openAt, presence } from './presence.ts'
import { must, sampleInMemory } from './testing/sample-in-memory.ts'

/** A Monday like any other, ten o'clock. */
const MONDAY = localDate('2026-10-12')
const { parts, places, placeOf, roster, taken, staff, close } = sampleInMemory({
  now: instantAt(MONDAY, 600),
  team: true,
})
afterAll(close)
afterEach(() => {
  roster.leaves = []
  taken.length = 0
  for (const one of places) one.active = true
})
const asked = (query: object) => ({ params: {}, body: {}, query: { travel: 'ebike', ...query } }) as never
const near = async (query: object) =>
  must(await nearPoints(parts, { kind: 'anonymous', ip: '', userAgent: '' }, asked(query)))
const centre = placeOf('620171-center').id

describe('the nearest point in office hours', () => {
  test('is one whose way and whose hours are known: firms, committees and the like come last and tell one to call', async () => {
    const { items } = await near({ q: '芦井水村' })
    expect(items[0]).toMatchObject({ open: true })
    expect(items[0]?.minutes?.ebike).toBeGreaterThan(0)
    const ways = items.map(({ minutes }) => minutes !== null)
    expect(ways).toEqual([...ways].sort((a, b) => Number(b) - Number(a)))
    // Without the village offices the list is short enough to be seen whole.
    for (const one of places) one.active = one.kind !== 'office'
    const whole = (await near({ q: '芦井水村' })).items
    const others = whole.filter(({ kindText }) => !/公共法律服务|自助/.test(kindText))
    expect(whole.slice(-others.length)).toEqual(others)
    expect(new Set(others.map(({ kindText }) => kindText)).size).toBeGreaterThan(2)
    expect(others.length).toBeGreaterThan(4)
    expect(new Set(others.map(({ phone }) => phone === null)).size).toBe(2)
    expect(whole.some(({ terminal }) => terminal)).toBe(true)
    for (const { terminal, kindText } of whole) expect(terminal, kindText).toBe(kindText.includes('自助'))
    for (const one of others)
      expect(one).toMatchObject({
        open: null,
        opensAt: null,
        bookable: false,
        openText: one.phone === null ? '没有登记什么时候有人，请先打 12348 问' : '没有登记什么时候有人，请先打电话问',
        hoursText: '请先打电话问',
      })
  })
  test('without a start nobody is said to be there where nobody knows', async () => {
    for (const one of (await near({})).items) if (one.open === true) expect(one.kindText).toMatch(/公共法律服务|自助/)
  })
})

describe('a visiting day', () => {
  const visit = roster.lines.find(({ kind, weekday }) => kind === 'visit' && weekday === 6)!
  const at = (minute: number, day = localDate('2026-10-17')) =>
    near({ at: instantAt(day, minute), service: 'drafting' })
  test('is found when the office is closed, with what the office has not', async () => {
    const found = (await at(600)).items.find(({ id }) => id === visit.placeId)
    expect(found).toMatchObject({ open: true, openText: '现在有人，到 12:00', bookable: true })
    expect(found?.services).toEqual(expect.arrayContaining(['drafting', 'mediation', 'leaflets']))
    expect((await at(780)).items.find(({ id }) => id === visit.placeId)?.open ?? false).toBe(false)
  })
})

describe('finder and circle tell the same of the sample district', () => {
  /** Every place, service and half-hour of the day, as the two answer it. */
  async function differences(day: string): Promise<string[]> {
    const date = localDate(day)
    const monday = addDays(date, 1 - (new Date(`${day}T00:00:00Z`).getUTCDay() || 7))
    const [{ state, places }, there] = await Promise.all([
      networkState(parts, monday, { minutes: 30 }),
      presence(parts, date, 1),
    ])
    const offset = (instantAt(date, 0) - instantAt(monday, 0)) / 60_000
    const found = await Promise.all(
      [...places.values()].map(async (place) => {
        const own = state.places.filter(({ id }) => id === place.id || id.startsWith(`visit ${place.id} `))
        const wrong = await Promise.all(
          [undefined, ...SERVICE_NAMES].map(async (service: Service | undefined) => {
            const { spans } = await there.on(place, date, service)
            return Array.from({ length: 24 }, (_, half) => 480 + half * 30)
              .filter(
                (minute) =>
                  spans.some(({ open, close: end }) => open <= minute && minute < end) !==
                  own.some((one) => servesAt(one, offset + minute, state, service)),
              )
              .map((minute) => `${place.name} ${service ?? 'any'} ${minute}`)
          }),
        )
        return wrong.flat()
      }),
    )
    return found.flat()
  }
  test.each([
    ['a Monday', '2026-10-12'],
    ['a Wednesday with visits in the evening', '2026-10-14'],
    ['a Saturday with visits', '2026-10-17'],
    ['a Saturday that is worked', '2026-10-10'],
    ['a holiday', '2026-10-07'],
  ])('on %s', async (_, day) => {
    expect(await differences(day)).toEqual([])
  })
  test('when both lawyers of the centre are away: neither says that somebody is there', async () => {
    const lines = roster.lines.filter(({ placeId, weekday }) => placeId === centre && weekday === 1)
    expect(lines.length).toBeGreaterThan(1)
    roster.leaves = lines.map(
      ({ memberId }, at) =>
        ({ id: `leave ${at}`, memberId, from: MONDAY, to: MONDAY, reason: '病假' }) as (typeof roster.leaves)[number],
    )
    expect(await differences('2026-10-12')).toEqual([])
    const there = await presence(parts, MONDAY, 15)
    const at = (service: Service) => openAt(placeOf('620171-center'), instantAt(MONDAY, 600), there, service)
    expect(await at('consultation')).toMatchObject({ open: false, opensAt: instantAt(addDays(MONDAY, 1), 510) })
    expect(await at('intake')).toMatchObject({ open: true })
  })
})

test('appointments at every desk of a place without a roster take that time out of effective coverage', async () => {
  const station = placeOf('620171103').id
  const serves = async (id: string) => {
    const { state } = await networkState(parts, MONDAY, { minutes: 30 })
    return servesAt(state.places.find((one) => one.id === id)!, 600, state, 'intake')
  }
  const book = (placeId: string) => taken.push({ placeId, day: MONDAY, fromMinute: 600, toMinute: 630 })
  expect([await serves(station), await serves(centre)]).toEqual([true, true])
  book(station)
  book(centre)
  expect([await serves(station), await serves(centre)]).toEqual([false, true])
  book(centre)
  book(centre)
  expect(await serves(centre)).toBe(false)
})

describe('what if, where a roster says who is there', () => {
  const day = [
      { open: 510, close: 720 },
      { open: 840, close: 1200 },
    ],
    later = [day, day, day, day, day, [], []]
  const asks = { wish: { monday: MONDAY, minutes: 30, service: 'consultation' }, edits: [] as unknown[] }
  const tries = async (...edits: unknown[]) =>
    must(await whatIf(parts, staff('director'), { params: {}, query: {}, body: { ...asks, edits } } as never))
  const longer = { kind: 'hours', id: centre, weekly: later }
  test('longer hours alone change nothing, and the answer says why; with people on duty they count', async () => {
    const alone = await tries(longer)
    expect(alone.after.effective).toBe(alone.before.effective)
    expect(alone.notes).toEqual([
      '“兰州新区公共法律服务中心（法律援助中心）”的法律咨询、代写法律文书按排班有人：多开的时间没有排人，不算。可以再加一条“安排人值班”。',
    ])
    const manned = await tries(longer, { kind: 'staff', id: centre })
    expect(manned.after.effective).toBeGreaterThan(manned.before.effective)
    expect(manned.notes).toEqual([])
  })
  test('a new village office is counted as if people came, and the answer says so', async () => {
    const { notes } = await tries({
      kind: 'open',
      id: '5f0c5a52-0f8e-4b0e-9d0a-3f1f6a3b7c11',
      name: '新工作室',
      tier: 'office',
      services: ['consultation'],
      lng: 103.6,
      lat: 36.5,
    })
    expect(notes).toEqual([expect.stringContaining('按开门的时间都排了人算')])
  })
})
