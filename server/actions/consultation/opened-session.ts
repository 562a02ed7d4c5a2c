import { timingSafeEqual } from 'node:crypto'
import type { Reply } from '@fatong/knowledge/answer/conversation/step.ts'
import type { Conversation } from '@fatong/knowledge/answer/conversation/state.ts'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { StoredConsultation } from '../../db/stores/consultation-sessions.ts'
import { tokenHash } from '../../identity/crypto/personal-data.ts'
import type { Caller } from '../caller.ts'
import type { Parts } from '../parts.ts'

/** What stands sealed in a session. */
export interface Talk {
  conversation: Conversation
  /** The last reply, so that another device shows it at once. */
  last: Reply | null
}

const DAY = 86_400_000

/** A consultation for whoever holds its secret or began it signed in. A wrong secret and no consultation look the same. */
export async function openConsultation(
  parts: Parts,
  caller: Caller,
  id: string,
  secret: string | undefined,
): Promise<StoredConsultation | undefined> {
  const session = await parts.stores.consultations.find(id, parts.clock.now())
  if (!session) return undefined
  const owns = caller.kind === 'citizen' && session.personId === caller.personId
  const knows = secret !== undefined && timingSafeEqual(tokenHash(secret), session.secretHash)
  return owns || knows ? session : undefined
}

export const sealTalk = (parts: Pick<Parts, 'crypto'>, talk: Talk): Buffer =>
  parts.crypto.encrypt('consultation.data', JSON.stringify(talk))
export const readTalk = (parts: Pick<Parts, 'crypto'>, session: Pick<StoredConsultation, 'dataEnc'>): Talk =>
  JSON.parse(parts.crypto.decrypt('consultation.data', session.dataEnc)) as Talk

/** Kept so long after the last word; going on begins the time anew. */
export const consultationExpiry = ({ config }: Pick<Parts, 'config'>, now: Instant): Instant =>
  (now + config.retentionConsultationDays * DAY) as Instant

/** What a reply answers: the question that stands, with what was added to it; of what was not searched, the words themselves. */
export function questionOf({ question, turns }: Conversation, reply: Reply | null): string {
  const kind = reply?.answer?.kind
  const own = turns.at(-1)?.said ?? ''
  return kind === 'article' || kind === 'redirect' ? own : (question ?? own)
}

export function talkView(
  { conversation, last }: Talk,
  { id, expiresAt }: Pick<StoredConsultation, 'id' | 'expiresAt'>,
) {
  return {
    id,
    topic: conversation.topic ?? null,
    turns: conversation.turns,
    last,
    question: questionOf(conversation, last),
    expiresAt,
  }
}
