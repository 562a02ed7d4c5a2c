/** What if? One change of the network at a time; a scenario is a coverage with edits made to it. */
import type { DayHours, OfficeSettings } from '@fatong/law/calendar/office-hours.ts'
import type { WorkCalendar } from '@fatong/law/calendar/working-days.ts'
import { visitHours } from '../presence/visit-hours.ts'
import type { ServicePlace, TimedPlace, TimesTo } from './question.ts'
import type { Service } from './vocabulary.ts'
import { soundHours, soundOffice } from './week.ts'
import type { WeekSpans } from './week.ts'

/** A move and a new place bring the travel times from every village along: one search over the roads. */
export type Edit =
  | ({ kind: 'openPlace' } & TimedPlace)
  | { kind: 'closePlace'; id: string }
  | { kind: 'movePlace'; id: string; times: TimesTo }
  | { kind: 'changeHours'; id: string; hours: OfficeSettings }
  | { kind: 'changeStaff'; id: string; staffed: Partial<Record<Service, WeekSpans>> }
  | { kind: 'changeServices'; id: string; services: readonly Service[] }
  | ({ kind: 'addVisitingDay' } & Visit)

/** Somebody comes to a village on a day of the week (上门服务日); not on public holidays. */
export interface Visit {
  id: string
  /** 1 Monday to 7 Sunday. */
  weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7
  hours: DayHours
  services: readonly Service[]
  times: TimesTo
}

export const EDIT_REFUSALS = {
  unknownPlace: '没有这个服务点，可能已经撤销。请刷新后再试。',
  idTaken: '已经有这个编号的服务点。',
  badHours: '开放时间不对：每段要先开后关，在一天之内，不能重叠。',
  noServices: '至少要选一项服务。',
} as const
export type EditRefusal = keyof typeof EDIT_REFUSALS

/** The place as the edit leaves it; undefined where it is closed. */
export type Edited =
  | { outcome: 'edited'; id: string; after: TimedPlace | undefined }
  | { outcome: 'refused'; reason: EditRefusal }

export function edited(edit: Edit, find: (id: string) => TimedPlace | undefined, calendar: WorkCalendar): Edited {
  switch (edit.kind) {
    case 'openPlace':
      return added({ place: edit.place, times: edit.times }, find)
    case 'addVisitingDay':
      return soundHours(edit.hours)
        ? added({ place: visitingPlace(edit, calendar), times: edit.times }, find)
        : refused('badHours')
    case 'closePlace':
      return find(edit.id) === undefined
        ? refused('unknownPlace')
        : { outcome: 'edited', id: edit.id, after: undefined }
    case 'movePlace':
      return changed(edit.id, find, (timed) => ({ ...timed, times: edit.times }))
    case 'changeHours':
      return changed(edit.id, find, ({ place, times }) => ({ place: { ...place, hours: edit.hours }, times }))
    case 'changeStaff':
      return changed(edit.id, find, ({ place, times }) => ({ place: { ...place, staffed: edit.staffed }, times }))
    case 'changeServices':
      return changed(edit.id, find, ({ place, times }) => ({ place: { ...place, services: edit.services }, times }))
    default:
      return edit satisfies never
  }
}

const refused = (reason: EditRefusal): Edited => ({ outcome: 'refused', reason })

function checked(after: TimedPlace): Edited {
  if (!soundOffice(after.place.hours)) return refused('badHours')
  if (after.place.services.length === 0) return refused('noServices')
  return { outcome: 'edited', id: after.place.id, after }
}

const added = (timed: TimedPlace, find: (id: string) => TimedPlace | undefined): Edited =>
  find(timed.place.id) === undefined ? checked(timed) : refused('idTaken')

function changed(
  id: string,
  find: (id: string) => TimedPlace | undefined,
  how: (timed: TimedPlace) => TimedPlace,
): Edited {
  const before = find(id)
  return before === undefined ? refused('unknownPlace') : checked(how(before))
}

const visitingPlace = ({ id, weekday, hours, services }: Visit, calendar: WorkCalendar): ServicePlace => ({
  id,
  tier: 'visit',
  services,
  hours: visitHours(weekday, hours, calendar),
})
