import type { CaseState } from '@fatong/casework/application/state.ts'
import type { Material } from '@fatong/casework/application/types.ts'
import type { AccessContext } from '../../db/access.ts'
import type { Parts } from '../parts.ts'

/** Files uploaded to the case before, named by id, that its history does not know yet. Unknown ids are left out. */
export async function newMaterials(
  parts: Parts,
  access: AccessContext,
  caseId: string,
  state: CaseState,
  ids: readonly string[],
): Promise<Material[]> {
  if (ids.length === 0) return []
  const known = new Set(state.materials.map((m) => m.id))
  const wanted = new Set(ids)
  return (await parts.stores.cases.materials(access, caseId)).filter((m) => wanted.has(m.id) && !known.has(m.id))
}
