import type { saveDraft as route } from '@fatong/contract/citizen/draft.ts'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import type { Caller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { draftExpiry, draftView, openDraft } from './opened-draft.ts'

/** Saves what was typed. When another device saved first, nothing is lost: the answer carries the newer one. */
export async function saveDraft(
  parts: Parts,
  caller: Caller,
  { params, body, draftSecret }: InputOf<typeof route>,
): Promise<Outcome<{ version: number; updatedAt: Instant }>> {
  const draft = await openDraft(parts, caller, params.id, draftSecret)
  if (!draft) return failed('notFound')
  const now = parts.clock.now()
  const version = await parts.stores.drafts.save(
    draft.id,
    body.version,
    parts.crypto.encrypt('draft.data', JSON.stringify(body.data)),
    now,
    await draftExpiry(parts, now),
  )
  if (version !== undefined) return done({ version, updatedAt: now })
  const newer = await parts.stores.drafts.find(draft.id, now)
  if (!newer) return failed('notFound')
  return failed('draftConflict', {
    data: { draft: draftView(parts, newer, await parts.stores.drafts.materials(draft.id)) },
  })
}
