import type { LocalDate } from '@fatong/law/calendar/dates.ts'
import type { SameDayStep } from '@fatong/casework/vocabulary.ts'
import { gatheredRead } from '../../gathered.ts'
import type { Connections } from '../../postgres.ts'

export interface StepFigures {
  step: SameDayStep
  done: number
  sameDay: number
  medianMinutes: number | null
}
export interface DayFigures {
  steps: StepFigures[]
  /** cases assigned on the day, without notified defence, which has only this step (rule book 2.4); how many kept all four promises, begun the evening before or not; how many are left out because they paused on any day */
  wholeChain: { finished: number; sameDay: number; excludedPaused: number }
}
interface Day {
  agencyId: string
  day: LocalDate
}
type Row = DayFigures & { agencyId: string; day: string }

/** Steps of one case taken together; most have all four on one day, so that only of the others more is read. */
const CHAIN = `bool_or(paused) AS paused, bool_and(same_day) AS kept, bit_or(CASE step WHEN 'apply' THEN 1 WHEN 'accept' THEN 2 WHEN 'decide' THEN 4 ELSE 8 END) AS steps`
const FIGURES = `SELECT w.agency AS "agencyId", w.day::text AS day, steps.all AS steps, chain.figures AS "wholeChain"
  FROM (SELECT DISTINCT agency, day FROM unnest($1::uuid[], $2::date[]) AS t (agency, day)) w,
    LATERAL (SELECT coalesce(json_agg(x), '[]') AS all FROM (
      SELECT step, count(*) AS done, count(*) FILTER (WHERE same_day) AS "sameDay", percentile_disc(0.5) WITHIN GROUP (ORDER BY minutes) AS "medianMinutes"
      FROM fatong.step_done WHERE agency_id = w.agency AND day = w.day GROUP BY step) x) steps,
    LATERAL (SELECT json_build_object('finished', count(*) FILTER (WHERE NOT paused), 'sameDay', count(*) FILTER (WHERE NOT paused AND kept AND steps = 15),
        'excludedPaused', count(*) FILTER (WHERE paused)) AS figures FROM (
      SELECT coalesce(ever.paused, today.paused) AS paused, coalesce(ever.kept, today.kept) AS kept, coalesce(ever.steps, today.steps) AS steps
      FROM (SELECT case_id, ${CHAIN} FROM fatong.step_done WHERE agency_id = w.agency AND day = w.day GROUP BY case_id HAVING bool_or(step = 'assign')) today,
        LATERAL (SELECT ${CHAIN} FROM fatong.step_done s WHERE today.steps <> 15 AND s.case_id = today.case_id) ever) x
      WHERE steps & 1 = 1) chain`

/**
 * What an agency finished on a day; times and counts without names, the same for all staff. Desks ask for it all at once
 * after every change: whoever comes while it is being counted shares the next count, which knows of the change.
 */
export function dayFigures(connections: Connections): (asked: Day) => Promise<DayFigures> {
  return gatheredRead<Day, Row, DayFigures>(connections, {
    name: 'day_figures',
    text: FIGURES,
    values: (asked) => [asked.map(({ agencyId }) => agencyId), asked.map(({ day }) => day)],
    pick(rows, { agencyId, day }) {
      const { steps, wholeChain } = rows.find((row) => row.agencyId === agencyId && row.day === day)!
      return { steps, wholeChain }
    },
  })
}
