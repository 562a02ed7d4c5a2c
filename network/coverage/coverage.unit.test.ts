import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, localDate } from '@fatong/law/calendar/dates.ts'
import { hoursOn, SAMPLE_OFFICE } from '@fatong/law/calendar/office-hours.ts'
import type { DayHours, OfficeSettings } from '@fatong/law/calendar/office-hours.ts'
import type { HolidayTable } from '@fatong/law/calendar/working-days.ts'
import { applyEdit } from './apply.ts'
import { compare } from './compare.ts'
import { coverageOf } from './coverage.ts'
import type { Coverage } from './coverage.ts'
import type { Edit } from './edits.ts'
import { countsForAll, layerOf, LAYERS } from './layers.ts'
import { modesOf } from './question.ts'
import type { CoverageQuestion, ServicePlace, TimesTo, Village } from './question.ts'
import { isCertain, sharesOf, uncoveredAt, villagesOf } from './read.ts'
import { halfHoursAt, nominalAt } from './tally.ts'
import { AGE_GROUP_NAMES, helps, SERVICE_NAMES, SERVICES, TIER_NAMES } from './vocabulary.ts'
import type { Service } from './vocabulary.ts'
import { HALF_HOURS, mondayOf, WEEK_WORDS } from './week.ts'

/** A week with a holiday on Thursday and Friday and work on Saturday. */
const MONDAY = localDate('2026-09-28')
const CALENDAR: HolidayTable[] = [
  {
    year: 2026,
    source: 'test',
    level: '网',
    holidays: [localDate('2026-10-01'), localDate('2026-10-02')],
    makeUpWorkdays: [localDate('2026-10-03')],
  },
]
const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
const span = (open: string, close: string) => ({ open: minutes(open), close: minutes(close) })
const half = (day: number, time: string) => day * 48 + minutes(time) / 30

const village = (code: string, adult = 100): Village => ({ code, people: { child: 10, adult, elder: 30, oldest: 5 } })
const times = (...away: number[]): TimesTo => ({
  car: Float64Array.from(away, (minute) => minute * 60),
  ebike: Float64Array.from(away, (minute) => minute * 120),
})
const place = (id: string, more: Partial<ServicePlace> = {}): ServicePlace => ({
  id,
  tier: 'station',
  services: ['consultation'],
  hours: SAMPLE_OFFICE,
  ...more,
})
const question = (more: Partial<CoverageQuestion> = {}): CoverageQuestion => ({
  villages: [village('A'), village('B', 300)],
  places: [{ place: place('S'), times: times(10, 40) }],
  monday: MONDAY,
  calendar: CALENDAR,
  limitMinutes: 30,
  modeOf: { child: 'car', adult: 'car', elder: 'ebike', oldest: 'ebike' },
  ...more,
})

/** Which half-hours of a day are covered for the first village, as times of leaving. */
function leaving(coverage: Coverage, day: number, service: Service = 'consultation'): string[] {
  const left = (at: number) => uncoveredAt(coverage, at, { service }).includes('A')
  return Array.from({ length: 48 }, (_, at) => at)
    .filter((at) => !left(day * 48 + at))
    .map((at) => `${String(Math.floor(at / 2)).padStart(2, '0')}:${at % 2 ? '30' : '00'}`)
}
const through = (first: string, last: string) =>
  Array.from({ length: minutes(last) / 30 - minutes(first) / 30 + 1 }, (_, step) => {
    const at = minutes(first) + step * 30
    return `${String(Math.floor(at / 60)).padStart(2, '0')}:${at % 60 ? '30' : '00'}`
  })

