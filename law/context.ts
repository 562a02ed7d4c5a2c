/** What every rule is judged under besides the facts themselves. */
import type { LocalDate } from './calendar/dates.ts'
import type { WorkCalendar } from './calendar/working-days.ts'
import type { ParameterSet } from './parameters/parameters.ts'

export interface RuleContext {
  /** The day of application: figures and ages are taken as of this day, never as of today. */
  asOf: LocalDate
  parameters: ParameterSet
  calendar: WorkCalendar
}
