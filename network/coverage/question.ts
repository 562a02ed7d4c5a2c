/** What coverage is asked about: places, villages, a week, and how long a way may be. */
import type { LocalDate } from '@fatong/law/calendar/dates.ts'
import type { OfficeSettings } from '@fatong/law/calendar/office-hours.ts'
import type { WorkCalendar } from '@fatong/law/calendar/working-days.ts'
import type { Mode } from '../roads/profiles/profile.ts'
import type { AgeGroup, Service, Tier } from './vocabulary.ts'
import type { WeekSpans } from './week.ts'

export interface ServicePlace {
  id: string
  tier: Tier
  services: readonly Service[]
  hours: OfficeSettings
  /**
   * When somebody who can do it is there and has time, in minutes of the week asked about: the roster less what is booked.
   * A service not named here is staffed whenever the place is open.
   */
  staffed?: Partial<Record<Service, WeekSpans>>
}

/** Seconds from each village (in the order of `villages`) to one place; Infinity where no road leads. */
export type TimesTo = Partial<Record<Mode, Float64Array>>

export interface TimedPlace {
  place: ServicePlace
  times: TimesTo
}

export interface Village {
  code: string
  /** Whole people, by age. */
  people: Record<AgeGroup, number>
}

export interface CoverageQuestion {
  villages: readonly Village[]
  places: readonly TimedPlace[]
  /** The Monday of the week. */
  monday: LocalDate
  calendar: WorkCalendar
  /** How each age gets about. */
  modeOf: Record<AgeGroup, Mode>
  /** 30 for the half-hour circle (半小时圈). Whole minutes. */
  limitMinutes: number
}

/** The ways of travelling that somebody uses, each once. */
export const modesOf = ({ modeOf }: Pick<CoverageQuestion, 'modeOf'>): Mode[] => [...new Set(Object.values(modeOf))]
