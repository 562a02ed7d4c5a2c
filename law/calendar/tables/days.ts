/** Writing a notice down as spans of days keeps a table readable beside the notice itself. */
import { addDays, localDate } from '../dates.ts'
import type { LocalDate } from '../dates.ts'

/** Every day from the first to the last, both included. */
export function span(first: string, last: string = first): LocalDate[] {
  const days: LocalDate[] = []
  const end = localDate(last)
  for (let day = localDate(first); day <= end; day = addDays(day, 1)) days.push(day)
  return days
}
