import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { MaterialView } from '@fatong/contract/values.ts'
import type { MaterialKind } from '@fatong/casework/vocabulary.ts'
import type { MaterialRow } from '../../db/rows.ts'
import type { BlobRow } from '../../db/stores/files.ts'
import type { Caller } from '../caller.ts'
import { failed, type Failed } from '../outcome.ts'
import type { Parts } from '../parts.ts'

/** Materials a draft or a case holds at most. */
export const MOST_OF_DRAFT = 30
export const MOST_OF_CASE = 200

export interface UploadInput {
  query: { kind: MaterialKind; name: string }
  body: Readable
  contentType?: string
  contentLength?: number
  fileSha256?: string
}
export interface TakenIn {
  ok: true
  row: MaterialRow
  file: BlobRow
  view: z.infer<typeof MaterialView>
}

/** Checks and keeps an uploaded file; where it belongs is for the caller to write. */
export async function takeInMaterial(
  parts: Parts,
  caller: Caller,
  { query, body, contentType, contentLength, fileSha256 }: UploadInput,
  belongs: { caseId: string } | { draftId: string },
): Promise<TakenIn | Failed> {
  const intake = await parts.files.takeIn({
    stream: body,
    name: query.name,
    contentType,
    contentLength,
    sha256: fileSha256,
  })
  if (!intake.ok) {
    if (intake.finding) parts.log.warn({ finding: intake.finding, ...belongs }, 'an uploaded file was not kept')
    return failed(intake.error, intake.says ? { fields: { file: intake.says } } : {})
  }
  const { sha256, bytes, mediaType, label, scannedBy } = intake.file
  const addedAt = parts.clock.now()
  const id = randomUUID()
  return {
    ok: true,
    row: {
      id,
      ...belongs,
      sha256,
      kind: query.kind,
      name: label,
      addedAt,
      addedByKind: caller.kind,
      addedById: addedBy(caller),
    },
    file: { sha256, mediaType, bytes, scan: scannedBy },
    view: { id, kind: query.kind, name: label, mediaType, bytes, addedAt },
  }
}

function addedBy(caller: Caller): string {
  switch (caller.kind) {
    case 'anonymous':
      return 'anonymous'
    case 'citizen':
      return caller.personId
    case 'staff':
      return caller.staffId
    default:
      return caller satisfies never
  }
}
