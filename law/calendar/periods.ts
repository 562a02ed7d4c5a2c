/**
 * When a legal period ends. One engine for every count-down; each procedure has its own named way of counting
 * (rule book DL-1 to DL-12).
 */
import {
  addDays,
  addMinutes,
  addMonths,
  instant,
  instantAt,
  lastDayOfMonth,
  localDateOf,
  minutesOfDay,
} from './dates.ts'
import type { Instant, LocalDate } from './dates.ts'
import { addWorkdays, rollForward } from './working-days.ts'
import type { FoundDay, WorkCalendar } from './working-days.ts'

/**
 * civil 民事程序与一般期间; criminalCustody 羁押期限; criminal 其他刑事期间; reconsideration 行政复议;
 * arbitration 劳动仲裁; legalAid 法律援助; clock 只按时钟.
 */
export const PERIOD_RULES = {
  civil: '民事程序与一般期间',
  criminalCustody: '刑事羁押期限',
  criminal: '其他刑事期间',
  reconsideration: '行政复议',
  arbitration: '劳动仲裁',
  legalAid: '法律援助',
  clock: '按时钟',
} as const
export type PeriodRule = keyof typeof PERIOD_RULES
type DayRule = Exclude<PeriodRule, 'clock'>

export type PeriodQuery = { amount: number; calendar: WorkCalendar } & (
  | { rule: DayRule; unit: 'day' | 'month' | 'year'; start: LocalDate | Instant }
  | { rule: 'criminal' | 'criminalCustody'; unit: 'halfMonth'; start: LocalDate | Instant }
  | { rule: PeriodRule; unit: 'hour'; start: Instant }
)

export interface PeriodEnd {
  /** The last day on which the act is in time, after rolling over days off. */
  lastDay: LocalDate
  /** The last day before rolling. Warning lights follow this one (DL-9), so that nobody leans on the extension. */
  unrolledDay: LocalDate
  /** The first instant that is too late: 24:00 of the last day, or the end of the hours. */
  endsAt: Instant
  /** False when a year without a holiday table was touched; the day given is then the earliest possible. */
  certain: boolean
}

/** `start` is the day or instant of the event, which itself is never counted (DL-1). */
export function periodEnd(query: PeriodQuery): PeriodEnd {
  if (query.unit === 'hour') return endOfHours(query.rule, query.start, query.amount)
  const start = typeof query.start === 'number' ? localDateOf(query.start) : query.start
  switch (query.unit) {
    case 'day':
      return countsWorkdays(query.rule, query.amount)
        ? endOfDay(addWorkdays(start, query.amount, query.calendar))
        : roll(query.rule, addDays(start, query.amount), query.calendar)
    case 'halfMonth': // DL-5: fifteen days each, whatever the month
      return roll(query.rule, addDays(start, 15 * query.amount), query.calendar)
    case 'month':
      return roll(query.rule, monthsAfter(query.rule, start, query.amount), query.calendar)
    case 'year':
      return roll(query.rule, monthsAfter(query.rule, start, query.amount * 12), query.calendar)
    default:
      return query satisfies never
  }
}

/** DL-6 and DL-7: which small numbers of days mean working days. */
const WORKDAY_AMOUNTS: Record<DayRule, readonly number[]> = {
  civil: [],
  criminalCustody: [],
  criminal: [],
  reconsideration: [3, 5, 7, 10],
  arbitration: [3, 5, 10],
  legalAid: [], // DL-8: the act says days, and since 2023 the procedure rules do too
}
const countsWorkdays = (rule: DayRule, amount: number): boolean => WORKDAY_AMOUNTS[rule].includes(amount)

/** DL-4; in criminal cases a period starting on a month's last day ends on a month's last day (刑诉解释 202). */
function monthsAfter(rule: DayRule, start: LocalDate, months: number): LocalDate {
  const end = addMonths(start, months)
  const criminal = rule === 'criminal' || rule === 'criminalCustody'
  return criminal && start === lastDayOfMonth(start) ? lastDayOfMonth(end) : end
}

function roll(rule: DayRule, day: LocalDate, calendar: WorkCalendar): PeriodEnd {
  // DL-3: nobody stays locked up because of a holiday.
  if (rule === 'criminalCustody') return endOfDay({ day, certain: true })
  return endOfDay(rollForward(day, calendar), day)
}

function endOfDay({ day, certain }: FoundDay, unrolledDay: LocalDate = day): PeriodEnd {
  return { lastDay: day, unrolledDay, endsAt: instantAt(addDays(day, 1), 0), certain }
}

/** DL-11: hours run by the clock, through nights and weekends. */
function endOfHours(rule: PeriodRule, start: Instant, hours: number): PeriodEnd {
  const endsAt = addMinutes(skipsStartingHour(rule) ? nextFullHour(start) : start, hours * 60)
  const lastDay = localDateOf(instant(endsAt - 1))
  return { lastDay, unrolledDay: lastDay, endsAt, certain: true }
}

const skipsStartingHour = (rule: PeriodRule): boolean =>
  rule === 'civil' || rule === 'criminal' || rule === 'criminalCustody'

const nextFullHour = (at: Instant): Instant => instantAt(localDateOf(at), (Math.floor(minutesOfDay(at) / 60) + 1) * 60)