describe('who is served', () => {
  it('leaves so that the service ends before lunch and before closing', () => {
    // Open 8:30-12 and 14-18, ten minutes away, twenty needed: 11:30 is just in time, 17:30 too.
    expect(leaving(coverageOf(question()), 0)).toEqual([...through('08:30', '11:30'), ...through('14:00', '17:30')])
    const longer = question({ places: [{ place: place('S', { services: ['mediation'] }), times: times(10, 40) }] })
    expect(leaving(coverageOf(longer), 0, 'mediation')).toEqual([
      ...through('08:30', '10:30'),
      ...through('14:00', '16:30'),
    ])
  })

  it('follows holidays, make-up days, exceptions and the roster', () => {
    const coverage = coverageOf(question())
    expect(leaving(coverage, 3)).toEqual([])
    expect(leaving(coverage, 5)).toEqual(leaving(coverage, 0))
    expect(leaving(coverage, 6)).toEqual([])
    const closed = { ...SAMPLE_OFFICE, exceptions: [{ date: MONDAY, hours: [], reason: '停电' }] }
    expect(
      leaving(coverageOf(question({ places: [{ place: place('S', { hours: closed }), times: times(10, 40) }] })), 0),
    ).toEqual([])
    const morningOnly = place('S', { staffed: { consultation: [span('09:00', '11:00')] } })
    expect(leaving(coverageOf(question({ places: [{ place: morningOnly, times: times(10, 40) }] })), 0)).toEqual(
      through('09:00', '10:30'),
    )
  })

  it('goes on over midnight where a place never closes, and into the Monday after', () => {
    const always: DayHours = [{ open: 0, close: 1440 }]
    const hours: OfficeSettings = {
      weekly: [always, always, always, always, always, always, always],
      makeUpDay: always,
      cutOffMinutes: 0,
      exceptions: [],
    }
    const coverage = coverageOf(
      question({
        calendar: [{ ...CALENDAR[0]!, holidays: [] }],
        places: [{ place: place('K', { tier: 'kiosk', hours }), times: times(10, 40) }],
      }),
    )
    expect(villagesOf(coverage, { tier: 'kiosk' })[0]).toEqual({ code: 'A', minutes: 10, halfHours: HALF_HOURS })
    // a screen is not somebody: it counts for itself
    expect(villagesOf(coverage)[0]).toMatchObject({ halfHours: 0 })
    expect(sharesOf(coverage, { service: 'consultation' }).effective).toBe(0)
  })

  it('leaflets on a shelf and a video with nobody beside it can be had, and are not somebody', () => {
    const coverage = coverageOf(
      question({ places: [{ place: place('S', { services: ['leaflets', 'remote'] }), times: times(10, 40) }] }),
    )
    expect(sharesOf(coverage, { service: 'leaflets' }).effective).toBeGreaterThan(0)
    expect(sharesOf(coverage, { service: 'remote' }).effective).toBeGreaterThan(0)
    expect(sharesOf(coverage)).toMatchObject({ nominal: 0, effective: 0 })
  })

  it('is near or not by the way of travelling of the age', () => {
    const coverage = coverageOf(question({ places: [{ place: place('S'), times: times(16, 40) }] }))
    expect(sharesOf(coverage, { age: 'adult' }).nominal).toBe(100 / 400)
    expect(sharesOf(coverage, { age: 'elder' }).nominal).toBe(0)
    expect(sharesOf(coverage).people).toBe(490)
  })

  it('is near at thirty minutes and no longer at thirty and a second', () => {
    const at = (seconds: number) =>
      coverageOf(
        question({
          places: [
            {
              place: place('S'),
              times: { car: Float64Array.of(seconds, Infinity), ebike: Float64Array.of(Infinity, Infinity) },
            },
          ],
        }),
      )
    expect(sharesOf(at(1800), { age: 'adult' }).nominal).toBe(0.25)
    expect(sharesOf(at(1801), { age: 'adult' }).nominal).toBe(0)
    expect(villagesOf(at(1801))[0]).toMatchObject({ halfHours: 0 })
  })

  it('says so when nobody has published the holidays of the week', () => {
    expect(isCertain(coverageOf(question()))).toBe(true)
    expect(isCertain(coverageOf(question({ monday: localDate('2026-12-28') })))).toBe(false)
    expect(mondayOf(localDate('2026-10-04'))).toBe(MONDAY)
  })
})

