/** The last day to sue, appeal, arbitrate or ask for reconsideration, from what the person can tell us (rule book 5.8). */
import { statute } from '../../citation.ts'
import type { Citation } from '../../citation.ts'
import type { LocalDate } from '../../calendar/dates.ts'
import { periodEnd } from '../../calendar/periods.ts'
import type { PeriodEnd } from '../../calendar/periods.ts'
import type { WorkCalendar } from '../../calendar/working-days.ts'
import type { Facts } from '../facts.ts'

export type DeadlineSource = Exclude<Facts['deadlineFrom'], 'none'>

interface Limit {
  name: string
  end: (from: LocalDate, calendar: WorkCalendar) => PeriodEnd | LocalDate
  citations: readonly Citation[]
}

const days =
  (rule: 'civil' | 'criminal' | 'reconsideration', amount: number) =>
  (start: LocalDate, calendar: WorkCalendar): PeriodEnd =>
    periodEnd({ rule, unit: 'day', amount, start, calendar })

const LIMITS: Record<DeadlineSource, Limit> = {
  leftJob: {
    name: '申请劳动仲裁',
    end: (start, calendar) => periodEnd({ rule: 'civil', unit: 'year', amount: 1, start, calendar }),
    citations: [statute('laborArbitration', '27')],
  },
  awardServed: {
    name: '对仲裁裁决不服去法院起诉',
    end: days('civil', 15),
    citations: [statute('laborArbitration', '50')],
  },
  judgmentServed: { name: '民事上诉', end: days('civil', 15), citations: [statute('civilProcedure', '171')] },
  criminalJudgmentServed: {
    name: '刑事上诉',
    end: days('criminal', 10),
    citations: [statute('criminalProcedure', '230')],
  },
  administrativeAct: {
    name: '申请行政复议',
    end: days('reconsideration', 60),
    citations: [statute('reconsideration', '20')],
  },
  knownLastDay: { name: '您说的这件事', end: (day) => day, citations: [] },
}

/** `unrolledDay` is what the light follows: a holiday at the end is never counted on. */
export function limitationLastDay(
  source: DeadlineSource,
  from: LocalDate,
  calendar: WorkCalendar,
): { name: string; unrolledDay: LocalDate; citations: readonly Citation[] } {
  const limit = LIMITS[source]
  const end = limit.end(from, calendar)
  return {
    name: limit.name,
    unrolledDay: typeof end === 'string' ? end : end.unrolledDay,
    citations: limit.citations,
  }
}
