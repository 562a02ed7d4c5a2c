import { served, type ServedFile } from '../../files/serving.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, type CitizenCaller, type StaffCaller } from '../caller.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'

/** Opens a file of a case in the caller's reach. Every reading is written down. */
export async function openOfCase(
  parts: Parts,
  caller: CitizenCaller | StaffCaller,
  caseId: string,
  materialId: string,
): Promise<Outcome<ServedFile>> {
  const entry = auditEntry(parts, caller, {
    action: 'download',
    subjectKind: 'material',
    subjectId: materialId,
    caseId,
  })
  const material = await parts.stores.materials.ofCase(accessOf(caller), caseId, materialId, entry)
  const opened = material && (await parts.files.open(material.sha256))
  if (!material || !opened) return failed('notFound')
  return done(served(opened.stream, material.mediaType, material.name, opened.bytes))
}
