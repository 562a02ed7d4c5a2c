import { expect, it } from 'vitest'
import { instantAt, localDate, localDateOf, minutesOfDay, weekday } from '@fatong/law/calendar/dates.ts'
import { SAMPLE_OFFICE } from '@fatong/law/calendar/office-hours.ts'
import { KNOWN_CALENDAR } from '@fatong/law/calendar/tables/known.ts'
import { timetable } from './timetable.ts'

const law = { office: SAMPLE_OFFICE, calendar: KNOWN_CALENDAR }
const steps = [
  { day: 0, minute: 540 },
  { day: 0, minute: 660 },
  { day: 2, minute: 600 },
  { day: 7, minute: 900 },
]
const monday = localDate('2026-11-23')

it('works on days the office is open', () => {
  const at = timetable(steps, 16, instantAt(monday, 15 * 60), law)
  expect(at.map(localDateOf)).toEqual(['2026-11-06', '2026-11-06', '2026-11-09', '2026-11-13'])
  expect(at.every((one) => weekday(localDateOf(one)) <= 5)).toBe(true)
  expect(at.map(minutesOfDay)).toEqual([540, 660, 600, 900])
})

it.each([
  ['early in the morning', monday, 5],
  ['at midnight', monday, 0],
  ['on a Sunday night', localDate('2026-11-22'), 23 * 60 + 59],
  ['in a year without holiday notice', localDate('2031-03-01'), 700],
])('keeps all steps before now and in order, %s', (_, day, minute) => {
  const now = instantAt(day, minute)
  for (const daysAgo of [0, 1, 2, 5]) {
    const at = timetable(steps, daysAgo, now, law)
    expect(at.every((one) => one < now)).toBe(true)
    expect(at).toEqual([...at].sort((a, b) => a - b))
    expect(new Set(at).size).toBe(at.length)
  }
})
