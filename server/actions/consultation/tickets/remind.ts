import { SYSTEM } from '../../../db/access.ts'
import type { OutboxMessage } from '../../../db/rows.ts'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { Parts } from '../../parts.ts'
import { atCentre, onDutyFor } from './duty.ts'
import { lightOf, topicOf } from './thread.ts'

/** A message of the outbox that waits until a promise is near, and is then looked at again. */
export const QUESTION_DUE = 'questionDue'

/** To those on duty, who read it at the desk; the words of the question stay where they are sealed. */
export const toldOnDuty = (staffIds: readonly string[], number: string, text: string, at: Instant): OutboxMessage[] =>
  staffIds.map((staffId) => ({
    channel: 'notice',
    recipientKind: 'staff' as const,
    recipientId: staffId,
    at,
    payload: { number, text: `【法通】${number}：${text}`, about: 'question' },
  }))

/** Once on the last quarter of the way to the promise, and once when it has passed. */
export const dueReminders = (ticketId: string, openedAt: Instant, pledgeAt: Instant): OutboxMessage[] => [
  {
    channel: QUESTION_DUE,
    payload: { ticketId },
    at: openedAt,
    notBefore: (pledgeAt - Math.floor((pledgeAt - openedAt) / 4)) as Instant,
  },
  { channel: QUESTION_DUE, payload: { ticketId, passed: true }, at: openedAt, notBefore: pledgeAt },
]

/**
 * The promise is near: whoever took the question is told, or the pool when nobody did. It has passed: the directors too, who can give it
 * to somebody else. Answers whom to tell what; nobody when it is answered, or was promised anew in between.
 */
export async function whoToRemind(
  parts: Parts,
  payload: unknown,
): Promise<{ staffIds: string[]; number: string; text: string } | undefined> {
  const { ticketId, passed = false } = payload as { ticketId: string; passed?: boolean }
  const ticket = await parts.stores.tickets.find(SYSTEM, ticketId)
  const now = parts.clock.now()
  if (!ticket || lightOf(ticket, now) === 'off') return undefined
  const { number, takenBy } = ticket
  const first = takenBy === null ? await onDutyFor(parts, topicOf(ticket.topic)) : [takenBy]
  if (!passed) return { staffIds: first, number, text: '答复快到承诺时间了，请尽快答复。' }
  if (now < ticket.pledgeAt) return undefined
  return {
    staffIds: [...new Set([...(await atCentre(parts, ['director'])), ...first])],
    number,
    text: '答应的时间已经过了，还没有答复。请马上答复，或者安排别人答。',
  }
}
