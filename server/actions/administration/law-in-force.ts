import { localDate } from '@fatong/law/calendar/dates.ts'
import type { DayHours, OfficeSettings } from '@fatong/law/calendar/office-hours.ts'
import { KNOWN_CALENDAR } from '@fatong/law/calendar/tables/known.ts'
import type { WorkCalendar } from '@fatong/law/calendar/working-days.ts'
import { GANSU_PARAMETERS } from '@fatong/law/parameters/gansu.ts'
import type { ParameterSet } from '@fatong/law/parameters/parameters.ts'
import type { StoredHolidayTable } from '../../db/stores/law-settings.ts'
import type { StoredPlace } from '../../db/stores/places.ts'
import type { Clock, LawInForce } from '../parts.ts'
import type { Stores } from '../../db/stores.ts'
import { isParameter, withReleased } from './released-parameters.ts'
import { OFFICE_SETTING, officeOf, readOffice } from './office-setting.ts'

/** What another process released is seen here after this long at most. */
const CACHED_MS = 5_000

/** The law's tables and figures as they are at this moment: those that ship with the product, and what was released since. */
export function lawInForce({ lawSettings, places }: Pick<Stores, 'lawSettings' | 'places'>, clock: Clock): LawInForce {
  const forget: (() => void)[] = []
  const kept = <T>(load: () => Promise<T>): (() => Promise<T>) => {
    let held: { at: number; value: Promise<T> } | undefined
    forget.push(() => {
      held = undefined
    })
    return () => {
      const now = clock.now()
      if (held && now - held.at < CACHED_MS && now >= held.at) return held.value
      const value = load()
      held = { at: now, value }
      value.catch(() => {
        held = undefined
      })
      return value
    }
  }
  const calendar = kept(
    async (): Promise<WorkCalendar> => [...KNOWN_CALENDAR, ...(await lawSettings.holidayTables()).map(readTable)],
  )
  const parameters = kept(
    async (): Promise<ParameterSet> =>
      withReleased(GANSU_PARAMETERS, (await lawSettings.parameters()).filter(isParameter)),
  )
  const offices = kept(async () => {
    const district = readOffice(await lawSettings.setting(OFFICE_SETTING))
    const byPlace = new Map<string, OfficeSettings>()
    for (const place of await places.all())
      byPlace.set(place.id, {
        ...officeOf(hoursOf(place) ?? district.weekly, district.cutOffMinutes),
        exceptions: exceptionsOf(place),
        openOnHolidays: place.openOnHolidays ?? false,
      })
    return { district: officeOf(district.weekly, district.cutOffMinutes), byPlace }
  })
  return {
    calendar,
    parameters,
    async office(placeId) {
      const { district, byPlace } = await offices()
      return byPlace.get(placeId) ?? district
    },
    refresh() {
      for (const one of forget) one()
    },
  }
}

const readTable = ({ year, source, holidays, makeUpWorkdays }: StoredHolidayTable) => ({
  year,
  source,
  level: '网' as const,
  holidays: holidays.map(localDate),
  makeUpWorkdays: makeUpWorkdays.map(localDate),
})

/** A place's own week; undefined when it keeps the district's hours. */
function hoursOf(place: StoredPlace): OfficeSettings['weekly'] | undefined {
  return Array.isArray(place.hours) && place.hours.length === 7
    ? (place.hours as DayHours[] as unknown as OfficeSettings['weekly'])
    : undefined
}

/** Single days on which a place is closed or has other hours. */
const exceptionsOf = ({ exceptions }: StoredPlace): OfficeSettings['exceptions'] =>
  Array.isArray(exceptions) ? (exceptions as OfficeSettings['exceptions']) : []