describe('what if', () => {
  const changed = (coverage: Coverage, edit: Edit) => {
    const outcome = applyEdit(coverage, edit)
    if (outcome.outcome === 'refused') throw new Error(outcome.reason)
    return outcome
  }

  it('a station stays open over lunch: the gain is seen side by side, and what was stays as it was', () => {
    const before = coverageOf(question())
    const noLunch: DayHours = [span('08:30', '18:00')]
    const { coverage: after, touched } = changed(before, {
      kind: 'changeHours',
      id: 'S',
      hours: { ...SAMPLE_OFFICE, weekly: [noLunch, noLunch, noLunch, noLunch, noLunch, [], []] },
    })
    expect(touched).toEqual([0])
    const { byTier, byService, villages } = compare(before, after)
    expect(byTier.station.nominal).toEqual({
      before: byTier.station.nominal.after,
      after: byTier.station.nominal.before,
    })
    expect(byTier.station.effective.after).toBeGreaterThan(byTier.station.effective.before)
    expect(byService.mediation.effective).toEqual({ before: 0, after: 0 })
    // Per day lunch gives 12:00 to 13:30 more, the morning's end and the afternoon's beginning stay: 4 half-hours on Monday to
    // Wednesday; Thursday and Friday are holidays and the Saturday follows its own hours.
    expect(villages).toEqual([{ code: 'A', minutes: { before: 10, after: 10 }, halfHours: { before: 60, after: 72 } }])
    expect(leaving(before, 0)).not.toContain('12:30')
    expect(leaving(after, 0)).toContain('12:30')
  })

  it('a visiting day covers a far village on that day, not on a holiday', () => {
    const visit = (weekday: 2 | 4 | 6): Edit => ({
      kind: 'addVisitingDay',
      id: 'V',
      weekday,
      hours: [span('09:00', '11:00')],
      services: ['consultation'],
      times: times(90, 2),
    })
    const tuesday = changed(coverageOf(question()), visit(2)).coverage
    expect(uncoveredAt(tuesday, half(1, '09:30'), { tier: 'visit' })).toEqual(['A'])
    expect(uncoveredAt(tuesday, half(2, '09:30'), { tier: 'visit' })).toEqual(['A', 'B'])
    expect(sharesOf(changed(coverageOf(question()), visit(4)).coverage, { tier: 'visit' }).effective).toBe(0)
    // A Saturday's visit is held on a Saturday that is worked too.
    expect(
      uncoveredAt(changed(coverageOf(question()), visit(6)).coverage, half(5, '09:30'), { tier: 'visit' }),
    ).toEqual(['A'])
  })

  it('refuses what cannot be, with the reason', () => {
    const coverage = coverageOf(question())
    const reasonOf = (edit: Edit) => {
      const outcome = applyEdit(coverage, edit)
      return outcome.outcome === 'refused' ? outcome.reason : outcome.outcome
    }
    expect(reasonOf({ kind: 'closePlace', id: 'X' })).toBe('unknownPlace')
    expect(reasonOf({ kind: 'openPlace', place: place('S'), times: times(1, 1) })).toBe('idTaken')
    expect(reasonOf({ kind: 'changeServices', id: 'S', services: [] })).toBe('noServices')
    expect(
      reasonOf({ kind: 'changeHours', id: 'S', hours: { ...SAMPLE_OFFICE, makeUpDay: [span('14:00', '12:00')] } }),
    ).toBe('badHours')
    expect(() => applyEdit(coverage, { kind: 'movePlace', id: 'S', times: times(1) })).toThrow(RangeError)
  })
})

// Hours by the minute, so that nothing of the shortcuts is shared with what is tested.
function servedWhole(
  question: CoverageQuestion,
  { hours, staffed }: ServicePlace,
  service: Service,
  arrival: number,
): boolean {
  for (let minute = arrival; minute < arrival + SERVICES[service].minimumMinutes; minute += 1) {
    const day = Math.floor(minute / 1440)
    const within = (list: DayHours, at: number) => list.some(({ open, close }) => open <= at && at < close)
    if (!within(hoursOn(addDays(question.monday, day), hours, question.calendar).hours, minute % 1440)) return false
    const roster = staffed?.[service]
    if (roster !== undefined && !within(roster, minute)) return false
  }
  return true
}

