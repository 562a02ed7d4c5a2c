import { readCase as route, type CitizenCase } from '@fatong/contract/citizen/case.ts'
import { auditEntry } from '../audit-entry.ts'
import type { Caller } from '../caller.ts'
import { actorFor } from '../casework/acting.ts'
import type { InputOf } from '../input.ts'
import { done, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { caseView } from './case-view.ts'
import { ownCase } from './own-case.ts'

/** 一件案子的进度. The reading is written down. */
export async function readCase(parts: Parts, caller: Caller, { params }: InputOf<typeof route>): Promise<Outcome<CitizenCase>> {
  const own = await ownCase(parts, caller, params.number)
  if (!own.ok) return own
  const { id, state, access } = own
  const [events, documents, reader] = await Promise.all([parts.stores.cases.history(access, id), parts.stores.documents.ofCase(access, id), actorFor(parts, own.caller, state)])
  await parts.database.commit({ access, audit: [auditEntry(parts, own.caller, { action: 'read', subjectKind: 'case', subjectId: id, caseId: id })] })
  return done(await caseView(parts, { id, state, events, documents, reader }), { etag: String(state.version) })
}
