import type {
  removeDraftMaterial as removeRoute,
  viewDraftMaterial as viewRoute,
} from '@fatong/contract/citizen/draft.ts'
import { served, type ServedFile } from '../../files/serving.ts'
import type { Caller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { openDraft } from './opened-draft.ts'

/** Looks at a file of one's draft. */
export async function viewDraftMaterial(
  parts: Parts,
  caller: Caller,
  { params, draftSecret }: InputOf<typeof viewRoute>,
): Promise<Outcome<ServedFile>> {
  const draft = await openDraft(parts, caller, params.id, draftSecret)
  const material = draft && (await parts.stores.drafts.materials(draft.id)).find(({ id }) => id === params.material)
  const opened = material && (await parts.files.open(material.sha256))
  return material && opened
    ? done(served(opened.stream, material.mediaType, material.name, opened.bytes))
    : failed('notFound')
}

/** Takes a file out of one's draft. */
export async function removeDraftMaterial(
  parts: Parts,
  caller: Caller,
  { params, draftSecret }: InputOf<typeof removeRoute>,
): Promise<Outcome<Record<string, never>>> {
  const draft = await openDraft(parts, caller, params.id, draftSecret)
  if (!draft || !(await parts.stores.drafts.removeMaterial(draft.id, params.material))) return failed('notFound')
  return done({})
}
