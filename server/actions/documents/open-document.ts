import type { openDocument as citizenRoute } from '@fatong/contract/citizen/case.ts'
import type { openCaseDocument as deskRoute } from '@fatong/contract/desk/cases.ts'
import type { CaseState } from '@fatong/casework/application/state.ts'
import type { DocumentKind } from '../../documents/kinds.ts'
import type { ServedFile } from '../../files/serving.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, type Caller, type StaffCaller, type CitizenCaller } from '../caller.ts'
import { loadCase } from '../casework/load-case.ts'
import { ownCase } from '../citizen-case/own-case.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { drawn, type Format } from './drawn.ts'
import { isForCitizens } from './for-citizens.ts'
import { PERSONAL_FIELDS } from './personal-fields.ts'
import { servedDocument } from './served-document.ts'

/** A citizen opens a paper of a case of their own. */
export async function openDocument(
  parts: Parts,
  caller: CitizenCaller,
  { params, query }: InputOf<typeof citizenRoute>,
): Promise<Outcome<ServedFile>> {
  const own = await ownCase(parts, caller, params.number)
  return own.ok ? open(parts, caller, own, params.id, query.as) : own
}

/** Staff open a paper of a case in their reach. */
export async function openCaseDocument(
  parts: Parts,
  caller: StaffCaller,
  { params, query }: InputOf<typeof deskRoute>,
): Promise<Outcome<ServedFile>> {
  const loaded = await loadCase(parts, accessOf(caller), params.id)
  return loaded ? open(parts, caller, loaded, params.document, query.as) : failed('notFound')
}

async function open(
  parts: Parts,
  caller: Caller,
  { id: caseId, state }: { id: string; state: CaseState },
  documentId: string,
  as: Format,
): Promise<Outcome<ServedFile>> {
  const access = accessOf(caller)
  const document = await parts.stores.documents.find(access, documentId)
  if (!document || document.caseId !== caseId || (caller.kind === 'citizen' && !isForCitizens(document.kind)))
    return failed('notFound')
  const file = await drawn(parts, document, as, state)
  await parts.database.commit({
    access,
    audit: [
      auditEntry(parts, caller, {
        action: 'download',
        subjectKind: 'document',
        subjectId: document.id,
        caseId,
        fields: [as, ...(PERSONAL_FIELDS[document.kind as DocumentKind] ?? [])],
      }),
    ],
  })
  return done(servedDocument(file, as, `${document.title}-${document.number}`))
}
