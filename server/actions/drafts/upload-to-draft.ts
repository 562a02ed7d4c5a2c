import type { z } from 'zod'
import type { uploadToDraft as route } from '@fatong/contract/citizen/draft.ts'
import type { MaterialView } from '@fatong/contract/values.ts'
import type { Caller } from '../caller.ts'
import { MOST_OF_DRAFT, takeInMaterial } from '../files/taken-in.ts'
import type { UploadOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { openDraft } from './opened-draft.ts'

/** Adds a photo or a PDF to a draft. Who may not is told so before a byte of the file is kept. */
export async function uploadToDraft(
  parts: Parts,
  caller: Caller,
  input: UploadOf<typeof route>,
): Promise<Outcome<z.infer<typeof MaterialView>>> {
  const draft = await openDraft(parts, caller, input.params.id, input.draftSecret)
  if (!draft) {
    input.body.resume()
    return failed('notFound')
  }
  const taken = await takeInMaterial(parts, caller, input, { draftId: draft.id })
  if (!taken.ok) return taken
  const added = await parts.stores.drafts.addMaterial(taken.row, taken.file, MOST_OF_DRAFT)
  if (typeof added === 'object') return done({ ...taken.view, ...added })
  switch (added) {
    case 'added':
      return done(taken.view)
    case 'tooMany':
      return failed('tooManyFiles')
    case 'gone':
      return failed('notFound')
    default:
      return added satisfies never
  }
}
