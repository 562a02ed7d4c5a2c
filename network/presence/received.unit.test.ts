import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, localDate } from '@fatong/law/calendar/dates.ts'
import { SAMPLE_OFFICE } from '@fatong/law/calendar/office-hours.ts'
import type { HolidayTable } from '@fatong/law/calendar/working-days.ts'
import type { Service } from '../coverage/vocabulary.ts'
import { metOn, type Post, type Turn } from './presence.ts'
import { roomFor, unmetVisits, type Visit } from './received.ts'

const MONDAY = localDate('2026-09-28')
const HOLIDAY = localDate('2026-10-01')
const CALENDAR: HolidayTable[] = [{ year: 2026, source: 'test', level: '网', holidays: [HOLIDAY], makeUpWorkdays: [] }]
const CENTRE: Post = { tier: 'center', services: ['consultation', 'intake', 'remote'], hours: SAMPLE_OFFICE }
const STATION: Post = { ...CENTRE, tier: 'station' }
const OFFICE: Post = { tier: 'office', services: ['consultation', 'remote'], hours: SAMPLE_OFFICE }
const turn = (more: Partial<Turn> = {}): Turn => ({
  kind: 'duty',
  services: ['consultation'],
  open: 510,
  close: 720,
  there: true,
  ...more,
})
let booked = 0
const visit = (id: string, more: Partial<Visit> = {}): Visit => ({
  id,
  service: 'consultation',
  from: 540,
  to: 570,
  placedAt: (booked += 1),
  ...more,
})
const unmet = (post: Post | undefined, turns: readonly Turn[], visits: readonly Visit[], day = MONDAY) =>
  Object.fromEntries(unmetVisits(post, day, turns, CALENDAR, visits))

describe('a visit that was booked', () => {
  it('is received while somebody of the roster comes, and not when the last of them is away', () => {
    expect(unmet(OFFICE, [turn()], [visit('a')])).toEqual({})
    expect(unmet(OFFICE, [turn({ there: false })], [visit('a')])).toEqual({ a: 'nobody' })
    expect(unmet(OFFICE, [turn({ there: false }), turn()], [visit('a')])).toEqual({})
  })
  it('needs somebody for what it was booked for, not for something else', () => {
    expect(
      unmet(CENTRE, [turn({ there: false })], [visit('a'), visit('b', { service: 'intake', from: 600, to: 630 })]),
    ).toEqual({ a: 'nobody' })
  })
  it('falls with the line that is taken out of the roster of a village, and not at a station, which is manned without one', () => {
    expect(unmet(OFFICE, [], [visit('a')])).toEqual({ a: 'nobody' })
    expect(unmet(STATION, [], [visit('a')])).toEqual({})
  })
  it('falls with the hours, with a single day on which the place is closed, and with the place', () => {
    const closed: Post = {
      ...STATION,
      hours: { ...SAMPLE_OFFICE, exceptions: [{ date: MONDAY, hours: [{ open: 840, close: 1080 }], reason: '停电' }] },
    }
    expect(unmet(closed, [], [visit('a'), visit('b', { from: 900, to: 930 })])).toEqual({ a: 'closed' })
    expect(unmet(STATION, [], [visit('a')], HOLIDAY)).toEqual({ a: 'closed' })
    expect(unmet(undefined, [], [visit('a')])).toEqual({ a: 'closed' })
    expect(unmet({ ...CENTRE, services: ['intake'] }, [], [visit('a')])).toEqual({ a: 'nobody' })
  })
  it('falls where the time ends before the visit does', () => {
    expect(unmet(OFFICE, [turn({ close: 560 })], [visit('a')])).toEqual({ a: 'nobody' })
  })
  it('of a visiting day stands or falls with who comes there, whatever the door says', () => {
    const evening = { kind: 'visit' as const, open: 1140, close: 1260 }
    const at = visit('a', { from: 1140, to: 1170 })
    expect(unmet(OFFICE, [turn(evening)], [at])).toEqual({})
    expect(unmet(OFFICE, [turn({ ...evening, there: false })], [at])).toEqual({ a: 'nobody' })
    expect(unmet(OFFICE, [turn(evening)], [at], HOLIDAY)).toEqual({ a: 'closed' })
  })
  it('by video falls when nobody of the roster that was made for it comes', () => {
    const remote = visit('a', { service: 'remote' })
    expect(unmet(OFFICE, [turn({ services: ['remote'] })], [remote])).toEqual({})
    expect(unmet(OFFICE, [turn({ services: ['remote'], there: false })], [remote])).toEqual({ a: 'nobody' })
    expect(unmet(OFFICE, [], [remote])).toEqual({ a: 'nobody' })
    expect(unmet(CENTRE, [], [remote])).toEqual({})
  })
  it('is left alone where the holidays of its year are not published', () => {
    expect(unmet(OFFICE, [], [visit('a')], localDate('2027-06-01'))).toEqual({})
    expect(unmet(undefined, [], [visit('a')], addDays(MONDAY, 300))).toEqual({ a: 'closed' })
  })
})