/** Every layer of the coverage, each village, half-hour and age asked one by one. */
function expectAsAsked(coverage: Coverage, question: CoverageQuestion): void {
  const covers = new Map(
    question.places.flatMap(({ place }) =>
      place.services.map((service) => [`${place.id} ${service}`, new Map<number, boolean>()]),
    ),
  )
  const served = (place: ServicePlace, service: Service, arrival: number) => {
    const known = covers.get(`${place.id} ${service}`)!
    if (!known.has(arrival)) known.set(arrival, servedWhole(question, place, service, arrival))
    return known.get(arrival)!
  }
  for (const service of [...SERVICE_NAMES, 'any'] as const) {
    for (const tier of [...TIER_NAMES, 'all'] as const) {
      const offers = question.places.flatMap(({ place, times }) =>
        place.tier === tier || (tier === 'all' && countsForAll(place.tier, service))
          ? place.services
              .filter((one) => one === service || (service === 'any' && helps(place.tier, one)))
              .map((one) => ({ place, times, one }))
          : [],
      )
      AGE_GROUP_NAMES.forEach((age, group) => {
        const mode = question.modeOf[age]
        const expected = new Float64Array(HALF_HOURS)
        let near = 0
        question.villages.forEach(({ people }, at) => {
          const reached = offers
            .map((offer) => ({ ...offer, minutes: Math.ceil(offer.times[mode]![at]! / 60) }))
            .filter((offer) => offer.minutes <= question.limitMinutes)
          if (reached.length > 0) near += people[age]
          for (let half = 0; half < HALF_HOURS && reached.length > 0; half += 1) {
            if (reached.some(({ place, one, minutes }) => served(place, one, half * 30 + minutes)))
              expected[half]! += people[age]
          }
        })
        const layer = layerOf(service, tier)
        expect(nominalAt(coverage.tally, layer, group)).toBe(near)
        expect(halfHoursAt(coverage.tally, layer, group).join()).toBe(expected.join())
      })
    }
  }
}

const VILLAGES = 4
const someHours = fc
  .array(fc.integer({ min: 0, max: 48 }), { minLength: 2, maxLength: 4 })
  .map((marks) => [...new Set(marks)].sort((a, b) => a - b))
  .map(
    (marks): DayHours =>
      marks.flatMap((open, at) =>
        at % 2 === 0 && at + 1 < marks.length ? [{ open: open * 30, close: marks[at + 1]! * 30 }] : [],
      ),
  )
const drawnOffices: fc.Arbitrary<OfficeSettings> = fc.record({
  weekly: fc.tuple(someHours, someHours, someHours, someHours, someHours, someHours, someHours),
  makeUpDay: someHours,
  cutOffMinutes: fc.constant(0),
  exceptions: fc.array(
    fc.record({
      date: fc.integer({ min: 0, max: 7 }).map((day) => addDays(MONDAY, day)),
      hours: someHours,
      reason: fc.constant(''),
    }),
    { maxLength: 2 },
  ),
})
// Some alike, because those are worked out together.
const offices = fc.oneof(fc.constant(SAMPLE_OFFICE), drawnOffices)
const away = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 2400 }), fc.constant(Infinity)), {
    minLength: VILLAGES,
    maxLength: VILLAGES,
  })
  .map((list) => Float64Array.from(list))
