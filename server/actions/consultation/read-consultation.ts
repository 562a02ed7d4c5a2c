import type { z } from 'zod'
import type {
  endConsultation as endRoute,
  myConsultations as mineRoute,
  readConsultation as readRoute,
} from '@fatong/contract/consultation/ask.ts'
import type { Caller, CitizenCaller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { openConsultation, readTalk, talkView } from './opened-session.ts'

export async function readConsultation(
  parts: Parts,
  caller: Caller,
  { params, draftSecret }: InputOf<typeof readRoute>,
): Promise<Outcome<z.infer<typeof readRoute.reply>>> {
  const session = await openConsultation(parts, caller, params.id, draftSecret)
  return session ? done(talkView(readTalk(parts, session), session)) : failed('notFound')
}

const TITLE = 60

/** The citizen's own, the newest first. */
export async function myConsultations(
  parts: Parts,
  caller: CitizenCaller,
): Promise<Outcome<z.infer<typeof mineRoute.reply>>> {
  const sessions = await parts.stores.consultations.ofPerson(caller.personId, parts.clock.now())
  return done({
    items: sessions.map((session) => {
      const { conversation } = readTalk(parts, session)
      return {
        id: session.id,
        topic: conversation.topic ?? null,
        title: (conversation.turns[0]?.said ?? '').slice(0, TITLE),
        turns: conversation.turns.length,
        updatedAt: session.updatedAt,
        expiresAt: session.expiresAt,
      }
    }),
  })
}

/** Takes everything said away; the masked question stays for the quality of answers. */
export async function endConsultation(
  parts: Parts,
  caller: Caller,
  { params, draftSecret }: InputOf<typeof endRoute>,
): Promise<Outcome<Record<string, never>>> {
  const session = await openConsultation(parts, caller, params.id, draftSecret)
  if (!session) return failed('notFound')
  await parts.stores.consultations.remove(session.id)
  return done({})
}
