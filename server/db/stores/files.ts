import { and, asc, eq, inArray, isNull, ne, notInArray, sql, type SQL } from 'drizzle-orm'
import type { MaterialKind } from '@fatong/casework/vocabulary.ts'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import { SYSTEM, type AccessContext } from '../access.ts'
import { withAccess, type Connections, type Orm } from '../postgres.ts'
import type { AuditEntry, MaterialRow } from '../rows.ts'
import { caseFile } from '../schema/cases.ts'
import { blob, material } from '../schema/files.ts'
import { addAudit } from './audit-entries.ts'

/** A file as the table of files knows it. */
export interface BlobRow {
  sha256: string
  mediaType: string
  bytes: number
  /** which scanner looked, 'none', or 'removed' */
  scan: string
}
export interface CaseMaterial {
  id: string
  caseId: string
  kind: MaterialKind
  name: string
  sha256: string
  mediaType: string
  bytes: number
  addedAt: Instant
}

/** The paper that was there before: the same bytes under the same kind. */
export interface SamePaper {
  id: string
  name: string
  addedAt: Instant
}

export interface MaterialStore {
  caseInReach(access: AccessContext, caseId: string): Promise<boolean>
  /** The id behind a case number; undefined when it is out of reach. */
  caseOfNumber(access: AccessContext, number: string): Promise<string | undefined>
  /** Files of a case by their ids, for a command that names them. Ids of other cases are left out. */
  ofCaseByIds(access: AccessContext, caseId: string, ids: readonly string[]): Promise<CaseMaterial[]>
  /** A file handed in with a case; undefined when there is none in reach. The reading is written down. */
  ofCase(
    access: AccessContext,
    caseId: string,
    materialId: string,
    audit: AuditEntry,
  ): Promise<CaseMaterial | undefined>
  /**
   * Adds a file to a case in reach; 'tooMany' beyond `most`, 'gone' when the case is out of reach. What a citizen sends twice is the
   * same paper; staff may put one file under two steps of the work.
   */
  addToCase(
    access: AccessContext,
    row: MaterialRow,
    file: BlobRow,
    most: number,
    audit: AuditEntry,
  ): Promise<'added' | 'tooMany' | 'gone' | SamePaper>
  /** What citizens uploaded to a case in reach that is not among the `known` files, those its history names. */
  notHandedIn(access: AccessContext, caseId: string, known: readonly string[]): Promise<CaseMaterial[]>
  /** Takes back what a citizen uploaded; false when there is no such file in reach. That it was not handed in is for the caller to know. */
  takeBack(access: AccessContext, caseId: string, materialId: string, at: Instant, audit: AuditEntry): Promise<boolean>
  /** Files nothing points to any more. */
  unused(most: number): Promise<string[]>
  markRemoved(sha256: string): Promise<void>
}

/** Remembers a file; the same file a second time is the same row. */
export async function rememberBlob(orm: Orm, file: BlobRow, at: Instant): Promise<void> {
  await orm
    .insert(blob)
    .values({ ...file, createdAt: at })
    .onConflictDoUpdate({ target: blob.sha256, set: { scan: file.scan } })
}

/** The paper among those of a draft or a case that is the same as another one; undefined when there is none. */
export async function samePaper(orm: Orm, among: SQL, { sha256, kind }: MaterialRow): Promise<SamePaper | undefined> {
  const [same] = await orm
    .select({ id: material.id, name: material.name, addedAt: material.addedAt })
    .from(material)
    .where(and(among, eq(material.sha256, sha256), eq(material.kind, kind)))
    .limit(1)
  return same
}

const columns = {
  id: material.id,
  caseId: sql<string>`${material.caseId}`,
  kind: sql<MaterialKind>`${material.kind}`,
  name: material.name,
  sha256: material.sha256,
  mediaType: blob.mediaType,
  bytes: blob.bytes,
  addedAt: material.addedAt,
}

const waiting = (caseId: string) =>
  and(eq(material.caseId, caseId), eq(material.addedByKind, 'citizen'), isNull(material.takenBackAt))

export const materialStore = (connections: Connections): MaterialStore => ({
  caseInReach: (access, caseId) =>
    withAccess(connections, access, async ({ orm }) => (await orm.$count(caseFile, eq(caseFile.id, caseId))) > 0),
  caseOfNumber: (access, number) =>
    withAccess(
      connections,
      access,
      async ({ orm }) =>
        (await orm.select({ id: caseFile.id }).from(caseFile).where(eq(caseFile.number, number)))[0]?.id,
    ),
  ofCaseByIds: (access, caseId, ids) =>
    withAccess(connections, access, async ({ orm }) =>
      ids.length === 0
        ? []
        : orm
            .select(columns)
            .from(material)
            .innerJoin(blob, eq(blob.sha256, material.sha256))
            .where(and(eq(material.caseId, caseId), inArray(material.id, [...ids]))),
    ),
  ofCase: (access, caseId, materialId, audit) =>
    withAccess(connections, access, async (tx) => {
      const [row] = await tx.orm
        .select(columns)
        .from(material)
        .innerJoin(blob, eq(blob.sha256, material.sha256))
        .where(and(eq(material.id, materialId), eq(material.caseId, caseId)))
      if (!row) return undefined
      await addAudit(tx, [audit])
      return row
    }),
  addToCase: (access, row, file, most, audit) =>
    withAccess(connections, access, async (tx) => {
      const caseId = row.caseId
      if (!caseId || (await tx.orm.$count(caseFile, eq(caseFile.id, caseId))) === 0) return 'gone'
      await tx.orm.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${caseId}, 1))`)
      const same = row.addedByKind === 'citizen' && (await samePaper(tx.orm, eq(material.caseId, caseId), row))
      if (same) {
        // Sent once more after it was taken back: it waits to be handed in again.
        await tx.orm.update(material).set({ takenBackAt: null }).where(eq(material.id, same.id))
        return same
      }
      if ((await tx.orm.$count(material, eq(material.caseId, caseId))) >= most) return 'tooMany'
      await rememberBlob(tx.orm, file, row.addedAt)
      await tx.orm.insert(material).values(row)
      await addAudit(tx, [audit])
      return 'added'
    }),
  notHandedIn: (access, caseId, known) =>
    withAccess(connections, access, ({ orm }) =>
      orm
        .select(columns)
        .from(material)
        .innerJoin(blob, eq(blob.sha256, material.sha256))
        .where(and(waiting(caseId), notInArray(material.id, [...known])))
        .orderBy(asc(material.addedAt), asc(material.id)),
    ),
  takeBack: (access, caseId, materialId, at, audit) =>
    withAccess(connections, access, async (tx) => {
      const taken = await tx.orm
        .update(material)
        .set({ takenBackAt: at })
        .where(and(waiting(caseId), eq(material.id, materialId)))
        .returning({ id: material.id })
      if (taken.length === 0) return false
      await addAudit(tx, [audit])
      return true
    }),
  unused: (most) =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      const rows = await orm
        .select({ sha256: blob.sha256 })
        .from(blob)
        .where(
          and(
            ne(blob.scan, 'removed'),
            sql`NOT EXISTS (SELECT 1 FROM fatong.material m WHERE m.sha256 = ${blob.sha256})`,
          ),
        )
        .limit(most)
      return rows.map(({ sha256 }) => sha256)
    }),
  markRemoved: (sha256) =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      await orm.update(blob).set({ scan: 'removed' }).where(eq(blob.sha256, sha256))
    }),
})
