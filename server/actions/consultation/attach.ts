import type { attachToDraft as route } from '@fatong/contract/consultation/ask.ts'
import type { Caller } from '../caller.ts'
import { draftExpiry, openDraft, readData } from '../drafts/opened-draft.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { openConsultation, readTalk } from './opened-session.ts'

const SAID_MOST = 2_000

/** Puts what was asked and found into a draft of an application, and fills in what is still empty there: nobody tells a story twice. */
export async function attachToDraft(
  parts: Parts,
  caller: Caller,
  { params, body, draftSecret }: InputOf<typeof route>,
): Promise<Outcome<{ version: number }>> {
  const [session, draft] = await Promise.all([
    openConsultation(parts, caller, params.id, draftSecret),
    openDraft(parts, caller, body.draftId, body.draftSecret),
  ])
  if (!session || !draft) return failed('notFound')
  const { conversation } = readTalk(parts, session)
  const data = readData(parts, draft)
  const said = conversation.turns.filter(({ kind }) => kind !== 'aid').map((turn) => turn.said)
  const merged = {
    ...data,
    ...(data['story'] === undefined || data['story'] === '' ? { story: said.join('\n').slice(0, SAID_MOST) } : {}),
    ...(data['happenedOn'] === undefined && conversation.day !== undefined ? { happenedOn: conversation.day } : {}),
    facts: { ...conversation.aid?.facts, ...(typeof data['facts'] === 'object' ? data['facts'] : {}) },
    consultation: {
      id: session.id,
      topic: conversation.topic ?? null,
      guide: conversation.guide ?? null,
      said,
      facts: conversation.facts,
    },
  }
  const now = parts.clock.now()
  const version = await parts.stores.drafts.save(
    draft.id,
    body.version,
    parts.crypto.encrypt('draft.data', JSON.stringify(merged)),
    now,
    await draftExpiry(parts, now),
  )
  if (version === undefined) return failed('changedMeanwhile')
  await parts.stores.consultations.attach(session.id, draft.id)
  return done({ version })
}
