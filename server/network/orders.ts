import type { WorkCalendar } from '@fatong/law/calendar/working-days.ts'
import type { LocalDate } from '@fatong/law/calendar/dates.ts'
import type { DayHours, OfficeSettings } from '@fatong/law/calendar/office-hours.ts'
import type { SharesChange } from '@fatong/network/coverage/compare.ts'
import type { EditRefusal } from '@fatong/network/coverage/edits.ts'
import type { ServicePlace, Village } from '@fatong/network/coverage/question.ts'
import type { AgeGroup, Service, Tier } from '@fatong/network/coverage/vocabulary.ts'
import type { Contour } from '@fatong/network/isochrone/contours.ts'
import type { LngLat } from '@fatong/network/geo/position.ts'
import type { Mode } from '@fatong/network/roads/profiles/profile.ts'
import type { Goal } from '@fatong/network/siting/goal.ts'

/** A place and a village as the engine takes them: with where they are (WGS84). */
export type LocatedPlace = ServicePlace & { at: LngLat }
export type LocatedVillage = Village & { at: LngLat }
export interface Selected {
  service?: Service
  tier?: Tier
  age?: AgeGroup
}

/** Everything coverage of one week depends on; the same state gives the same answer, so it is worked out once. */
export interface NetworkState {
  villages: readonly LocatedVillage[]
  places: readonly LocatedPlace[]
  monday: LocalDate
  calendar: WorkCalendar
  modeOf: Record<AgeGroup, Mode>
  limitMinutes: number
}
export type LocatedEdit =
  | { kind: 'openPlace'; place: LocatedPlace }
  | { kind: 'closePlace'; id: string }
  | { kind: 'movePlace'; id: string; at: LngLat }
  | { kind: 'changeHours'; id: string; hours: OfficeSettings }
  | { kind: 'changeStaff'; id: string; staffed: Record<string, never> }
  | { kind: 'changeServices'; id: string; services: readonly Service[] }
  | {
      kind: 'addVisitingDay'
      id: string
      weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7
      hours: DayHours
      services: readonly Service[]
      at: LngLat
    }

export interface SharesView {
  nominal: number
  effective: number
}
export interface View extends SharesView {
  people: number
  byHalfHour: number[]
  byTier: Record<string, SharesView>
  byService: Record<string, SharesView>
  byAge: Record<string, SharesView>
  villages: { code: string; minutes: number | null; halfHours: number; bits: string }[]
}
export type CoverageReply =
  | {
      outcome: 'answered'
      certain: boolean
      estimated: boolean
      now: View
      after?: View
      change?: SharesChange
      milliseconds: number
    }
  | { outcome: 'refused'; edit: number; reason: EditRefusal }

export interface SitingOrder {
  goal: Goal
  /** than are fixed and free today; fewer when negative */
  more: number
  mode: Mode
  limitMinutes: number
  seconds: number
  villages: readonly { at: LngLat; people: number }[]
  /** places that stay, and places that may be given up */
  fixed: readonly LngLat[]
  free: readonly LngLat[]
}
export interface SitingReply {
  outcome: 'sited' | 'impossible' | 'outOfTime'
  says: string
  /** people, places or minutes (`shortest`: of all people together), as the goal is */
  objective: number | null
  bound: number | null
  gap: number | null
  /** the goal's figure with the places of today; null where they do not serve everybody as the goal asks */
  today: number | null
  seconds: number
  estimated: boolean
  /** positions in `villages` of the new ones */
  sites: number[]
  /** positions in `free` */
  kept: number[]
  givenUp: number[]
  covered: { before: number; after: number; people: number }
  unreachable: number[]
}
export interface TimesReply<M extends Mode = Mode> {
  /** seconds from each start to each end by each way of travelling; null where no way leads */
  seconds: Record<M, (number | null)[][]>
  estimated: boolean
}

/** `assumed`: how often buses come is assumed, at least for some. `problem` as below. */
export interface BusReply {
  lines: number
  stops: number
  assumed: boolean
  problem: string | null
}

/** `problem` says in plain words why the file is of no use. */
export interface RoadsReply {
  ways: number
  nodes: number
  problem: string | null
}

/** Lines of equal travel time to the nearest of some places. */
export interface ContoursOrder {
  to: readonly LngLat[]
  mode: Mode
  minutes: readonly number[]
  villages: readonly LngLat[]
}
export interface ContoursReply {
  contours: Contour[]
  /** minutes from each village to the nearest of the places; null beyond the largest level or where nothing leads */
  minutes: (number | null)[]
  estimated: boolean
}

/** What the engine is asked. */
export type NetworkOrder =
  | { ask: 'coverage'; state: NetworkState; selected: Selected; edits: readonly LocatedEdit[] }
  | { ask: 'siting'; order: SitingOrder }
  | { ask: 'contours'; order: ContoursOrder }
  | { ask: 'times'; from: readonly LngLat[]; to: readonly LngLat[]; modes?: readonly Mode[] | undefined }
  | { ask: 'roads'; file: string }
  | { ask: 'bus'; file: string }

/** Coverage, siting and ways, worked out beside the thread that serves. Errors reject. */
export interface NetworkEngine {
  coverage(state: NetworkState, selected: Selected, edits?: readonly LocatedEdit[]): Promise<CoverageReply>
  siting(order: SitingOrder): Promise<SitingReply>
  contours(order: ContoursOrder): Promise<ContoursReply>
  /** By every way of travelling, or by those of `modes`. */
  times<M extends Mode = Mode>(
    from: readonly LngLat[],
    to: readonly LngLat[],
    modes?: readonly M[],
  ): Promise<TimesReply<M>>
  /** Whether a file holds roads, and how many. */
  roads(file: string): Promise<RoadsReply>
  /** Whether a file holds bus lines. */
  bus(file: string): Promise<BusReply>
  /** Roads were imported or removed: the engine starts anew with what is there. */
  refresh(): void
  close(): Promise<void>
}
