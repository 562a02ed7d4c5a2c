import type { z } from 'zod'
import type {
  openMaterial as openRoute,
  takeBackMaterial as takeBackRoute,
  uploadToCase as uploadRoute,
} from '@fatong/contract/citizen/case.ts'
import type { MaterialView } from '@fatong/contract/values.ts'
import type { ServedFile } from '../../files/serving.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, type Caller, type CitizenCaller } from '../caller.ts'
import { ownCase } from '../citizen-case/own-case.ts'
import type { InputOf, UploadOf } from '../input.ts'
import { done, failed, refused, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { attachToCase } from './attach-to-case.ts'
import { openOfCase } from './open-of-case.ts'

/** A citizen adds a file to a case of their own, to be named by the next command. */
export async function uploadToCase(
  parts: Parts,
  caller: Caller,
  input: UploadOf<typeof uploadRoute>,
): Promise<Outcome<z.infer<typeof MaterialView>>> {
  const caseId =
    caller.kind === 'citizen'
      ? await parts.stores.materials.caseOfNumber(accessOf(caller), input.params.number)
      : undefined
  if (caller.kind !== 'citizen' || caseId === undefined) {
    input.body.resume()
    return failed(caller.kind === 'citizen' ? 'notFound' : 'signInNeeded')
  }
  const outcome = await attachToCase(parts, caller, caseId, input)
  if (!outcome.ok) return outcome
  const { sha256: _, ...view } = outcome.value
  return done(view)
}

/** A citizen takes back what was uploaded and not handed in. What the history names stays where it is. */
export async function takeBackMaterial(
  parts: Parts,
  caller: CitizenCaller,
  { params }: InputOf<typeof takeBackRoute>,
): Promise<Outcome<Record<string, never>>> {
  const own = await ownCase(parts, caller, params.number)
  if (!own.ok) return own
  const { access, id: caseId, state } = own
  if (state.materials.some(({ id }) => id === params.id)) return refused('alreadyDone')
  const entry = auditEntry(parts, caller, {
    action: 'change',
    subjectKind: 'material',
    subjectId: params.id,
    caseId,
    fields: ['withdrawn'],
  })
  const taken = await parts.stores.materials.takeBack(access, caseId, params.id, parts.clock.now(), entry)
  return taken ? done({}) : failed('notFound')
}

/** A citizen looks at a file of a case of their own. */
export async function openMaterial(
  parts: Parts,
  caller: CitizenCaller,
  { params }: InputOf<typeof openRoute>,
): Promise<Outcome<ServedFile>> {
  const caseId = await parts.stores.materials.caseOfNumber(accessOf(caller), params.number)
  return caseId === undefined ? failed('notFound') : openOfCase(parts, caller, caseId, params.id)
}
