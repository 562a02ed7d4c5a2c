import type { releaseTicket as releaseRoute, takeTicket as takeRoute } from '@fatong/contract/consultation/tickets.ts'
import { accessOf, type StaffCaller } from '../../caller.ts'
import type { InputOf } from '../../input.ts'
import { done, failed, refused, type Outcome } from '../../outcome.ts'
import type { Parts } from '../../parts.ts'
import { actorOf, dutyTicket, mayMove } from './on-duty.ts'
import { backInPool, toldOnDuty } from './remind.ts'

/** Of two who take at once one is told that it is taken. */
export async function takeTicket(
  parts: Parts,
  caller: StaffCaller,
  { params }: InputOf<typeof takeRoute>,
): Promise<Outcome<{ version: number }>> {
  const found = await dutyTicket(parts, caller, params.id)
  if (!found.ok) return found
  const { staff, ticket } = found
  if (ticket.state === 'taken' && ticket.takenBy === staff.staffId) return done({ version: ticket.version })
  if (ticket.state !== 'open' && !(ticket.state === 'taken' && mayMove(staff, ticket))) return refused('wrongStatus')
  const now = parts.clock.now()
  const taken = await parts.stores.tickets.change(
    accessOf(staff),
    ticket.id,
    ticket.version,
    { state: 'taken', takenBy: staff.staffId, takenByName: staff.name, takenAt: now },
    { event: { type: 'taken', actor: actorOf(staff), data: {}, at: now }, messages: [] },
  )
  return taken ? done({ version: ticket.version + 1 }) : failed('changedMeanwhile')
}

/** Back into the pool, with the reason, and the pool hears of it; the promise stays as it was given. */
export async function releaseTicket(
  parts: Parts,
  caller: StaffCaller,
  { params, body }: InputOf<typeof releaseRoute>,
): Promise<Outcome<{ version: number }>> {
  const found = await dutyTicket(parts, caller, params.id)
  if (!found.ok) return found
  const { staff, ticket } = found
  if (ticket.state !== 'taken') return refused('wrongStatus')
  if (!mayMove(staff, ticket)) return refused('notAllowed')
  const now = parts.clock.now()
  const told = await backInPool(parts, ticket, staff.staffId)
  const released = await parts.stores.tickets.change(
    accessOf(staff),
    ticket.id,
    ticket.version,
    { state: 'open', takenBy: null, takenByName: null, takenAt: null },
    {
      event: { type: 'released', actor: actorOf(staff), data: { reason: body.reason }, at: now },
      messages: toldOnDuty(told, ticket.number, '有人放回来了，还等着答，请登录工作台看看。', now, ticket.urgent),
    },
  )
  return released ? done({ version: ticket.version + 1 }) : failed('changedMeanwhile')
}
