import { expect, test } from 'vitest'
import { Day, IdNumber } from './values.ts'

test.each(['2026-02-30', '2025-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '0000-01-01'])(
  '%s is no day of the calendar',
  (day) => {
    const read = Day.safeParse(day)
    expect(read.success).toBe(false)
    expect(read.error?.issues[0]?.message).toBe('日历上没有这一天，请核对')
  },
)
test.each(['2026-2-3', '20260203', '今天', ''])('%s is not written as a day', (day) => {
  expect(Day.safeParse(day).error?.issues[0]?.message).toBe('日期写成 2026-11-23 的样子')
})
test.each(['2026-11-23', '2024-02-29', '0001-01-01'])('%s is a day', (day) => {
  expect(Day.parse(day)).toBe(day)
})

test('an identity number is read as typed, and asked for again when its birthday is none', () => {
  expect(IdNumber.parse(' 11010519491231002x ')).toBe('11010519491231002X')
  const thirtiethOfFebruary = [...'0123456789X'].map((last) => `62012219700230002${last}`)
  for (const id of thirtiethOfFebruary)
    expect(IdNumber.safeParse(id).error?.issues[0]?.message).toBe('身份证号不对，请对照身份证再看一遍')
})
