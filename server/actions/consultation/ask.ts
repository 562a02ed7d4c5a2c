import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { ask as askRoute, goOn as goOnRoute } from '@fatong/contract/consultation/ask.ts'
import { MOST_TURNS, newConversation } from '@fatong/knowledge/answer/conversation/state.ts'
import type { Stepped } from '@fatong/knowledge/answer/conversation/step.ts'
import { tokenHash } from '../../identity/crypto/personal-data.ts'
import { newToken } from '../../identity/session/sessions.ts'
import type { Caller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { askedTurn } from './asked-turn.ts'
import { heldStep } from './held-step.ts'
import { consultationExpiry, openConsultation, questionOf, readTalk, sealTalk } from './opened-session.ts'

/** The first question. No account is needed; the secret, given out once, goes on with the consultation. */
export async function ask(
  parts: Parts,
  caller: Caller,
  { body }: InputOf<typeof askRoute>,
): Promise<Outcome<z.infer<typeof askRoute.reply>>> {
  const stepped = await heldStep(parts, newConversation(), body.message)
  const now = parts.clock.now()
  const id = randomUUID(),
    secret = newToken(),
    expiresAt = consultationExpiry(parts, now)
  const turn = askedTurn(parts, id, body.message, stepped)
  await parts.stores.consultations.start(
    {
      id,
      secretHash: tokenHash(secret),
      personId: caller.kind === 'citizen' ? caller.personId : null,
      dataEnc: sealTalk(parts, { conversation: stepped.conversation, last: stepped.reply }),
      version: 1,
      channel: body.channel,
      learns: body.learns,
      draftId: null,
      createdAt: now,
      expiresAt,
    },
    turn,
  )
  return done({ ...replied(parts, stepped, turn?.id), session: { id, secret, expiresAt } })
}

/** A follow-up, an answer to what was asked, or another question. Of two devices that write at once the second is told to look again. */
export async function goOn(
  parts: Parts,
  caller: Caller,
  { params, body, draftSecret }: InputOf<typeof goOnRoute>,
): Promise<Outcome<z.infer<typeof goOnRoute.reply>>> {
  const session = await openConsultation(parts, caller, params.id, draftSecret)
  if (!session) return failed('notFound')
  const stepped = await heldStep(parts, readTalk(parts, session).conversation, body.message)
  const turn = askedTurn(parts, session.id, body.message, stepped)
  const now = parts.clock.now()
  const saved = await parts.stores.consultations.save(
    session.id,
    session.version,
    sealTalk(parts, { conversation: stepped.conversation, last: stepped.reply }),
    turn,
    now,
    consultationExpiry(parts, now),
  )
  return saved ? done(replied(parts, stepped, turn?.id)) : failed('changedMeanwhile')
}

function replied(
  parts: Parts,
  { reply, conversation }: Stepped,
  turn: string | undefined,
): z.infer<typeof goOnRoute.reply> {
  const { answer } = reply
  const rephrasable =
    parts.consultation.model !== undefined &&
    answer?.kind === 'answer' &&
    !answer.emergencies.some(({ level }) => level === 'now')
  return {
    reply,
    question: questionOf(conversation, reply),
    turn: turn ?? null,
    turnsLeft: MOST_TURNS - conversation.turns.length,
    rephrasable,
  }
}
