import { randomBytes } from 'node:crypto'
import type { rephraseAnswer as route } from '@fatong/contract/consultation/ask.ts'
import { rephrase } from '@fatong/knowledge/rephrase/rephrase.ts'
import type { Caller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { openConsultation, readTalk } from './opened-session.ts'

/** The last answer in a language model's words, if there is one and if what it says stands up to the check; null otherwise. */
export async function rephraseAnswer(
  parts: Parts,
  caller: Caller,
  { params, draftSecret }: InputOf<typeof route>,
): Promise<Outcome<{ text: string | null }>> {
  const session = await openConsultation(parts, caller, params.id, draftSecret)
  if (!session) return failed('notFound')
  const { conversation, last } = readTalk(parts, session)
  if (parts.consultation.model === undefined || last?.answer === undefined || conversation.question === undefined)
    return done({ text: null })
  const { text, objections } = await rephrase(
    conversation.question,
    last.answer,
    parts.consultation.model,
    randomBytes(9).toString('base64url'),
  )
  if (objections.length > 0) parts.log.warn({ objections }, 'a rephrasing was sent back')
  return done({ text: text ?? null })
}
