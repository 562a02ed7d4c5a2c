import { addDays, daysBetween, partsOf, type LocalDate } from '@fatong/law/calendar/dates.ts'
import { formatDate } from '@fatong/law/calendar/wording.ts'

/** How long before its end a paper is spoken of. */
export const SOON_DAYS = 30
/** Papers without which nobody may take a case; a certificate of training that ends stops nothing. */
export const LICENCE = /执业|资格/

export interface Licence {
  name: string
  number: string
  until: LocalDate | null
}
export type Ending = Licence & { until: LocalDate }

/** Licences whose last day is today or within thirty days, and that no later one of the same name stands for. */
export function endingLicences(all: readonly Licence[], today: LocalDate): Ending[] {
  const soon = addDays(today, SOON_DAYS)
  const ends = (one: Licence): one is Ending => one.until !== null && one.until >= today && one.until <= soon
  const goesOn = ({ name }: Ending) =>
    all.some((other) => other.name === name && (other.until === null || other.until > soon))
  return all.filter(ends).filter((one) => LICENCE.test(one.name) && !goesOn(one))
}

/** 律师执业证12月20日（周日）到期，还有 21 天 */
export function endingText({ name, until }: Ending, today: LocalDate): string {
  const left = daysBetween(today, until)
  return left === 0 ? `${name}今天到期` : `${name}${formatDate(until, partsOf(today).year)}到期，还有 ${left} 天`
}
