import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, localDate } from '@fatong/law/calendar/dates.ts'
import { SAMPLE_OFFICE, type OfficeSettings } from '@fatong/law/calendar/office-hours.ts'
import type { HolidayTable } from '@fatong/law/calendar/working-days.ts'
import { servesAt } from '../coverage/serving.ts'
import { SERVICE_NAMES, TIER_NAMES, type Service } from '../coverage/vocabulary.ts'
import { hoursOfVisit, metAt, metOn, offeredAt, presenceOn, type Post, type Turn } from './presence.ts'
import { DAYS_SEEN, servicePlaces, type PostDay } from './week.ts'

/** Thursday and Friday are a holiday, the Saturday is worked for it. */
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
const [SUNDAY, SATURDAY, THURSDAY] = [6, 5, 3].map((ahead) => addDays(MONDAY, ahead)) as [
  typeof MONDAY,
  typeof MONDAY,
  typeof MONDAY,
]
const [MORNING, AFTERNOON] = [
  { open: 510, close: 720 },
  { open: 840, close: 1080 },
]
const CENTRE: Post = {
  tier: 'center',
  services: ['consultation', 'intake', 'remote', 'leaflets'],
  hours: SAMPLE_OFFICE,
}
const STATION: Post = { ...CENTRE, tier: 'station' }
const OFFICE: Post = { tier: 'office', services: ['consultation', 'remote', 'leaflets'], hours: SAMPLE_OFFICE }
const turn = (more: Partial<Turn> = {}): Turn => ({
  kind: 'duty',
  services: ['consultation'],
  ...MORNING,
  there: true,
  ...more,
})
const on = (post: Post, turns: readonly Turn[], service?: Service, day = MONDAY) =>
  presenceOn(post, day, turns, CALENDAR, service)

describe('somebody is away', () => {
  const away = [turn({ there: false }), turn({ ...AFTERNOON, there: false })]
  it('both lawyers of the centre on one day: nobody gives advice, applications are taken in all the same', () => {
    expect(on(CENTRE, away, 'consultation')).toMatchObject({ spans: [] })
    expect(on(CENTRE, away, 'consultation').room(600)).toBe(0)
    expect(on(CENTRE, away, 'intake').spans).toEqual([MORNING, AFTERNOON])
    const { place } = servicePlaces(
      'c',
      CENTRE,
      MONDAY,
      week((day) => (day === 0 ? away : [])),
      CALENDAR,
    )
    expect(servesAt(place, 600, { monday: MONDAY, calendar: CALENDAR }, 'consultation')).toBe(false)
    expect(servesAt(place, 1440 + 600, { monday: MONDAY, calendar: CALENDAR }, 'consultation')).toBe(true)
  })
  it('one of two: the other serves, alone', () => {
    const one = on(CENTRE, [turn({ there: false }), turn(), turn({ ...AFTERNOON, there: false })], 'consultation')
    expect(one.spans).toEqual([MORNING])
    expect([one.room(600), one.room(900)]).toEqual([1, 0])
  })
})

describe('a day without a line', () => {
  it('at a manned place: somebody is there as long as it is open, at each desk', () => {
    const { spans, room } = on(CENTRE, [], 'consultation')
    expect(spans).toEqual([MORNING, AFTERNOON])
    expect([room(600), room(750), on(STATION, [], 'consultation').room(600)]).toEqual([3, 0, 1])
  })
  it('at a village office: nobody, only what needs nobody', () => {
    expect(on(OFFICE, []).spans).toEqual([])
    expect(on(OFFICE, [], 'consultation').spans).toEqual([])
    expect(on(OFFICE, [], 'leaflets').spans).toEqual([MORNING, AFTERNOON])
  })
  it('a Saturday that is worked has no line of a weekday: the centre is manned without a roster, the village office has nobody', () => {
    expect(on(CENTRE, [], 'consultation', SATURDAY).spans).toEqual([MORNING, AFTERNOON])
    expect(on(OFFICE, [], undefined, SATURDAY).spans).toEqual([])
    const weekdays = week((day) => (day < 5 ? [turn()] : []))
    const { place } = servicePlaces('c', CENTRE, MONDAY, weekdays, CALENDAR)
    expect(servesAt(place, 5 * 1440 + 600, { monday: MONDAY, calendar: CALENDAR }, 'consultation')).toBe(true)
    expect(servesAt(place, 5 * 1440 + 750, { monday: MONDAY, calendar: CALENDAR }, 'consultation')).toBe(false)
  })
})

describe('what needs nobody', () => {
  it('is there while the door is open, unless a roster names it', () => {
    expect(on(OFFICE, [turn()], 'remote').spans).toEqual([MORNING, AFTERNOON])
    expect(on(OFFICE, [turn({ services: ['consultation', 'remote'] })], 'remote').spans).toEqual([MORNING])
    expect(on(OFFICE, [turn({ services: ['remote'], there: false })], 'remote').spans).toEqual([])
  })
  it('is not somebody', () => {
    expect(on({ ...STATION, services: ['remote', 'leaflets'] }, []).spans).toEqual([])
    expect(on({ ...STATION, tier: 'kiosk', services: ['remote'] }, []).spans).toEqual([MORNING, AFTERNOON])
  })
})

