import type { z } from 'zod'
import type { audit as route, AuditLine } from '@fatong/contract/desk/administration.ts'
import { ROLES, type Role } from '@fatong/casework/vocabulary.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, type StaffCaller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { administers } from './may.ts'

const PAGE = 100

/** Who read or changed what, newest first. Looking here is itself written down. */
export async function auditLog(
  parts: Parts,
  caller: StaffCaller,
  { query }: InputOf<typeof route>,
): Promise<Outcome<{ items: z.infer<typeof AuditLine>[]; next: string | null }>> {
  const right = administers(caller, 'log')
  if (!right.ok) return right
  const before = query.cursor === undefined ? undefined : Number(query.cursor)
  if (before !== undefined && !Number.isSafeInteger(before))
    return failed('malformed', { fields: { cursor: '请从第一页重新看' } })
  const number = query.caseNumber?.trim() || undefined
  const entry = auditEntry(parts, caller, { action: 'read', subjectKind: 'auditLog', subjectId: number ?? 'all' })
  const lines = await parts.stores.oversight.auditLines(accessOf(right.staff), number, before, PAGE + 1, entry)
  const page = lines.slice(0, PAGE)
  return done({
    items: page.map((line) => ({
      at: line.at,
      actor: line.actorRole
        ? `${line.actorName}（${ROLES[line.actorRole as Role] ?? line.actorRole}）`
        : line.actorName,
      action: line.action,
      subject: `${line.subjectKind}:${line.subjectId}`,
      caseNumber: line.caseNumber,
      fields: line.fields ?? [],
      why: line.why,
    })),
    next: lines.length > PAGE ? String(page.at(-1)?.position ?? '') : null,
  })
}
