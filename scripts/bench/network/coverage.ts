import { readFileSync } from 'node:fs'
import { localDate } from '@fatong/law/calendar/dates.ts'
import { SAMPLE_OFFICE } from '@fatong/law/calendar/office-hours.ts'
import type { DayHours, OfficeSettings } from '@fatong/law/calendar/office-hours.ts'
import { KNOWN_CALENDAR } from '@fatong/law/calendar/tables/known.ts'
import { applyEdit } from '@fatong/network/coverage/apply.ts'
import { coverageOf } from '@fatong/network/coverage/coverage.ts'
import type { Coverage } from '@fatong/network/coverage/coverage.ts'
import type { Edit } from '@fatong/network/coverage/edits.ts'
import type { ServicePlace, TimesTo, Village } from '@fatong/network/coverage/question.ts'
import type { LngLat } from '@fatong/network/geo/position.ts'
import { ESTIMATES, estimatedTimes } from '@fatong/network/travel/travel-times.ts'
import { chance } from './random.ts'

interface Spot extends LngLat {
  code: string
  town: boolean
}
interface Point {
  code: string
  lon: number
  lat: number
}

/** The villages of the sample district, each with an office, each town with a station, and one centre. */
function sampleDistrict(): Spot[] {
  const file = new URL('../../../server/seed/places.json', import.meta.url)
  const { towns } = JSON.parse(readFileSync(file, 'utf8')) as { towns: (Point & { villages: Point[] })[] }
  const spot =
    (town: boolean) =>
    ({ code, lon, lat }: Point): Spot => ({ code, lng: lon, lat, town })
  return towns.flatMap((town) => [spot(true)(town), ...town.villages.map(spot(false))])
}

/** A county of 2,000 villages on 70 by 60 km, every twentieth place a town. */
function county(): Spot[] {
  const random = chance(9)
  return Array.from({ length: 2_000 }, (_, at) => ({
    code: `C${at}`,
    lng: 103.3 + random() * 0.78,
    lat: 36.2 + random() * 0.54,
    town: at % 20 === 0,
  }))
}

const LONG_DAY: DayHours = [{ open: 510, close: 1080 }]
const EVERY_DAY: OfficeSettings = {
  ...SAMPLE_OFFICE,
  weekly: [LONG_DAY, LONG_DAY, LONG_DAY, LONG_DAY, LONG_DAY, LONG_DAY, LONG_DAY],
}

/** Each kind of edit made to the whole network; the slowest kind counts, each by the median of its runs (five in the district, `rounds`, at most three, in the county). */
export function measureCoverage(say: (line: string) => void, rounds: number): Record<string, number> {
  const district = sampleDistrict()
  const small = measureEdits(
    district,
    district.filter(({ town }) => !town),
    5,
  )
  say(
    `${small.villages} villages, ${small.places} places: whole ${small.wholeMs.toFixed(0)} ms, slowest edit ${small.editMs.toFixed(1)} ms (${small.slowest})`,
  )
  const spots = county()
  const large = measureEdits(spots, spots, Math.min(rounds, 3))
  say(
    `${large.villages} villages, ${large.places} places: whole ${large.wholeMs.toFixed(0)} ms, slowest edit ${large.editMs.toFixed(0)} ms (${large.slowest})`,
  )
  return {
    coverageEditMs: small.editMs,
    coverageWholeMs: small.wholeMs,
    coverageVillages: small.villages,
    countyEditMs: large.editMs,
    countyWholeMs: large.wholeMs,
    countyVillages: large.villages,
  }
}

function measureEdits(spots: readonly Spot[], villages: readonly Spot[], rounds: number) {
  const timesTo = (to: LngLat): TimesTo => ({
    car: estimatedTimes(villages, [to], ESTIMATES.car).seconds.cost,
    ebike: estimatedTimes(villages, [to], ESTIMATES.ebike).seconds.cost,
  })
  const place = (id: string, tier: ServicePlace['tier'], services: ServicePlace['services']): ServicePlace => ({
    id,
    tier,
    services,
    hours: SAMPLE_OFFICE,
  })
  const centre = spots.find(({ town }) => town)!
  const places = [
    {
      place: place('centre', 'center', ['consultation', 'intake', 'drafting', 'mediation', 'notary']),
      times: timesTo(centre),
    },
    ...spots.map((spot) => ({
      place: spot.town
        ? place(spot.code, 'station', ['consultation', 'intake', 'mediation'])
        : place(spot.code, 'office', ['consultation', 'leaflets']),
      times: timesTo(spot),
    })),
  ]
  const people = (at: number): Village['people'] => ({
    child: 150 + (at % 7) * 20,
    adult: 700 + (at % 11) * 60,
    elder: 260 + (at % 5) * 30,
    oldest: 20 + (at % 3),
  })
  const question = {
    villages: villages.map(({ code }, at) => ({ code, people: people(at) })),
    places,
    monday: localDate('2026-09-28'),
    calendar: KNOWN_CALENDAR,
    limitMinutes: 30,
    modeOf: { child: 'car', adult: 'car', elder: 'ebike', oldest: 'ebike' } as const,
  }
  const whole = timed(rounds, () => coverageOf(question))
  const elsewhere = timesTo({ lng: centre.lng + 0.1, lat: centre.lat + 0.05 })
  const edits: Edit[] = [
    { kind: 'changeHours', id: 'centre', hours: EVERY_DAY },
    { kind: 'movePlace', id: 'centre', times: elsewhere },
    { kind: 'closePlace', id: 'centre' },
    { kind: 'openPlace', place: place('new', 'station', ['consultation', 'intake', 'mediation']), times: elsewhere },
    {
      kind: 'addVisitingDay',
      id: 'visit',
      weekday: 2,
      hours: [{ open: 540, close: 720 }],
      services: ['consultation'],
      times: elsewhere,
    },
  ]
  const runs = edits.map((edit) => ({ kind: edit.kind, ms: timed(rounds, () => changed(whole.result, edit)).ms }))
  const slowest = runs.reduce((worst, run) => (run.ms > worst.ms ? run : worst))
  return {
    villages: villages.length,
    places: places.length,
    wholeMs: whole.ms,
    editMs: slowest.ms,
    slowest: slowest.kind,
  }
}

function changed(coverage: Coverage, edit: Edit): Coverage {
  const outcome = applyEdit(coverage, edit)
  if (outcome.outcome === 'refused') throw new Error(outcome.reason)
  return outcome.coverage
}

/** Median of the runs. */
function timed<T>(rounds: number, run: () => T): { ms: number; result: T } {
  const times: number[] = []
  let result!: T
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now()
    result = run()
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  return { ms: times[Math.floor(rounds / 2)]!, result }
}
