import type { openCaseMaterial as openRoute, uploadCaseMaterial as uploadRoute } from '@fatong/contract/desk/cases.ts'
import { MATERIAL_KINDS, type MaterialKind } from '@fatong/casework/vocabulary.ts'
import type { ServedFile } from '../../files/serving.ts'
import type { StaffCaller } from '../caller.ts'
import type { InputOf, UploadOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { attachToCase } from './attach-to-case.ts'
import { openOfCase } from './open-of-case.ts'

const isKind = (kind: string): kind is MaterialKind => Object.hasOwn(MATERIAL_KINDS, kind)

/** Staff add a file to a case in their reach. */
export async function uploadCaseMaterial(
  parts: Parts,
  caller: StaffCaller,
  input: UploadOf<typeof uploadRoute>,
): Promise<Outcome<{ id: string; sha256: string }>> {
  const { kind, name } = input.query
  if (!isKind(kind)) {
    input.body.resume()
    return failed('malformed', { fields: { kind: '请选材料的种类' } })
  }
  const outcome = await attachToCase(parts, caller, input.params.id, { ...input, query: { kind, name } })
  return outcome.ok ? done({ id: outcome.value.id, sha256: outcome.value.sha256 }) : outcome
}

/** Staff look at a file of a case in their reach. */
export async function openCaseMaterial(
  parts: Parts,
  caller: StaffCaller,
  { params }: InputOf<typeof openRoute>,
): Promise<Outcome<ServedFile>> {
  return openOfCase(parts, caller, params.id, params.material)
}
