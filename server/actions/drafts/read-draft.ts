import type { z } from 'zod'
import type { Draft, readDraft as route } from '@fatong/contract/citizen/draft.ts'
import type { Caller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { draftView, openDraft } from './opened-draft.ts'

export async function readDraft(
  parts: Parts,
  caller: Caller,
  { params, draftSecret }: InputOf<typeof route>,
): Promise<Outcome<z.infer<typeof Draft>>> {
  const draft = await openDraft(parts, caller, params.id, draftSecret)
  if (!draft) return failed('notFound')
  return done(draftView(parts, draft, await parts.stores.drafts.materials(draft.id)))
}
