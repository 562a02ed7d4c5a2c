import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { OfficeSettings } from '@fatong/law/calendar/office-hours.ts'
import type { WorkCalendar } from '@fatong/law/calendar/working-days.ts'
import type { ParameterSet } from '@fatong/law/parameters/parameters.ts'
import type { Refusal } from '../vocabulary.ts'
import type { Event } from './events.ts'
import type { CaseState } from './state.ts'
import type { Actor } from './types.ts'

/** What a decision needs besides the case and the command. `now` comes from outside, always. */
export interface Context {
  actor: Actor
  now: Instant
  calendar: WorkCalendar
  office: OfficeSettings
  parameters: ParameterSet
}

export type Decision = { ok: true; events: Event[] } | { ok: false; refusal: Refusal; data?: unknown }

/** True when a person has written something; spaces are nothing. */
export const said = (text: string | undefined): text is string => text !== undefined && text.trim() !== ''

export const happened = (...events: Event[]): Decision => ({ ok: true, events })
export const refuse = (refusal: Refusal, data?: unknown): Decision => ({
  ok: false,
  refusal,
  ...(data === undefined ? {} : { data }),
})

/** Runs `then` when the case stands in one of the statuses; says which were expected otherwise. */
export const inStatus = (state: CaseState, statuses: readonly CaseState['status'][], then: () => Decision): Decision =>
  statuses.includes(state.status) ? then() : refuse('wrongStatus', { status: state.status, expected: statuses })
