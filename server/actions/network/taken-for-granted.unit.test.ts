import { addDays, localDate } from '@fatong/law/calendar/dates.ts'
import { afterAll, expect, test } from 'vitest'
import { takenForGranted } from './coverage.ts'
import { networkState } from './network-state.ts'
import { sampleInMemory } from './testing/sample-in-memory.ts'

const MONDAY = localDate('2026-10-12')
const here = sampleInMemory({ team: true })
afterAll(() => here.close())
const STATION = here.placeOf('620171101')
const VILLAGE = here.placeOf('620171101204')
const longer = (id: string) => [{ kind: 'hours' as const, id, weekly: undefined }] as never
const notes = async (id: string) => takenForGranted(longer(id), await networkState(here.parts, MONDAY, { minutes: 30 }))

test('a time that is booked up is no roster: nothing is said of who is on duty', async () => {
  here.roster.lines = here.roster.lines.filter(({ placeId }) => placeId !== STATION.id)
  here.taken.push({ placeId: STATION.id, day: addDays(MONDAY, 1), fromMinute: 540, toMinute: 570 })
  const { state } = await networkState(here.parts, MONDAY, { minutes: 30 })
  expect(state.places.find(({ id }) => id === STATION.id)?.staffed?.consultation).toBeDefined()
  expect(await notes(STATION.id)).toEqual([])
})
test('where a roster says who comes, longer hours alone bring nobody, booked or not', async () => {
  expect(await notes(VILLAGE.id)).toEqual([expect.stringMatching(/法律咨询.*按排班有人/)])
  here.roster.lines = [
    {
      id: 'line',
      placeId: STATION.id,
      memberId: 'somebody',
      kind: 'duty',
      services: ['consultation'],
      weekday: 2,
      fromMinute: 540,
      toMinute: 660,
      validFrom: localDate('2026-10-01'),
      validTo: null,
    },
  ]
  expect(await notes(STATION.id)).toEqual([
    '“中川镇公共法律服务工作站”的法律咨询按排班有人：多开的时间没有排人，不算。可以再加一条“安排人值班”。',
  ])
})
