import type { z } from 'zod'
import type {
  askAgain as againRoute,
  myTicket as oneRoute,
  myTickets as listRoute,
  rateTicket as rateRoute,
} from '@fatong/contract/consultation/tickets.ts'
import { mask } from '@fatong/knowledge/rephrase/masking.ts'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { StoredTicket, TicketEvent } from '../../../db/stores/consultation-tickets.ts'
import { accessOf, type CitizenCaller } from '../../caller.ts'
import type { InputOf } from '../../input.ts'
import { done, failed, refused, type Outcome } from '../../outcome.ts'
import type { Parts } from '../../parts.ts'
import { promisedAt } from './pledge.ts'
import { backInPool, dueReminders, toldOnDuty } from './remind.ts'
import { lineOf, readThread, sealThread, topicOf } from './thread.ts'

export async function myTickets(
  parts: Parts,
  caller: CitizenCaller,
): Promise<Outcome<z.infer<typeof listRoute.reply>>> {
  return done({ items: (await parts.stores.tickets.ofPerson(accessOf(caller), caller.personId)).map(lineOf) })
}

export async function myTicket(
  parts: Parts,
  caller: CitizenCaller,
  { params }: InputOf<typeof oneRoute>,
): Promise<Outcome<z.infer<typeof oneRoute.reply>>> {
  const ticket = await ownTicket(parts, caller, params.id)
  return ticket
    ? done({ ...lineOf(ticket), thread: readThread(parts, ticket), rating: ticket.rating, version: ticket.version })
    : failed('notFound')
}

/** Satisfaction, asked once the answer is there; it may be changed. */
export async function rateTicket(
  parts: Parts,
  caller: CitizenCaller,
  { params, body }: InputOf<typeof rateRoute>,
): Promise<Outcome<Record<string, never>>> {
  const ticket = await ownTicket(parts, caller, params.id)
  if (!ticket) return failed('notFound')
  if (ticket.answeredAt === null) return refused('wrongStatus')
  const event = eventOf(caller, 'rated', { stars: body.stars, note: mask(body.note).text }, parts.clock.now())
  return (await parts.stores.tickets.change(
    accessOf(caller),
    ticket.id,
    ticket.version,
    { rating: body.stars },
    { event, messages: [] },
  ))
    ? done({})
    : failed('changedMeanwhile')
}

/** The answer missed the point: the question goes back to the pool with what was added, and the promise begins anew. */
export async function askAgain(
  parts: Parts,
  caller: CitizenCaller,
  { params, body }: InputOf<typeof againRoute>,
): Promise<Outcome<{ pledgeAt: Instant }>> {
  const ticket = await ownTicket(parts, caller, params.id)
  if (!ticket) return failed('notFound')
  if (ticket.state !== 'answered') return refused('wrongStatus')
  const now = parts.clock.now()
  const [pledgeAt, told] = await Promise.all([
    promisedAt(parts, topicOf(ticket.topic), ticket.urgent, now),
    backInPool(parts, ticket),
  ])
  const thread = [
    ...readThread(parts, ticket),
    { by: 'asker' as const, name: caller.name ?? '提问人', at: now, text: body.text, articles: [] },
  ]
  const change = {
    state: 'open' as const,
    takenBy: null,
    takenByName: null,
    takenAt: null,
    pledgeAt,
    threadEnc: sealThread(parts, thread),
  }
  const changed = await parts.stores.tickets.change(accessOf(caller), ticket.id, ticket.version, change, {
    event: eventOf(caller, 'returned', {}, now),
    messages: [
      ...toldOnDuty(told, ticket.number, '提问人没听明白，又问了一次，请看看。', now, ticket.urgent),
      ...dueReminders(ticket.id, now, pledgeAt),
    ],
  })
  return changed ? done({ pledgeAt }) : failed('changedMeanwhile')
}

async function ownTicket(parts: Parts, caller: CitizenCaller, id: string): Promise<StoredTicket | undefined> {
  const ticket = await parts.stores.tickets.find(accessOf(caller), id)
  return ticket?.personId === caller.personId ? ticket : undefined
}

const eventOf = (caller: CitizenCaller, type: TicketEvent['type'], data: object, at: Instant): TicketEvent => ({
  type,
  actor: { kind: 'citizen', id: caller.personId, name: caller.name ?? '提问人' },
  data,
  at,
})
