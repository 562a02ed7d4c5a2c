import type { LocalDate, Instant } from '@fatong/law/calendar/dates.ts'
import type { SameDayStep, Status } from '@fatong/casework/vocabulary.ts'
import type { AccessContext } from '../../access.ts'
import { withAccess } from '../../postgres.ts'
import type { Connections } from '../../postgres.ts'

export interface StepFigures { step: SameDayStep; done: number; sameDay: number; medianMinutes: number | null }
export interface WaitingFigures { status: Status; waiting: number; overdueTarget: number; overdueLegal: number }
export interface Board {
  steps: StepFigures[]
  waiting: WaitingFigures[]
  /** cases assigned on the day; how many went through all four steps on it; how many are left out because they paused */
  wholeChain: { finished: number; sameDay: number; excludedPaused: number }
  recent: { at: Instant; caseId: string; number: string; type: string; status: Status; version: number }[]
}

/** Statuses in which one of the four steps is awaited. */
const AWAITED: readonly Status[] = ['submitted', 'supplementing', 'accepted', 'verifying', 'provisional', 'granted', 'notified', 'reassigning']

const STEPS = `SELECT step, count(*)::int AS done, count(*) FILTER (WHERE same_day)::int AS "sameDay",
  percentile_disc(0.5) WITHIN GROUP (ORDER BY minutes)::int AS "medianMinutes"
  FROM fatong.step_done WHERE agency_id = $1 AND day = $2 GROUP BY step`

const CHAIN = `SELECT count(*) FILTER (WHERE NOT paused)::int AS finished, count(*) FILTER (WHERE NOT paused AND whole)::int AS "sameDay",
  count(*) FILTER (WHERE paused)::int AS "excludedPaused" FROM (
    SELECT bool_or(paused) AS paused, count(DISTINCT step) = 4 AND bool_and(same_day) AS whole
    FROM fatong.step_done WHERE agency_id = $1 AND day = $2 GROUP BY case_id HAVING bool_or(step = 'assign')) x`

const WAITING = `SELECT s.status, count(c.id)::int AS waiting, count(c.id) FILTER (WHERE c.due_target < $3)::int AS "overdueTarget",
  count(c.id) FILTER (WHERE c.due_statutory < $4)::int AS "overdueLegal"
  FROM unnest($2::text[]) s(status) LEFT JOIN LATERAL (SELECT * FROM fatong.case_file f
    WHERE f.agency_id = $1 AND f.status = s.status ORDER BY f.next_due, f.id LIMIT 1000) c ON true GROUP BY s.status`

// Looks at the last positions only: somebody who sees none of them must not make the database search all history.
const RECENT = `SELECT (extract(epoch FROM e.at) * 1000)::float8 AS at, c.id AS "caseId", c.number, e.type, c.status, e.version
  FROM fatong.event e JOIN fatong.case_file c ON c.id = e.stream_id
  WHERE e.position > (SELECT last_value - 300 FROM fatong.event_position_seq) AND c.agency_id = $1 ORDER BY e.position DESC LIMIT 20`

/** The four same-days of an agency on one day. `waiting` counts what runs out first, up to 1,000 a status. */
export async function board(connections: Connections, access: AccessContext, agencyId: string, day: LocalDate, now: Instant): Promise<Board> {
  return withAccess(connections, access, async ({ client }) => {
    const [steps, chain, waiting, recent] = await Promise.all([
      client.query<StepFigures>(STEPS, [agencyId, day]), client.query<Board['wholeChain']>(CHAIN, [agencyId, day]),
      client.query<WaitingFigures>(WAITING, [agencyId, AWAITED, new Date(now).toISOString(), day]), client.query<Board['recent'][number]>(RECENT, [agencyId]),
    ])
    return { steps: steps.rows, waiting: waiting.rows, wholeChain: chain.rows[0]!, recent: recent.rows }
  })
}
