import { expect, it } from 'vitest'
import { localDate } from '@fatong/law/calendar/dates.ts'
import { endingLicences, endingText, type Licence } from './licences.ts'

const today = localDate('2026-11-29')
const paper = (until: string | null, name = '律师执业证'): Licence => ({
  name,
  number: '1',
  until: until === null ? null : localDate(until),
})

it.each([
  ['its last day is the thirtieth from today', [paper('2026-12-29')], 1],
  ['it ends a day later than that', [paper('2026-12-30')], 0],
  ['today is its last day', [paper('2026-11-29')], 1],
  ['it ended yesterday: that was told before', [paper('2026-11-28')], 0],
  ['it has no end', [paper(null)], 0],
  ['a certificate of training ends', [paper('2026-12-01', '调解培训证书')], 0],
  ['a new one stands for the old one', [paper('2026-12-01'), paper('2031-12-01')], 0],
  ['another paper goes on', [paper('2026-12-01'), paper(null, '法律职业资格证')], 1],
])('%s', (_what, papers, ending) => {
  expect(endingLicences(papers, today)).toHaveLength(ending)
})

it('says the day and how long it still holds', () => {
  const says = (until: string) => endingLicences([paper(until)], today).map((one) => endingText(one, today))
  expect(says('2026-12-20')).toEqual(['律师执业证12月20日（周日）到期，还有 21 天'])
  expect(says('2026-11-29')).toEqual(['律师执业证今天到期'])
})
