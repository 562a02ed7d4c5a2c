import { expect, it } from 'vitest'
import { instantAt, localDate } from '@fatong/law/calendar/dates.ts'
import { SAMPLE_OFFICE } from '@fatong/law/calendar/office-hours.ts'
import { KNOWN_CALENDAR } from '@fatong/law/calendar/tables/known.ts'
import { dutyHours } from './duty-hours.ts'

const END = instantAt(localDate('2026-12-31'), 0)
const duty = (
  day: string,
  fromMinute: number,
  toMinute: number,
  more: { kind?: 'duty' | 'visit'; away?: boolean } = {},
) => ({
  day: localDate(day),
  memberId: more.away ? undefined : 'someone',
  line: { placeId: 'station', kind: more.kind ?? 'duty', fromMinute, toMinute },
})
const hours = (shifts: ReturnType<typeof duty>[], until = END, office = SAMPLE_OFFICE) =>
  dutyHours(shifts, new Map([['station', office]]), KNOWN_CALENDAR, until).get('station') ?? 0

it('counts what lies within the open hours, for each who is there', () => {
  expect(hours([duty('2026-11-23', 540, 690)])).toBe(2.5)
  expect(hours([duty('2026-11-23', 540, 690), duty('2026-11-23', 540, 690)])).toBe(5)
  expect(hours([duty('2026-11-23', 510, 1080)])).toBe(7.5) // lunch is closed
  expect(hours([duty('2026-11-23', 540, 690, { away: true })])).toBe(0)
})
it('nothing that is still to come: the rest of today, and the days after', () => {
  const month = [duty('2026-11-23', 540, 690), duty('2026-11-24', 540, 690), duty('2026-11-25', 540, 690)]
  expect(hours(month, instantAt(localDate('2026-11-24'), 600))).toBe(3.5)
  expect(hours(month, instantAt(localDate('2026-11-24'), 500))).toBe(2.5)
})
it('not on a holiday, nor on a single day on which the place was closed', () => {
  expect(hours([duty('2026-10-01', 540, 690)])).toBe(0)
  expect(
    hours([duty('2026-11-23', 540, 690)], END, {
      ...SAMPLE_OFFICE,
      exceptions: [{ date: localDate('2026-11-23'), hours: [], reason: '停电' }],
    }),
  ).toBe(0)
})
it('a visit in the evening or on a Saturday counts whole, on a holiday not', () => {
  expect(
    hours([duty('2026-11-25', 1110, 1230, { kind: 'visit' }), duty('2026-11-28', 540, 720, { kind: 'visit' })]),
  ).toBe(5)
  expect(hours([duty('2026-10-03', 540, 720, { kind: 'visit' })])).toBe(0)
})