describe('a visiting day', () => {
  const visit = turn({ kind: 'visit', services: ['consultation', 'drafting'], open: 540, close: 720 })
  it('is held when the office is closed, with services the office has not', () => {
    expect(offeredAt(OFFICE, [visit])).toEqual(['consultation', 'remote', 'leaflets', 'drafting'])
    expect(on(OFFICE, [visit], 'drafting', SUNDAY).spans).toEqual([{ open: 540, close: 720 }])
    expect(on(OFFICE, [visit], undefined, SUNDAY).room(600)).toBe(1)
    expect(on(OFFICE, [visit], 'mediation', SUNDAY).spans).toEqual([])
    expect(on(OFFICE, [{ ...visit, there: false }], 'drafting', SUNDAY).spans).toEqual([])
  })
  it('is held on a Saturday that is worked, not on a public holiday', () => {
    expect(on(OFFICE, [visit], 'drafting', SATURDAY).spans).toEqual([{ open: 540, close: 720 }])
    expect(hoursOfVisit(visit, THURSDAY, CALENDAR)).toEqual([])
    const { visits } = servicePlaces(
      'o',
      OFFICE,
      MONDAY,
      week((day) => (day === 3 || day === 5 ? [visit] : [])),
      CALENDAR,
    )
    const held = (day: number) =>
      visits.some((one) => servesAt(one, day * 1440 + 600, { monday: MONDAY, calendar: CALENDAR }, 'drafting'))
    expect([0, 1, 2, 3, 4, 5, 6].filter(held)).toEqual([5])
  })
  it('does not make a roster of the place it is held in', () => {
    expect(on(STATION, [{ ...visit, there: false }], 'consultation').spans).toEqual([MORNING, AFTERNOON])
  })
})

describe('who meets whoever has an appointment', () => {
  const all: readonly Service[] = ['consultation', 'intake', 'drafting', 'mediation', 'remote']
  const met = (post: Post, turns: readonly Turn[], service: Service) =>
    metOn({ ...post, services: all }, MONDAY, turns, CALENDAR, service)
  it('centre and station by their own people; a talk by video at the centre alone', () => {
    expect(met(CENTRE, [], 'intake').spans).toEqual([MORNING, AFTERNOON])
    expect(met(CENTRE, [], 'remote').spans).toEqual([MORNING, AFTERNOON])
    expect(met(STATION, [], 'mediation').spans).toEqual([MORNING, AFTERNOON])
    expect(met(STATION, [], 'remote').spans).toEqual([])
  })
  it('a village office, a terminal and agencies beside us: only by a line that names the service', () => {
    for (const tier of ['office', 'kiosk', 'partner', 'workstation'] as const) {
      const post = { ...OFFICE, tier }
      for (const service of all) expect([tier, service, met(post, [], service).spans]).toEqual([tier, service, []])
      expect(met(post, [turn()], 'consultation')).toMatchObject({ spans: [MORNING] })
      expect(met(post, [turn()], 'remote').spans).toEqual([])
      expect(met(post, [turn({ services: ['remote'] })], 'remote').spans).toEqual([MORNING])
      expect(met(post, [turn({ services: ['remote'] })], 'remote').room(600)).toBe(1)
      expect(met(post, [turn({ there: false })], 'consultation').spans).toEqual([])
    }
  })
  it('a visitor, in the time of the visit', () => {
    const visit = turn({ kind: 'visit', services: ['drafting', 'remote'], open: 1110, close: 1230 })
    expect(met(OFFICE, [visit], 'drafting').spans).toEqual([{ open: 1110, close: 1230 }])
    expect(met(OFFICE, [visit], 'remote').spans).toEqual([{ open: 1110, close: 1230 }])
    expect(met({ ...OFFICE, tier: 'kiosk' }, [visit], 'consultation').spans).toEqual([])
  })
  it('what may be come for at all', () => {
    expect(metAt({ ...CENTRE, services: all }, [])).toEqual(all)
    expect(metAt({ ...STATION, services: all }, [])).toEqual(['consultation', 'intake', 'drafting', 'mediation'])
    expect(metAt({ tier: 'kiosk', services: ['consultation', 'remote'] }, [])).toEqual([])
    expect(metAt({ tier: 'partner', services: ['mediation'] }, [turn({ services: ['mediation'] })])).toEqual([
      'mediation',
    ])
    expect(
      metAt({ tier: 'partner', services: ['mediation'] }, [turn({ services: ['mediation'], there: false })]),
    ).toEqual([])
    expect(metAt({ tier: 'office', services: [] }, [turn({ kind: 'visit', services: ['drafting'] })])).toEqual([
      'drafting',
    ])
  })
})

