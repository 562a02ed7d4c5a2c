import { asc, desc, eq, or, sql } from 'drizzle-orm'
import type { AccessContext } from '../access.ts'
import { withAccess, type Connections } from '../postgres.ts'
import type { AuditEntry } from '../rows.ts'
import { caseFile } from '../schema/cases.ts'
import { audit } from '../schema/events.ts'
import { blob, document, material } from '../schema/files.ts'
import { inboxNotice } from '../schema/messages.ts'
import { draft, person, session } from '../schema/people.ts'
import { addAudit } from './audit-entries.ts'

/** Everything kept of one person, as the person may see it (个人信息保护法 45). Sealed values come sealed. */
export type OwnData = Awaited<ReturnType<OwnDataStore['collect']>>

/** Asked with the citizen's own rights: row level security decides what belongs to them. */
export const ownDataStore = (connections: Connections) => ({
  collect: (access: AccessContext, personId: string, entry: AuditEntry) =>
    withAccess(connections, access, async (tx) => {
      const { orm } = tx
      const [self] = await orm.select().from(person).where(eq(person.id, personId))
      const cases = await orm
        .select({
          id: caseFile.id,
          number: caseFile.number,
          agencyId: caseFile.agencyId,
          kind: caseFile.kind,
          status: caseFile.status,
          submittedAt: caseFile.submittedAt,
          applicantName: caseFile.applicantName,
          opponents: caseFile.opponents,
          claimFen: caseFile.claimFen,
          steps: caseFile.steps,
          form: sql<unknown>`${caseFile.state} -> 'form'`,
          messages: sql<unknown>`${caseFile.state} -> 'messages'`,
          decision: sql<unknown>`${caseFile.state} -> 'decision'`,
          objection: sql<unknown>`${caseFile.state} -> 'objection'`,
        })
        .from(caseFile)
        .where(or(eq(caseFile.applicantId, personId), eq(caseFile.proxyId, personId)))
        .orderBy(desc(caseFile.submittedAt))
      const materials = await orm
        .select({
          id: material.id,
          caseId: material.caseId,
          kind: material.kind,
          name: material.name,
          mediaType: blob.mediaType,
          bytes: blob.bytes,
          sha256: material.sha256,
          addedAt: material.addedAt,
        })
        .from(material)
        .innerJoin(blob, eq(blob.sha256, material.sha256))
        .where(sql`${material.caseId} IN (SELECT id FROM fatong.case_file)`)
        .orderBy(asc(material.addedAt))
      const documents = await orm
        .select({
          caseId: document.caseId,
          kind: document.kind,
          number: document.number,
          title: document.title,
          data: document.data,
          issuedAt: document.issuedAt,
        })
        .from(document)
        .orderBy(asc(document.issuedAt))
      const notices = await orm
        .select({ title: inboxNotice.title, text: inboxNotice.text, at: inboxNotice.at, readAt: inboxNotice.readAt })
        .from(inboxNotice)
        .where(eq(inboxNotice.personId, personId))
        .orderBy(desc(inboxNotice.at))
      const sessions = await orm
        .select({
          createdAt: session.createdAt,
          lastSeenAt: session.lastSeenAt,
          expiresAt: session.expiresAt,
          revokedAt: session.revokedAt,
          device: session.userAgent,
        })
        .from(session)
        .where(eq(session.personId, personId))
        .orderBy(desc(session.createdAt))
      const drafts = await orm
        .select({ id: draft.id, dataEnc: draft.dataEnc, updatedAt: draft.updatedAt, expiresAt: draft.expiresAt })
        .from(draft)
        .where(eq(draft.personId, personId))
      const readings = await orm
        .select({
          at: audit.at,
          by: audit.actorName,
          role: audit.actorRole,
          action: audit.action,
          fields: audit.fields,
          why: audit.why,
        })
        .from(audit)
        .where(sql`${audit.subjectKind} = 'person' AND ${audit.subjectId} = ${personId}`)
        .orderBy(desc(audit.position))
        .limit(10_000)
      await addAudit(tx, [entry])
      return { self, cases, materials, documents, notices, sessions, drafts, readings }
    }),
})
export type OwnDataStore = ReturnType<typeof ownDataStore>