describe('fewer come than were booked', () => {
  const two = [turn(), turn()]
  it('whoever booked first keeps the time, in whatever order they are named', () => {
    const [first, second] = [visit('first'), visit('second')]
    expect(unmet(OFFICE, two, [second, first])).toEqual({})
    expect(unmet(OFFICE, [turn(), turn({ there: false })], [second, first])).toEqual({ second: 'crowded' })
  })
  it('a visit that falls takes no room of those who came later', () => {
    const [remote, later] = [visit('remote', { service: 'remote' }), visit('later')]
    expect(unmet(OFFICE, [turn()], [remote, later])).toEqual({ remote: 'nobody' })
  })
  it('somebody who leaves in the middle is not there the whole time', () => {
    const leaves = [turn(), turn({ close: 555 })]
    expect(roomFor(metOn(OFFICE, MONDAY, leaves, CALENDAR, 'consultation'), 540, 570)).toBe(1)
    expect(roomFor(metOn(OFFICE, MONDAY, leaves, CALENDAR, 'consultation'), 700, 730)).toBe(0)
  })
})

it('who is moved to a time has it since then: whoever held the only place for something else there is not told to stay away', () => {
  const turns = [turn(), turn(), turn({ services: ['consultation', 'intake'] })]
  const held = visit('held', { service: 'intake', placedAt: 20 })
  const moved = (placedAt: number) => unmet(STATION, turns, [visit('moved', { placedAt }), held])
  expect(moved(30)).toEqual({})
  expect(moved(10)).toEqual({ held: 'crowded' })
})

describe('whatever the roster', () => {
  const SERVICES: Service[] = ['consultation', 'intake', 'remote']
  const aTurn = fc.record({
    kind: fc.constantFrom('duty' as const, 'visit' as const),
    services: fc.subarray(SERVICES, { minLength: 1 }),
    open: fc.integer({ min: 16, max: 20 }).map((half) => half * 30),
    close: fc.integer({ min: 21, max: 26 }).map((half) => half * 30),
    there: fc.boolean(),
  })
  const wishes = fc.array(fc.tuple(fc.constantFrom(...SERVICES), fc.integer({ min: 16, max: 25 })), { maxLength: 12 })
  /** As times are given out: one after the other, while there is room. */
  const bookAll = (post: Post, turns: readonly Turn[], wanted: readonly (readonly [Service, number])[]): Visit[] => {
    const got: Visit[] = []
    for (const [nth, [service, half]] of wanted.entries()) {
      const [from, to] = [half * 30, half * 30 + 30]
      const room = roomFor(metOn(post, MONDAY, turns, CALENDAR, service), from, to)
      if (got.filter((one) => one.from < to && from < one.to).length < room)
        got.push({ id: String(nth), service, from, to, placedAt: nth })
    }
    return got
  }
  it('what was given out is received while nothing changes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(CENTRE, STATION, OFFICE),
        fc.array(aTurn, { maxLength: 4 }),
        wishes,
        (post, turns, wanted) => {
          expect(unmet(post, turns, bookAll(post, turns, wanted))).toEqual({})
        },
      ),
    )
  })
  it('and when people stay away, no time holds more visitors than can be received', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(CENTRE, STATION, OFFICE),
        fc.array(aTurn, { maxLength: 4 }),
        wishes,
        (post, turns, wanted) => {
          const visits = bookAll(post, turns, wanted)
          const fewer = turns.map((one, nth) => (nth % 2 === 0 ? { ...one, there: false } : one))
          const fallen = unmet(post, fewer, visits)
          for (const one of visits.filter(({ id }) => fallen[id] === undefined)) {
            const room = roomFor(metOn(post, MONDAY, fewer, CALENDAR, one.service), one.from, one.to)
            const before = visits.filter(
              (other) => fallen[other.id] === undefined && other.placedAt < one.placedAt && other.from === one.from,
            )
            expect(before.length).toBeLessThan(room)
          }
        },
      ),
    )
  })
})
