import type { z } from 'zod'
import type { deskTicket as oneRoute, deskTickets as listRoute } from '@fatong/contract/consultation/tickets.ts'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { StoredTicket, StoredTicketEvent } from '../../../db/stores/consultation-tickets.ts'
import { auditEntry } from '../../audit-entry.ts'
import { accessOf, type StaffCaller } from '../../caller.ts'
import type { InputOf } from '../../input.ts'
import { done, failed, type Outcome } from '../../outcome.ts'
import type { Parts } from '../../parts.ts'
import { cursorOf, readCursor } from '../cursor.ts'
import { mayMove, onDuty, readableTicket } from './on-duty.ts'
import { lightOf, lineOf, readThread } from './thread.ts'

const PAGE = 50

/** Questions that wait, what is promised first at the top; words are masked until somebody opens one. */
export async function deskTickets(
  parts: Parts,
  caller: StaffCaller,
  { query }: InputOf<typeof listRoute>,
): Promise<Outcome<z.infer<typeof listRoute.reply>>> {
  const right = onDuty(caller)
  if (!right.ok) return right
  const after = readCursor(query.cursor)
  if (after === 'malformed') return failed('malformed', { fields: { cursor: '请刷新列表' } })
  const access = accessOf(right.staff),
    now = parts.clock.now()
  const [rows, counts] = await Promise.all([
    parts.stores.tickets.list(access, {
      show: query.show,
      ...(query.topic ? { topic: query.topic } : {}),
      staffId: right.staff.staffId,
      ...(after ? { after } : {}),
      most: PAGE + 1,
    }),
    parts.stores.tickets.counts(access, right.staff.staffId, now),
  ])
  const shown = rows.slice(0, PAGE),
    last = shown.at(-1)
  const next =
    rows.length > PAGE && last
      ? cursorOf(query.show === 'answered' ? (last.answeredAt ?? last.pledgeAt) : last.pledgeAt, last.id)
      : null
  return done({ items: shown.map((ticket) => deskLine(ticket, right.staff, now)), next, counts })
}

/** The words as written. Reading them is kept in the access log. */
export async function deskTicket(
  parts: Parts,
  caller: StaffCaller,
  { params }: InputOf<typeof oneRoute>,
): Promise<Outcome<z.infer<typeof oneRoute.reply>>> {
  const found = await readableTicket(parts, caller, params.id)
  if (!found.ok) return found
  const { staff, ticket, onDuty } = found
  const access = accessOf(staff)
  const [events] = await Promise.all([
    parts.stores.tickets.events(access, ticket.id),
    parts.stores.oversight.add([
      auditEntry(parts, caller, { action: 'read', subjectKind: 'questionTicket', subjectId: ticket.id }),
    ]),
  ])
  return done({
    ...deskLine(ticket, staff, parts.clock.now()),
    thread: readThread(parts, ticket),
    events: events.map(eventLine),
    version: ticket.version,
    mayTake:
      onDuty &&
      (ticket.state === 'open' || (ticket.state === 'taken' && !mine(ticket, staff) && mayMove(staff, ticket))),
    mayAnswer: onDuty && ticket.state === 'taken' && mine(ticket, staff),
  })
}

const mine = (ticket: StoredTicket, staff: StaffCaller): boolean => ticket.takenBy === staff.staffId
const deskLine = (ticket: StoredTicket, staff: StaffCaller, now: Instant) => ({
  ...lineOf(ticket),
  urgent: ticket.urgent,
  takenByName: ticket.takenByName,
  mine: mine(ticket, staff),
  light: lightOf(ticket, now),
  rating: ticket.rating,
})

function eventLine({ type, actorName, at, data }: StoredTicketEvent): z.infer<typeof oneRoute.reply>['events'][number] {
  const { reason, note } = data as { reason?: string; note?: string }
  return {
    type: type as z.infer<typeof oneRoute.reply>['events'][number]['type'],
    actorName,
    at,
    note: reason ?? note ?? '',
  }
}
