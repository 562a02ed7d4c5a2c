import type { Role } from '@fatong/casework/vocabulary.ts'
import type { StoredTicket } from '../../../db/stores/consultation-tickets.ts'
import { accessOf, holdsRole, type StaffCaller } from '../../caller.ts'
import { failed, type Failed } from '../../outcome.ts'
import type { Parts } from '../../parts.ts'
import { looksAfterAnswers } from '../quality/may.ts'

/** The pool: duty lawyers, grassroots legal workers, and the desk itself. */
const DUTY: readonly Role[] = ['lawyer', 'grassrootsLegalWorker', 'clerk', 'director']

export function onDuty(caller: StaffCaller): { ok: true; staff: StaffCaller } | Failed {
  return holdsRole(caller, ...DUTY) ? { ok: true, staff: caller } : failed('forbidden')
}

/** A director may move on what somebody else took and does not answer. */
export const mayMove = (staff: StaffCaller, ticket: StoredTicket): boolean =>
  ticket.takenBy === staff.staffId || holdsRole(staff, 'director')

export async function dutyTicket(
  parts: Parts,
  caller: StaffCaller,
  id: string,
): Promise<{ ok: true; staff: StaffCaller; ticket: StoredTicket } | Failed> {
  const right = onDuty(caller)
  if (!right.ok) return right
  const ticket = await parts.stores.tickets.find(accessOf(right.staff), id)
  return ticket ? { ok: true, staff: right.staff, ticket } : failed('notFound')
}

/** To read: those on duty every question, those who look after the answers one whose answer the asker called wrong; the database asks the same. */
export async function readableTicket(
  parts: Parts,
  caller: StaffCaller,
  id: string,
): Promise<{ ok: true; staff: StaffCaller; ticket: StoredTicket; onDuty: boolean } | Failed> {
  if (onDuty(caller).ok) {
    const found = await dutyTicket(parts, caller, id)
    return found.ok ? { ...found, onDuty: true } : found
  }
  const right = looksAfterAnswers(caller)
  if (!right.ok) return right
  const access = accessOf(right.staff)
  if (!(await parts.stores.consultationQuality.isFlaggedByAsker(access, id))) return failed('notFound')
  const ticket = await parts.stores.tickets.find(access, id)
  return ticket && ticket.answeredAt !== null
    ? { ok: true, staff: right.staff, ticket, onDuty: false }
    : failed('notFound')
}

export const actorOf = ({ staffId, name }: StaffCaller) => ({ kind: 'staff', id: staffId, name })
