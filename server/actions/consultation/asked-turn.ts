import { randomUUID } from 'node:crypto'
import type { Message } from '@fatong/knowledge/answer/conversation/state.ts'
import type { Stepped } from '@fatong/knowledge/answer/conversation/step.ts'
import { mask } from '@fatong/knowledge/rephrase/masking.ts'
import { clean } from '@fatong/knowledge/triage/clean.ts'
import type { AskedTurn } from '../../db/stores/consultation-sessions.ts'
import type { Parts } from '../parts.ts'

/** What is kept of a question for the quality of answers: masked to read, sealed in full. Choices and greetings are not kept. */
export function askedTurn(
  parts: Pick<Parts, 'crypto' | 'clock'>,
  sessionId: string,
  message: Message,
  { reply, conversation }: Stepped,
): AskedTurn | undefined {
  const { answer } = reply
  if (message.kind !== 'says' || answer === undefined) return undefined
  const words = clean(message.text).text
  return {
    id: randomUUID(),
    sessionId,
    at: parts.clock.now(),
    questionEnc: parts.crypto.encrypt('consultation.question', words),
    masked: mask(words).text.slice(0, 600),
    kind: answer.kind,
    topic: answer.topic ?? null,
    confidence: Number.isFinite(answer.confidence) ? answer.confidence : 0,
    guide: answer.guide?.slug ?? null,
    // After the last turn none is added, and the turn before is not this one.
    sources: reply.ended ? [] : (conversation.turns.at(-1)?.sources.slice(0, 10) ?? []),
    emergencies: answer.emergencies.map(({ help }) => help.kind),
  }
}
