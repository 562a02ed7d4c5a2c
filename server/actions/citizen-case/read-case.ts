import { myCases as myRoute, readCase as route, type CitizenCase } from '@fatong/contract/citizen/case.ts'
import { STATUSES } from '@fatong/casework/vocabulary.ts'
import { MATTERS } from '@fatong/law/legal-aid/matters.ts'
import type { z } from 'zod'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, type Caller } from '../caller.ts'
import { actorFor } from '../casework/acting.ts'
import type { Input, InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { directory } from '../places/directory.ts'
import { ownCase } from './own-case.ts'
import { citizenCase } from './view.ts'

/** 一件案子的进度. The reading is written down. */
export async function readCase(parts: Parts, caller: Caller, { params }: InputOf<typeof route>): Promise<Outcome<CitizenCase>> {
  const own = await ownCase(parts, caller, params.number)
  if (!own.ok) return own
  const { id, state } = own
  const access = accessOf(caller)
  const [calendar, office, parameters, places, events, documents, actor] = await Promise.all([
    parts.law.calendar(), parts.law.office(state.placeId), parts.law.parameters(), directory(parts), parts.stores.cases.history(access, id), parts.stores.documents.ofCase(access, id), actorFor(parts, own.caller, state),
  ])
  await parts.database.commit({ access, audit: [auditEntry(parts, own.caller, { action: 'read', subjectKind: 'case', subjectId: id, caseId: id })] })
  const place = places.byId.get(state.placeId) ?? places.center
  const view = citizenCase(state, {
    id, events, office: { name: place.name, phone: place.phone ?? places.center.phone }, context: { actor, now: parts.clock.now(), calendar, office, parameters },
    documents: documents.filter((d) => !INSIDE.includes(d.kind)).map(({ id: document, kind, title, number, issuedAt }) => ({ id: document, kind, title, number, issuedAt })),
  })
  return done(view, { etag: String(state.version) })
}
/** Papers between the agency and others. */
const INSIDE: readonly string[] = ['closingReport']

/** 我的案子 */
export async function myCases(parts: Parts, caller: Caller, _input: Input): Promise<Outcome<z.infer<typeof myRoute.reply>>> {
  if (caller.kind !== 'citizen') return failed('signInNeeded')
  const lines = await parts.stores.cases.ofPerson(accessOf(caller), caller.personId)
  return done({ items: lines.map((line) => ({ number: line.number, status: line.status, statusText: STATUSES[line.status], matterText: MATTERS[line.matter].plain, submittedAt: line.submittedAt, yourTurn: line.status === 'supplementing' })) })
}
