import type { CitizenCase, readCase as route } from '@fatong/contract/citizen/case.ts'
import { auditEntry } from '../audit-entry.ts'
import type { CitizenCaller } from '../caller.ts'
import { actorFor } from '../casework/acting.ts'
import type { InputOf } from '../input.ts'
import { done, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { caseView } from './case-view.ts'
import { ownCase } from './own-case.ts'

/** One case of one's own: the four stations, what happens next, and everything that happened. The reading is written down. */
export async function readCase(
  parts: Parts,
  caller: CitizenCaller,
  { params }: InputOf<typeof route>,
): Promise<Outcome<CitizenCase>> {
  const own = await ownCase(parts, caller, params.number)
  if (!own.ok) return own
  const { access, id, state } = own
  const [events, documents, waiting, reader] = await Promise.all([
    parts.stores.cases.history(access, id),
    parts.stores.documents.ofCase(access, id),
    parts.stores.materials.notHandedIn(
      access,
      id,
      state.materials.map((material) => material.id),
    ),
    actorFor(parts, own.caller, state),
  ])
  const view = await caseView(parts, { id, state, events, documents, waiting, reader })
  await parts.database.commit({
    access,
    audit: [
      auditEntry(parts, caller, {
        action: 'read',
        subjectKind: 'case',
        subjectId: id,
        caseId: id,
        fields: ['citizenCase'],
      }),
    ],
  })
  return done(view, { etag: String(state.version) })
}
