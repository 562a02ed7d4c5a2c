import { openDocument as citizenRoute } from '@fatong/contract/citizen/case.ts'
import { openCaseDocument as deskRoute } from '@fatong/contract/desk/cases.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, type Caller, type CitizenCaller, type StaffCaller } from '../caller.ts'
import { loadCase } from '../casework/load-case.ts'
import { ownCase } from '../citizen-case/own-case.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { drawn } from './drawn.ts'

interface Page { file: Buffer; mediaType: string; headers: Record<string, string> }
const TYPES = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' } as const

async function open(parts: Parts, caller: CitizenCaller | StaffCaller, caseId: string, documentId: string, as: 'pdf' | 'docx'): Promise<Outcome<Page>> {
  const access = accessOf(caller)
  const [loaded, document] = await Promise.all([loadCase(parts, access, caseId), parts.stores.documents.find(access, documentId)])
  if (!loaded || document?.caseId !== caseId) return failed('notFound')
  await parts.database.commit({ access, audit: [auditEntry(parts, caller, { action: 'download', subjectKind: 'document', subjectId: documentId, caseId })] })
  const name = encodeURIComponent(`${document.title}${document.number}.${as}`)
  return done({
    file: await drawn(parts, access, loaded.state, document, as), mediaType: TYPES[as],
    headers: { 'Content-Disposition': `${as === 'pdf' ? 'inline' : 'attachment'}; filename*=UTF-8''${name}` },
  })
}

export async function openDocument(parts: Parts, caller: Caller, { params, query }: InputOf<typeof citizenRoute>): Promise<Outcome<Page>> {
  const own = await ownCase(parts, caller, params.number)
  return own.ok ? open(parts, own.caller, own.id, params.id, query.as) : own
}

export async function openCaseDocument(parts: Parts, caller: Caller, { params, query }: InputOf<typeof deskRoute>): Promise<Outcome<Page>> {
  return caller.kind === 'staff' ? open(parts, caller, params.id, params.document, query.as) : failed('signInNeeded')
}
