import { audit } from '../schema/events.ts'
import type { AuditEntry } from '../rows.ts'
import type { Transaction } from '../postgres.ts'

/** Writes to the access log within the transaction it tells of. */
export async function addAudit({ orm }: Transaction, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return
  await orm.insert(audit).values(
    entries.map((entry) => ({
      at: entry.at,
      actorKind: entry.actor.kind,
      actorId: entry.actor.id,
      actorName: entry.actor.name,
      actorRole: entry.actor.role ?? null,
      placeId: entry.actor.placeId ?? null,
      channel: entry.actor.channel ?? null,
      action: entry.action,
      subjectKind: entry.subjectKind,
      subjectId: entry.subjectId,
      caseId: entry.caseId ?? null,
      fields: entry.fields ? [...entry.fields] : null,
      why: entry.why ?? null,
      ipHash: entry.ipHash ?? null,
    })),
  )
}
