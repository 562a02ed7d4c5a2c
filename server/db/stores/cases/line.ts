import type { Instant, LocalDate } from '@fatong/law/calendar/dates.ts'
import type { MatterCode } from '@fatong/law/legal-aid/facts.ts'
import type { Status } from '@fatong/casework/vocabulary.ts'
import type { Light } from '../../rows.ts'

/** A case as lists show it. */
export interface CaseLine {
  id: string
  number: string
  kind: 'application' | 'notified'
  status: Status
  matter: MatterCode
  applicantName: string
  opponents: string
  placeId: string
  agencyId: string
  lawyerId: string | null
  lawyerName: string | null
  firmId: string | null
  submittedAt: Instant
  dueTarget: Instant | null
  dueStatutory: LocalDate | null
  nextDue: Instant
  light: Light
  objectionOpen: boolean
  /** under provisional aid, while papers are owed: since when (UR-4) */
  papersOwedSince: Instant | null
  updatedAt: Instant
  version: number
  /** messages to whoever looks that nobody on their side has opened; counted in queues only */
  unread?: number
}

export interface Page<T> {
  items: T[]
  next: string | null
}

const ms = (column: string, name: string) => `(extract(epoch FROM ${column}) * 1000)::float8 AS "${name}"`

/** Columns of a line, of a table named `c`. */
export const LINE = `c.id, c.number, c.kind, c.status, c.matter, c.applicant_name AS "applicantName", c.opponents, c.place_id AS "placeId",
  c.agency_id AS "agencyId", c.lawyer_id AS "lawyerId", c.lawyer_name AS "lawyerName", c.firm_id AS "firmId", c.light,
  c.due_statutory::text AS "dueStatutory", c.objection_open AS "objectionOpen", c.version,
  CASE WHEN c.status = 'provisional' AND c.state #>> '{provisional,formalitiesAt}' IS NULL THEN (c.state #>> '{provisional,at}')::float8 END AS "papersOwedSince",
  ${ms('c.submitted_at', 'submittedAt')}, ${ms('c.due_target', 'dueTarget')}, ${ms('c.next_due', 'nextDue')}, ${ms('c.updated_at', 'updatedAt')}`

/** Cuts a page of `limit` out of one row more than asked for. */
export function pageOf<T>(rows: T[], limit: number, cursorOf: (last: T) => string): Page<T> {
  if (rows.length <= limit) return { items: rows, next: null }
  const items = rows.slice(0, limit)
  return { items, next: cursorOf(items[items.length - 1]!) }
}

/** Cursors are opaque to callers: parts joined and written in base64url. */
export const writeCursor = (...parts: (string | number)[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url')

/** The parts of a cursor, or undefined for none and for one we never gave. */
export function readCursor(
  cursor: string | undefined,
  kinds: readonly ('string' | 'number')[],
): (string | number)[] | undefined {
  if (!cursor) return undefined
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (!Array.isArray(parts) || parts.length !== kinds.length) return undefined
    return parts.every((part, i) => typeof part === kinds[i]) ? (parts as (string | number)[]) : undefined
  } catch {
    return undefined
  }
}
export const isId = (text: unknown): text is string =>
  typeof text === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text)
