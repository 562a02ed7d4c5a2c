import { SYSTEM } from '../../../db/access.ts'
import type { OutboxMessage } from '../../../db/rows.ts'
import type { StoredTicket } from '../../../db/stores/consultation-tickets.ts'
import { addDays, instantAt, localDateOf, type Instant } from '@fatong/law/calendar/dates.ts'
import type { Parts } from '../../parts.ts'
import { atCentre, onDutyFor } from './duty.ts'
import { lightOf, topicOf } from './thread.ts'

/** A message of the outbox that waits until a promise is near, and is then looked at again. */
export const QUESTION_DUE = 'questionDue'

/** To those on duty, who read it at the desk, and on the phone where it cannot wait; the words of the question stay where they are sealed. */
export const toldOnDuty = (
  staffIds: readonly string[],
  number: string,
  text: string,
  at: Instant,
  urgent: boolean,
): OutboxMessage[] =>
  staffIds.map((staffId) => ({
    channel: 'notice',
    recipientKind: 'staff' as const,
    recipientId: staffId,
    at,
    payload: { number, text: `【法通】${number}：${text}`, about: 'question', ...(urgent ? { sms: true } : {}) },
  }))

/**
 * Who hears of a question that is in the pool once more: those on duty, and whoever answered it before and is still here, who knows
 * it best. Whoever put it back need not hear of it, unless there is nobody else.
 */
export async function backInPool(
  parts: Parts,
  { topic, takenBy }: Pick<StoredTicket, 'topic' | 'takenBy'>,
  but?: string,
): Promise<string[]> {
  const pool = await onDutyFor(parts, topicOf(topic))
  const before = takenBy !== null && (await isHere(parts, takenBy)) ? [takenBy] : []
  const others = [...new Set([...before, ...pool])].filter((id) => id !== but)
  return others.length > 0 ? others : (await atCentre(parts, ['director', 'clerk'])).filter((id) => id !== but)
}

async function isHere({ stores, clock }: Parts, staffId: string): Promise<boolean> {
  return (await stores.staff.find(SYSTEM, staffId, localDateOf(clock.now())))?.active === true
}

const NINE = 9 * 60

/** On the last quarter of the way to the promise, and when it has passed; from then on every morning (`whoToRemind`). */
export const dueReminders = (ticketId: string, openedAt: Instant, pledgeAt: Instant): OutboxMessage[] => [
  {
    channel: QUESTION_DUE,
    payload: { ticketId },
    at: openedAt,
    notBefore: (pledgeAt - Math.floor((pledgeAt - openedAt) / 4)) as Instant,
  },
  { channel: QUESTION_DUE, payload: { ticketId, passed: true }, at: openedAt, notBefore: pledgeAt },
]

interface Reminded {
  staffIds: string[]
  number: string
  text: string
  /** to the phone as well */
  sms: boolean
  /** the next look, while the question waits */
  again?: { ticketId: string; now: Instant; message: OutboxMessage }
}

/**
 * The promise is near: whoever took the question is told, or the pool when nobody did or who did has left. It has passed: the directors
 * too, who can give it to somebody else, and again every morning until it is answered. Answers whom to tell what; nobody when it is
 * answered, or was promised anew in between.
 */
export async function whoToRemind(parts: Parts, payload: unknown): Promise<Reminded | undefined> {
  const { ticketId, passed = false } = payload as { ticketId: string; passed?: boolean }
  const ticket = await parts.stores.tickets.find(SYSTEM, ticketId)
  const now = parts.clock.now()
  if (!ticket || lightOf(ticket, now) === 'off') return undefined
  const { number, takenBy, urgent: sms } = ticket
  const held = takenBy !== null && (await isHere(parts, takenBy))
  const first = held ? [takenBy] : await onDutyFor(parts, topicOf(ticket.topic))
  if (!passed) return { staffIds: first, number, sms, text: '答复快到承诺时间了，请尽快答复。' }
  if (now < ticket.pledgeAt) return undefined
  const notBefore = instantAt(addDays(localDateOf(now), 1), NINE)
  return {
    staffIds: [...new Set([...(await atCentre(parts, ['director'])), ...first])],
    number,
    sms,
    text: '答应的时间已经过了，还没有答复。请马上答复，或者安排别人答。',
    again: {
      ticketId,
      now,
      message: { channel: QUESTION_DUE, payload: { ticketId, passed: true }, at: now, notBefore },
    },
  }
}