describe('appointments take time away', () => {
  const booked = (times: number) =>
    week(
      () => [],
      (day) => (day === 0 ? Array.from({ length: times }, () => ({ open: 540, close: 570 })) : []),
    )
  const serves = (post: Post, days: readonly PostDay[], minute: number) =>
    servesAt(
      servicePlaces('p', post, MONDAY, days, CALENDAR).place,
      minute,
      { monday: MONDAY, calendar: CALENDAR },
      'consultation',
    )
  it('at a manned place without a roster when every desk has one', () => {
    expect([1, 2, 3].map((times) => serves(CENTRE, booked(times), 540))).toEqual([true, true, false])
    expect([539, 540, 569, 570].map((minute) => serves(STATION, booked(1), minute))).toEqual([true, false, false, true])
  })
  it('and of a visitor', () => {
    const visit = turn({ kind: 'visit', open: 540, close: 720 })
    const { visits } = servicePlaces(
      'o',
      OFFICE,
      MONDAY,
      week(
        (day) => (day === 0 ? [visit] : []),
        (day) => (day === 0 ? [{ open: 540, close: 570 }] : []),
      ),
      CALENDAR,
    )
    expect(
      [540, 570].map((minute) => servesAt(visits[0]!, minute, { monday: MONDAY, calendar: CALENDAR }, 'consultation')),
    ).toEqual([false, true])
  })
})

function week(
  turns: (day: number) => readonly Turn[],
  booked: (day: number) => PostDay['booked'] = () => [],
): PostDay[] {
  return Array.from({ length: DAYS_SEEN }, (_, day) => ({ turns: turns(day), booked: booked(day) }))
}

describe('finder and coverage', () => {
  const marks = fc
    .tuple(fc.integer({ min: 0, max: 47 }), fc.integer({ min: 1, max: 16 }))
    .map(([from, long]) => ({ open: from * 30, close: Math.min(1440, (from + long) * 30) }))
  const offered = fc.uniqueArray(fc.constantFrom(...SERVICE_NAMES), { minLength: 1, maxLength: 4 })
  const turns = fc.array(
    fc
      .record({
        kind: fc.constantFrom('duty' as const, 'visit' as const),
        services: offered,
        span: marks,
        there: fc.boolean(),
      })
      .map(({ span, ...rest }): Turn => ({ ...rest, ...span })),
    { maxLength: 3 },
  )
  const hours: fc.Arbitrary<OfficeSettings> = fc.oneof(
    fc.constant(SAMPLE_OFFICE),
    fc.constant({ ...SAMPLE_OFFICE, openOnHolidays: true }),
    marks.map(
      (span): OfficeSettings => ({
        ...SAMPLE_OFFICE,
        weekly: [[span], [], [span], [span], [], [span], []],
        makeUpDay: [span],
      }),
    ),
  )
  const posts = fc.record({
    tier: fc.constantFrom(...TIER_NAMES.filter((tier) => tier !== 'visit')),
    services: offered,
    hours,
  })
  const weeks = fc.array(fc.record({ turns, booked: fc.array(marks, { maxLength: 2 }) }), {
    minLength: DAYS_SEEN,
    maxLength: DAYS_SEEN,
  })
  const agrees = (
    post: Post,
    days: readonly PostDay[],
    compare: (finder: boolean, coverage: boolean) => boolean,
  ): boolean => {
    const { place, visits } = servicePlaces('p', post, MONDAY, days, CALENDAR)
    return days.slice(0, 7).every(({ turns: today }, day) =>
      [undefined, ...offeredAt(post, today)].every((service) => {
        const { spans, room } = presenceOn(post, addDays(MONDAY, day), today, CALENDAR, service)
        return Array.from({ length: 48 }, (_, half) => half * 30 + 10).every((minute) => {
          const found = spans.some(({ open, close }) => open <= minute && minute < close)
          return (
            found === room(minute) > 0 &&
            compare(
              found,
              [place, ...visits].some((one) =>
                servesAt(one, day * 1440 + minute, { monday: MONDAY, calendar: CALENDAR }, service),
              ),
            )
          )
        })
      }),
    )
  }
  it('agree at every place, service and half-hour, whoever is away', () => {
    fc.assert(
      fc.property(posts, weeks, (post, days) =>
        agrees(
          post,
          days.map(({ turns: all }) => ({ turns: all, booked: [] })),
          (finder, coverage) => finder === coverage,
        ),
      ),
      { numRuns: 80 },
    )
  })
  it('and where time is booked, coverage has nobody the finder has not', () => {
    fc.assert(
      fc.property(posts, weeks, (post, days) => agrees(post, days, (finder, coverage) => finder || !coverage)),
      { numRuns: 40 },
    )
  })
})
