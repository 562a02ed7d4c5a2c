/** What every eligibility rule is given: what is known, for which day, under which local figures. */
import type { Answer } from '../answer.ts'
import type { LocalDate } from '../calendar/dates.ts'
import type { WorkCalendar } from '../calendar/working-days.ts'
import type { ParameterSet } from '../parameters/parameters.ts'
import type { FactKey, PartialFacts } from './facts.ts'

export interface AidContext {
  /** The day of application: figures and ages are taken as of this day. */
  asOf: LocalDate
  parameters: ParameterSet
  calendar: WorkCalendar
}
export interface AidInput extends AidContext {
  facts: PartialFacts
}
export type AidAnswer = Answer<FactKey>
