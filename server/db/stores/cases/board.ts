import type { LocalDate, Instant } from '@fatong/law/calendar/dates.ts'
import type { SameDayStep, Status } from '@fatong/casework/vocabulary.ts'
import type { AccessContext } from '../../access.ts'
import { withAccess } from '../../postgres.ts'
import type { Connections } from '../../postgres.ts'
import { dayFigures, type DayFigures } from './day-figures.ts'

export interface WaitingFigures {
  step: SameDayStep
  waiting: number
  overdueTarget: number
  overdueLegal: number
}
export interface Board extends DayFigures {
  waiting: WaitingFigures[]
  recent: { at: Instant; caseId: string; number: string; type: string; status: Status; version: number }[]
}

/** Statuses in which one of the four steps may be awaited. */
const AWAITED: readonly Status[] = [
  'submitted',
  'supplementing',
  'verifying',
  'accepted',
  'provisional',
  'granted',
  'notified',
  'reassigning',
]

// While papers, a check elsewhere or the answer to a wish for another lawyer are awaited no promise runs; once it does, the step waits
// for us though the status is the same. What was late by law before it was stopped is counted as late, not as waiting (I9). Under provisional aid it is the lawyer that is awaited, and a passed limit of ours is no red.
const WAITING = `SELECT w.step, count(*) FILTER (WHERE s.status NOT IN ('supplementing', 'verifying') OR c.due_target IS NOT NULL)::int AS waiting, count(*) FILTER (WHERE c.due_target < $3)::int AS "overdueTarget",
  count(*) FILTER (WHERE c.due_statutory < $4 AND (c.status <> 'provisional' OR c.light = 'red'))::int AS "overdueLegal"
  FROM unnest($2::text[]) s(status), LATERAL (SELECT * FROM fatong.case_file f
    WHERE f.agency_id = $1 AND f.status = s.status AND (s.status NOT IN ('supplementing', 'verifying', 'reassigning') OR f.due_target IS NOT NULL
        OR (s.status <> 'reassigning' AND f.light = 'red'))
      AND (s.status <> 'provisional' OR f.lawyer_id IS NULL) ORDER BY f.next_due, f.id LIMIT 1000) c,
    LATERAL (SELECT CASE WHEN s.status = 'submitted' THEN 'accept' WHEN s.status = 'accepted' THEN 'decide' WHEN s.status NOT IN ('supplementing', 'verifying') THEN 'assign'
      WHEN c.steps #>> '{accept,doneAt}' IS NULL THEN 'accept' ELSE 'decide' END AS step) w GROUP BY w.step`

// Looks at the last positions only: somebody who sees none of them must not make the database search all history.
const RECENT = `SELECT (extract(epoch FROM e.at) * 1000)::float8 AS at, c.id AS "caseId", c.number, e.type, c.status, e.version
  FROM fatong.event e JOIN fatong.case_file c ON c.id = e.stream_id
  WHERE e.position > (SELECT last_value - 300 FROM fatong.event_position_seq) AND c.agency_id = $1 ORDER BY e.position DESC LIMIT 20`

/** The four same-days of an agency on one day, for staff. `waiting` holds the steps for which cases wait, and counts what runs out first, up to 1,000 a status. */
export function boards(
  connections: Connections,
): (access: AccessContext, agencyId: string, day: LocalDate, now: Instant) => Promise<Board> {
  const figuresOf = dayFigures(connections)
  return async (access, agencyId, day, now) => {
    const staff = access.kind === 'staff' || access.kind === 'system'
    const [figures, [waiting, recent]] = await Promise.all([
      staff ? figuresOf({ agencyId, day }) : NOTHING,
      withAccess(connections, access, ({ client }) =>
        Promise.all([
          client.query<WaitingFigures>(WAITING, [agencyId, AWAITED, new Date(now).toISOString(), day]),
          client.query<Board['recent'][number]>(RECENT, [agencyId]),
        ]),
      ),
    ])
    return { ...figures, waiting: waiting.rows, recent: recent.rows }
  }
}
const NOTHING: DayFigures = { steps: [], wholeChain: { finished: 0, sameDay: 0, excludedPaused: 0 } }