const anyTimes: fc.Arbitrary<TimesTo> = fc.record({ car: away, ebike: away })
const services = fc.oneof(
  fc.constant<Service[]>(['consultation']),
  fc.uniqueArray(fc.constantFrom(...SERVICE_NAMES), { minLength: 1, maxLength: 3 }),
)
const roster = fc.option(
  someHours.map((hours) => ({
    consultation: hours,
    mediation: hours.map(({ open, close }) => ({ open: open + 1440, close: close + 1440 })),
  })),
  { nil: undefined },
)
const ids = fc.constantFrom('a', 'b', 'c', 'd')
const places: fc.Arbitrary<ServicePlace> = fc
  .record({
    id: ids,
    tier: fc.oneof(fc.constant('station' as const), fc.constantFrom(...TIER_NAMES)),
    services,
    hours: offices,
    staffed: roster,
  })
  .map(({ staffed, ...rest }) => (staffed === undefined ? rest : { ...rest, staffed }))
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('openPlace' as const), place: places, times: anyTimes }),
  fc.record({ kind: fc.constant('closePlace' as const), id: ids }),
  fc.record({ kind: fc.constant('movePlace' as const), id: ids, times: anyTimes }),
  fc.record({ kind: fc.constant('changeHours' as const), id: ids, hours: offices }),
  fc.record({ kind: fc.constant('changeStaff' as const), id: ids, staffed: roster.map((one) => one ?? {}) }),
  fc.record({ kind: fc.constant('changeServices' as const), id: ids, services }),
  fc.record({
    kind: fc.constant('addVisitingDay' as const),
    id: ids,
    weekday: fc.constantFrom(1, 3, 4, 6, 7),
    hours: someHours,
    services,
    times: anyTimes,
  }),
)
const questions: fc.Arbitrary<CoverageQuestion> = fc
  .record({
    villages: fc
      .array(fc.record({ child: fc.nat(50), adult: fc.nat(500), elder: fc.nat(200), oldest: fc.nat(3) }), {
        minLength: VILLAGES,
        maxLength: VILLAGES,
      })
      .map((list): Village[] => list.map((people, at) => ({ code: String(at), people }))),
    places: fc
      .uniqueArray(places, { selector: ({ id }) => id, maxLength: 3 })
      .chain((list) => fc.tuple(...list.map((one) => anyTimes.map((times) => ({ place: one, times }))))),
    limitMinutes: fc.constantFrom(15, 30),
  })
  .map((drawn) => question(drawn))

/** As text: comparing hundreds of thousands of numbers one by one is what would take the time. */
const numbersOf = ({ tally, reach }: Coverage): string[] =>
  [tally.nominal, tally.effective, ...reach.flatMap(({ covered, nearest }) => [covered, nearest])].map((list) =>
    list.join(' '),
  )

describe('coverage in any district', () => {
  it('after any edits is what it would be worked out whole', () => {
    let made = 0
    fc.assert(
      fc.property(questions, fc.array(edits, { minLength: 1, maxLength: 6 }), (asked, list) => {
        let coverage = coverageOf(asked)
        for (const edit of list) {
          const outcome = applyEdit(coverage, edit)
          if (outcome.outcome === 'changed') {
            made += 1
            coverage = outcome.coverage
          }
        }
        const whole = coverageOf({
          ...asked,
          places: [...coverage.places.values()].map(({ place, times }) => ({ place, times })),
        })
        expect(numbersOf(coverage)).toEqual(numbersOf(whole))
      }),
      { numRuns: 150 },
    )
    expect(made).toBeGreaterThan(100)
  })

  it('is what asking each village at each half-hour gives', () => {
    fc.assert(
      fc.property(questions, (asked) => expectAsAsked(coverageOf(asked), asked)),
      { numRuns: 40 },
    )
  }, 60_000)

  it('has a bit for each half-hour and a layer for each service and tier', () => {
    const { reach, question: asked } = coverageOf(question())
    expect(reach[0]!.covered).toHaveLength(modesOf(asked).length * LAYERS * WEEK_WORDS)
    const layers = [...SERVICE_NAMES, 'any' as const].flatMap((service) =>
      [...TIER_NAMES, 'all' as const].map((tier) => layerOf(service, tier)),
    )
    expect([...layers].sort((a, b) => a - b)).toEqual([...layers.keys()])
    expect(layers).toHaveLength(LAYERS)
  })
})
