import type { discardDraft as route } from '@fatong/contract/citizen/draft.ts'
import type { Caller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { openDraft } from './opened-draft.ts'

/** Deletes a draft and what was handed in with it; the files themselves go within a day. */
export async function discardDraft(
  parts: Parts,
  caller: Caller,
  { params, draftSecret }: InputOf<typeof route>,
): Promise<Outcome<Record<string, never>>> {
  const draft = await openDraft(parts, caller, params.id, draftSecret)
  if (!draft) return failed('notFound')
  await parts.stores.drafts.discard(draft.id)
  return done({})
}
