import { expect, test } from 'vitest'
import { clockOf, momentOf, plainDay, stampOf, today } from './time.ts'

const now = Date.parse('2026-11-23T09:05:00+08:00')
test("hours are the district's, wherever the phone thinks it is", () => {
  expect(clockOf(Date.parse('2026-11-23T16:30:00Z'))).toBe('00:30')
  expect(today(Date.parse('2026-11-23T16:30:00Z'))).toBe('2026-11-24')
})
test('near days have names, far days a date and a weekday', () => {
  expect(momentOf(Date.parse('2026-11-23T18:00:00+08:00'), now)).toBe('今天 18:00')
  expect(momentOf(Date.parse('2026-11-24T09:00:00+08:00'), now)).toBe('明天 09:00')
  expect(momentOf(Date.parse('2026-11-30T09:00:00+08:00'), now)).toBe('11月30日（周一）09:00')
  expect(plainDay('2027-01-04', now)).toBe('2027年1月4日（周一）')
  expect(stampOf(now)).toBe('2026年11月23日（周一）09:05')
  expect(plainDay('下周', now)).toBe('下周')
})
