import type { z } from 'zod'
import type { MaterialView } from '@fatong/contract/values.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, type CitizenCaller, type StaffCaller } from '../caller.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { MOST_OF_CASE, takeInMaterial, type UploadInput } from './taken-in.ts'

/** Adds a file to a case in the caller's reach. It becomes part of the history with the command that names it. */
export async function attachToCase(
  parts: Parts,
  caller: CitizenCaller | StaffCaller,
  caseId: string,
  input: UploadInput,
): Promise<Outcome<z.infer<typeof MaterialView> & { sha256: string }>> {
  const access = accessOf(caller)
  if (!(await parts.stores.materials.caseInReach(access, caseId))) {
    input.body.resume()
    return failed('notFound')
  }
  const taken = await takeInMaterial(parts, caller, input, { caseId })
  if (!taken.ok) return taken
  const entry = auditEntry(parts, caller, {
    action: 'change',
    subjectKind: 'material',
    subjectId: taken.row.id,
    caseId,
    fields: ['file'],
  })
  const added = await parts.stores.materials.addToCase(access, taken.row, taken.file, MOST_OF_CASE, entry)
  if (typeof added === 'object') return done({ ...taken.view, ...added, sha256: taken.file.sha256 })
  switch (added) {
    case 'added':
      return done({ ...taken.view, sha256: taken.file.sha256 })
    case 'tooMany':
      return failed('tooManyFiles')
    case 'gone':
      return failed('notFound')
    default:
      return added satisfies never
  }
}
