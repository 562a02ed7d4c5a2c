/** The three days that go with a last one (rule book 5.8): itself, a wise one before it, and from when it is urgent. */
import { addDays, later } from '../calendar/dates.ts'
import type { LocalDate } from '../calendar/dates.ts'
import type { PeriodEnd } from '../calendar/periods.ts'
import type { NamedDay } from './calculation.ts'

/** So many days before the last one it is wise to act, and fewer than so many make it urgent (rule book 5.8, UR-1). */
export const AHEAD_DAYS = 7

/** `earliest`: no day before it is named, be it today or the day on which the period begins. */
export function namedDays(
  { lastDay, unrolledDay }: Pick<PeriodEnd, 'lastDay' | 'unrolledDay'>,
  earliest: LocalDate,
  missed: string,
): NamedDay[] {
  return [
    { name: '最后一天', day: lastDay, says: missed },
    {
      name: '最好这天前交',
      day: later(addDays(unrolledDay, -AHEAD_DAYS), earliest),
      says: '提前7天，材料有差错还来得及补',
    },
    {
      name: '从这天起可以先派律师',
      day: addDays(unrolledDay, 1 - AHEAD_DAYS),
      says: '剩不到7天了，法律援助可以先派律师、后补手续',
    },
  ]
}
