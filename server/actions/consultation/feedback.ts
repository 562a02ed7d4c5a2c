import { randomUUID } from 'node:crypto'
import type { flagAnswer as flagRoute, giveFeedback as feedbackRoute } from '@fatong/contract/consultation/ask.ts'
import { Uuid } from '@fatong/contract/values.ts'
import { mask } from '@fatong/knowledge/rephrase/masking.ts'
import { takeAttempt } from '../admission.ts'
import { accessOf, type Caller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, refused, type Outcome } from '../outcome.ts'
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

/** Anybody may say that an answer is wrong, of a question of somebody's own only its asker; the desk works it off. */
export async function flagAnswer(
  parts: Parts,
  caller: Caller,
  { body }: InputOf<typeof flagRoute>,
): Promise<Outcome<Record<string, never>>> {
  const door = await takeAttempt(parts, 'flagsOfAddress', caller.ip)
  if (!door.ok) return failed('tooManyRequests', { retryAfterSeconds: door.retryAfterSeconds })
  const { subjectKind, subject, reason } = body
  const flag = { id: randomUUID(), at: parts.clock.now(), subject, reason, note: mask(body.note).text }
  if (subjectKind === 'ticket') return flagOwnTicket(parts, caller, flag)
  await parts.stores.consultationQuality.flag({ ...flag, subjectKind, byKind: caller.kind })
  return done({})
}

/** What is called wrong is read by more people than those on duty, so nobody opens the question of somebody else by it. */
async function flagOwnTicket(
  parts: Parts,
  caller: Caller,
  flag: Parameters<Parts['stores']['consultationQuality']['flagOwnTicket']>[1],
): Promise<Outcome<Record<string, never>>> {
  if (caller.kind !== 'citizen' || !Uuid.safeParse(flag.subject).success) return failed('notFound')
  const ticket = await parts.stores.tickets.find(accessOf(caller), flag.subject)
  if (ticket?.personId !== caller.personId) return failed('notFound')
  if (ticket.answeredAt === null) return refused('wrongStatus')
  await parts.stores.consultationQuality.flagOwnTicket(accessOf(caller), flag)
  return done({})
}
