import { expect, it } from 'vitest'
import { instantAt, localDate } from '@fatong/law/calendar/dates.ts'
import { SAMPLE_CASES } from './cases.ts'
import { testDistrict } from './testing/district.ts'

/** Whoever starts the service for the first time does so when they like. */
it.each([
  ["just after midnight on New Year's Day", '2026-01-01', 2],
  ['on the last night of a long holiday', '2026-10-07', 23 * 60 + 58],
  ['in a year without holiday notice', '2031-02-28', 7 * 60],
])('loads %s', async (_, day, minute) => {
  const district = await testDistrict(instantAt(localDate(day), minute))
  try {
    const reached = await Promise.all(
      SAMPLE_CASES.map(async ({ name, until }) => ({ name, until, status: (await district.caseOf(name)).status })),
    )
    expect(reached.filter(({ until, status }) => (until === 'objection' ? 'refused' : until) !== status)).toEqual([])
  } finally {
    await district.close()
  }
})
