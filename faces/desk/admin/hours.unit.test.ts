import { expect, it } from 'vitest'
import { clockTime, hoursText, minutesOf, spansOf, spansText } from './hours.ts'

it('names days with the same hours together', () => {
  const day = [
    { open: 510, close: 720 },
    { open: 840, close: 1080 },
  ]
  expect(hoursText([day, day, day, day, day, [], []])).toBe('周一至周五 08:30–12:00、14:00–18:00\n周六至周日 不开门')
})

it('reads and writes times; midnight at the end of a day fits a time field', () => {
  expect([clockTime(510), clockTime(1440), minutesOf('18:05'), minutesOf('')]).toEqual([
    '08:30',
    '23:59',
    1085,
    undefined,
  ])
})

it.each([
  ['09:00-12:00', [[540, 720]]],
  [
    '09:00–12:00、14:00-17:00',
    [
      [540, 720],
      [840, 1020],
    ],
  ],
  ['', []],
  ['关门', []],
  ['12:00-09:00', []],
] as const)('reads %s', (text, spans) => {
  const read = spans.map(([open, close]) => ({ open, close }))
  expect(spansOf(text)).toEqual(read)
  expect(spansOf(spansText(read))).toEqual(read)
})
