import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type {
  downloadTemplate as downloadRoute,
  TemplateView,
  uploadTemplate as uploadRoute,
} from '@fatong/contract/desk/administration.ts'
import type { ServedFile } from '../../files/serving.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, type StaffCaller } from '../caller.ts'
import type { InputOf, UploadOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { wholeBody } from '../whole-body.ts'
import { administers } from './may.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const MOST_BYTES = 5 * 1024 * 1024

export async function templates(
  parts: Parts,
  caller: StaffCaller,
): Promise<Outcome<{ items: z.infer<typeof TemplateView>[] }>> {
  const right = administers(caller, 'law')
  if (!right.ok) return right
  const own = new Map((await parts.stores.lawSettings.templates()).map((one) => [one.kind, one]))
  return done({
    items: parts.documentKinds.map(({ kind, title }) => {
      const custom = own.get(kind)
      return {
        kind,
        title,
        version: custom?.version ?? 0,
        custom: custom !== undefined,
        updatedAt: custom?.updatedAt ?? null,
      }
    }),
  })
}

/** The bureau's own template, else the one that ships with the product, to be changed in Word. */
export async function downloadTemplate(
  parts: Parts,
  caller: StaffCaller,
  { params }: InputOf<typeof downloadRoute>,
): Promise<Outcome<ServedFile>> {
  const right = administers(caller, 'law')
  if (!right.ok) return right
  const known = parts.documentKinds.find(({ kind }) => kind === params.kind)
  if (!known) return failed('notFound')
  const file =
    (await parts.stores.lawSettings.template(known.kind))?.docx ?? (await parts.documents.defaultTemplate(known.kind))
  return done({
    file,
    mediaType: WORD,
    headers: {
      'X-Content-Type-Options': 'nosniff',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${known.title}.docx`)}`,
    },
  })
}

/** Takes a changed template into use if it is harmless and has every field the document needs; otherwise says what is wrong. */
export async function uploadTemplate(
  parts: Parts,
  caller: StaffCaller,
  { params, body }: UploadOf<typeof uploadRoute>,
): Promise<Outcome<{ ok: boolean; problems: string[] }>> {
  const right = administers(caller, 'law')
  const known = parts.documentKinds.find(({ kind }) => kind === params.kind)
  if (!right.ok || !known) {
    body.resume()
    return right.ok ? failed('notFound') : right
  }
  const docx = await wholeBody(body, MOST_BYTES)
  if (!docx) return failed('fileTooLarge')
  const verdict = await parts.documents.checkTemplate(known.kind, docx)
  if (!verdict.ok) return done({ ok: false, problems: verdict.problems })
  const entry = auditEntry(parts, caller, {
    action: 'administer',
    subjectKind: 'template',
    subjectId: known.kind,
    fields: ['docx'],
  })
  await parts.stores.lawSettings.saveTemplate(
    accessOf(right.staff),
    { kind: known.kind, name: known.title, docx, sha256: createHash('sha256').update(docx).digest('hex') },
    right.staff.staffId,
    parts.clock.now(),
    entry,
  )
  return done({ ok: true, problems: [] })
}
