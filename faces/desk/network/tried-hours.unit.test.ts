import { expect, it } from 'vitest'
import { longer, sameWeek } from './tried-hours.ts'

const WEEK = Array.from({ length: 7 }, (_, day) =>
  day < 5
    ? [
        { open: 510, close: 720 },
        { open: 840, close: 1080 },
      ]
    : [],
)
it('an evening is added to the last span of working days and to no other', () => {
  expect(longer(WEEK, 'later')[0]).toEqual([
    { open: 510, close: 720 },
    { open: 840, close: 1200 },
  ])
  expect(longer(WEEK, 'later')[5]).toEqual([])
})
it('a Saturday morning is added where Saturday is closed; longer hours are never made shorter', () => {
  expect(longer(WEEK, 'saturday')[5]).toEqual([{ open: 540, close: 720 }])
  const kiosk = Array.from({ length: 7 }, () => [{ open: 420, close: 1320 }])
  expect(sameWeek(longer(kiosk, 'later'), kiosk) && sameWeek(longer(kiosk, 'saturday'), kiosk)).toBe(true)
})
