import { expect, it } from 'vitest'
import { SAMPLE_OFFICE } from '@fatong/law/calendar/office-hours.ts'
import { hoursText } from './hours-text.ts'

const morning = [{ open: 540, close: 720 }]
it('joins days with the same hours', () => {
  expect(hoursText(SAMPLE_OFFICE)).toBe('周一至周五 08:30–12:00、14:00–18:00')
})
it('keeps days apart that differ or are interrupted', () => {
  expect(hoursText({ weekly: [morning, [], morning, morning, [{ open: 600, close: 660 }], [], []] })).toBe(
    '周一 09:00–12:00；周三至周四 09:00–12:00；周五 10:00–11:00',
  )
})
it('says to call where no day is open', () => {
  expect(hoursText({ weekly: [[], [], [], [], [], [], []] })).toBe('请先打电话问')
})
it('a terminal that never closes says so, and whether holidays close it', () => {
  const always = [{ open: 0, close: 1440 }]
  const weekly = [always, always, always, always, always, always, always] as const
  expect(hoursText({ weekly })).toBe('全天 24 小时')
  expect(hoursText({ weekly, openOnHolidays: true })).toBe('全天 24 小时，节假日也开')
  expect(hoursText({ ...SAMPLE_OFFICE, openOnHolidays: true })).toBe('周一至周五 08:30–12:00、14:00–18:00，节假日也开')
})
