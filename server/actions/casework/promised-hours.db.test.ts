import { afterAll, beforeAll, expect, test } from 'vitest'
import { instantAt, localDate } from '@fatong/law/calendar/dates.ts'
import type { StoredPlace } from '../../db/stores/places.ts'
import { testDistrict, type TestDistrict } from '../../seed/testing/district.ts'
import { places, savePlace } from '../administration/places.ts'
import { readCasePage } from '../desk/read-case.ts'
import { input } from '../testing/test-parts.ts'
import { sameDaySteps } from './agency.ts'

let district: TestDistrict
beforeAll(async () => {
  district = await testDistrict()
}, 120_000)
afterAll(() => district.close())

const clocks = async (id: string) => {
  const page = await readCasePage(district.parts, district.cast.byLogin('shouli'), input({ params: { id } }))
  if (!page.ok) throw new Error(page.error)
  return page.value.clocks
}

test('the promise of the day follows the hours of the centre, which keeps it, not those of the village where it was put down', async () => {
  const { parts, cast } = district
  const { id, placeId } = await district.caseOf('张秀英')
  const before = await clocks(id)
  expect(before.some(({ target }) => target !== null && target !== undefined)).toBe(true)
  const listed = await places(parts, cast.byLogin('admin'))
  const put = listed.ok ? listed.value.items.find((one) => one.id === placeId) : undefined
  expect(put?.kind).not.toBe('center')
  const { id: _id, ...body } = put!
  const tuesdays: StoredPlace['hours'] = [[], [{ open: 540, close: 720 }], [], [], [], [], []]
  expect(
    await savePlace(
      parts,
      cast.byLogin('admin'),
      input({ params: { id: placeId }, body: { ...body, hours: tuesdays } as never }),
    ),
  ).toMatchObject({ ok: true })
  expect(await clocks(id)).toEqual(before)
})

test('minutes of a step begin when the office does', async () => {
  const { parts } = district
  const [calendar, office] = await Promise.all([parts.law.calendar(), parts.law.office('')])
  const monday = localDate('2026-11-23')
  const state = {
    agencyId: 'a',
    steps: {
      accept: {
        startedAt: instantAt(localDate('2026-11-20'), 20 * 60),
        doneAt: instantAt(monday, 9 * 60),
        paused: false,
      },
    },
  }
  expect(sameDaySteps('c', null, state as never, { calendar, office })).toMatchObject([
    { step: 'accept', day: monday, minutes: 30, sameDay: true },
  ])
})
