import type { AuditAction, AuditField, AuditSubject } from '@fatong/casework/audit-words.ts'
import type { AuditEntry } from '../db/rows.ts'
import type { Caller } from './caller.ts'
import type { Parts } from './parts.ts'

interface Told {
  action: AuditAction
  subjectKind: AuditSubject
  subjectId: string
  caseId?: string | null
  fields?: readonly AuditField[]
  why?: string | null
}

/** A line of the access log: who, what, why, from where. The network address is kept as a mark that can be compared, not read. */
export function auditEntry(parts: Pick<Parts, 'clock' | 'crypto'>, caller: Caller, told: Told): AuditEntry {
  return {
    at: parts.clock.now(),
    actor: auditActor(caller),
    ipHash: parts.crypto.addressMark(caller.ip).toString('hex'),
    ...told,
  }
}

function auditActor(caller: Caller): AuditEntry['actor'] {
  switch (caller.kind) {
    case 'anonymous':
      return { kind: 'anonymous', id: 'anonymous', name: '未登录' }
    case 'citizen':
      return { kind: 'citizen', id: caller.personId, name: caller.name ?? '申请人', channel: 'web' }
    case 'staff':
      return {
        kind: 'staff',
        id: caller.staffId,
        name: caller.name,
        role: caller.roles[0]?.role ?? null,
        placeId: caller.roles[0]?.placeId ?? null,
        channel: 'desk',
      }
    default:
      return caller satisfies never
  }
}
