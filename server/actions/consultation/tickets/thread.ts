import type { z } from 'zod'
import type { TicketMessage } from '@fatong/contract/consultation/tickets.ts'
import { TOPICS, type Topic } from '@fatong/knowledge/vocabulary.ts'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { StoredTicket } from '../../../db/stores/consultation-tickets.ts'
import type { Parts } from '../../parts.ts'

/** Question and answers, oldest first; sealed with the ticket. */
export type Thread = z.infer<typeof TicketMessage>[]

export const sealThread = (parts: Pick<Parts, 'crypto'>, thread: Thread): Buffer =>
  parts.crypto.encrypt('question.thread', JSON.stringify(thread))
export const readThread = (parts: Pick<Parts, 'crypto'>, { threadEnc }: Pick<StoredTicket, 'threadEnc'>): Thread =>
  JSON.parse(parts.crypto.decrypt('question.thread', threadEnc)) as Thread

export const topicOf = (stored: string): Topic => TOPICS.find((topic) => topic === stored) ?? 'other'

const TITLE = 60
export const lineOf = ({ id, number, topic, state, masked, openedAt, pledgeAt, answeredAt }: StoredTicket) => ({
  id,
  number,
  topic: topicOf(topic),
  state,
  title: masked.slice(0, TITLE),
  openedAt,
  pledgeAt,
  answeredAt,
})

/** Amber on the last quarter of the way to the promise, red past it. */
export function lightOf({ state, openedAt, pledgeAt }: StoredTicket, now: Instant): 'green' | 'amber' | 'red' | 'off' {
  if (state === 'answered' || state === 'closed') return 'off'
  if (now > pledgeAt) return 'red'
  return pledgeAt - now <= (pledgeAt - openedAt) / 4 ? 'amber' : 'green'
}
