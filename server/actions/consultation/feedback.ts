import { randomUUID } from 'node:crypto'
import type { flagAnswer as flagRoute, giveFeedback as feedbackRoute } from '@fatong/contract/consultation/ask.ts'
import { mask } from '@fatong/knowledge/rephrase/masking.ts'
import { takeAttempt } from '../admission.ts'
import type { Caller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { openConsultation } from './opened-session.ts'

/** Was it of use, and which article was opened. Learned from only where the person agreed, and only what carries no personal data. */
export async function giveFeedback(
  parts: Parts,
  caller: Caller,
  { params, body, draftSecret }: InputOf<typeof feedbackRoute>,
): Promise<Outcome<Record<string, never>>> {
  const session = await openConsultation(parts, caller, params.id, draftSecret)
  const turn = session && (await parts.stores.consultationQuality.turn(params.turn, session.id))
  if (!session || !turn) return failed('notFound')
  if (body.helpful !== undefined) await parts.stores.consultationQuality.sayHelpful(turn.id, body.helpful)
  if (body.openedArticle !== undefined && session.learns) {
    const [article] = await parts.consultation.library().byIds([body.openedArticle])
    // Only what this answer really showed.
    if (article?.kind === 'article' && turn.sources.includes(article.id)) {
      await parts.stores.consultationQuality.addPairs([
        {
          id: randomUUID(),
          at: parts.clock.now(),
          question: turn.masked,
          articleKey: `${article.title}#${article.number}`,
          origin: 'click',
        },
      ])
    }
  }
  return done({})
}

/** Anybody may say that an answer is wrong; the desk works it off. */
export async function flagAnswer(
  parts: Parts,
  caller: Caller,
  { body }: InputOf<typeof flagRoute>,
): Promise<Outcome<Record<string, never>>> {
  const door = await takeAttempt(parts, 'flagsOfAddress', caller.ip)
  if (!door.ok) return failed('tooManyRequests', { retryAfterSeconds: door.retryAfterSeconds })
  await parts.stores.consultationQuality.flag({
    id: randomUUID(),
    at: parts.clock.now(),
    subjectKind: body.subjectKind,
    subject: body.subject,
    reason: body.reason,
    note: mask(body.note).text,
    byKind: caller.kind,
  })
  return done({})
}
