import { SYSTEM } from '../../../db/access.ts'
import type { OutboxMessage } from '../../../db/rows.ts'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { Parts } from '../../parts.ts'
import { onDutyFor } from './duty.ts'
import { lightOf, topicOf } from './thread.ts'

/** A message of the outbox that waits until a promise is near, and is then looked at again. */
export const QUESTION_DUE = 'questionDue'

/** To those on duty, who read it at the desk; the words of the question stay where they are sealed. */
export const toldOnDuty = (staffIds: readonly string[], number: string, text: string, at: Instant): OutboxMessage[] =>
  staffIds.map((staffId) => ({ channel: 'notice', recipientKind: 'staff' as const, recipientId: staffId, at, payload: { number, text: `【法通】${number}：${text}`, about: 'question' } }))

export const dueReminder = (ticketId: string, openedAt: Instant, pledgeAt: Instant): OutboxMessage =>
  ({ channel: QUESTION_DUE, payload: { ticketId }, at: openedAt, notBefore: (pledgeAt - Math.floor((pledgeAt - openedAt) / 4)) as Instant })

/** The promise is near: whoever took the question is told, or the pool when nobody did. Answers whom to tell what; nobody when it is answered. */
export async function whoToRemind(parts: Parts, payload: unknown): Promise<{ staffIds: string[]; number: string; text: string } | undefined> {
  const { ticketId } = payload as { ticketId: string }
  const ticket = await parts.stores.tickets.find(SYSTEM, ticketId)
  if (!ticket || lightOf(ticket, parts.clock.now()) === 'off') return undefined
  const staffIds = ticket.takenBy === null ? await onDutyFor(parts, topicOf(ticket.topic)) : [ticket.takenBy]
  return { staffIds, number: ticket.number, text: '答复快到承诺时间了，请尽快答复。' }
}
