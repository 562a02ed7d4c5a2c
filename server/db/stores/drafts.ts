import { and, asc, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import type { MaterialKind } from '@fatong/casework/vocabulary.ts'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import { SYSTEM } from '../access.ts'
import { withAccess, type Connections } from '../postgres.ts'
import type { MaterialRow } from '../rows.ts'
import { blob, material } from '../schema/files.ts'
import { draft } from '../schema/people.ts'
import { rememberBlob, type BlobRow } from './files.ts'
import { once, type Once, type OnceKey } from './once.ts'

export interface StoredDraft {
  id: string
  secretHash: Buffer
  personId: string | null
  staffId: string | null
  dataEnc: Buffer
  version: number
  updatedAt: Instant
  expiresAt: Instant
}
export interface StoredMaterial {
  id: string
  kind: MaterialKind
  name: string
  sha256: string
  mediaType: string
  bytes: number
  addedAt: Instant
}
/**
 * Drafts are opened by their secret, which the action checks; the database is therefore asked as the service itself.
 */
export interface DraftStore {
  start(row: StoredDraft, key: OnceKey | undefined, reply: unknown): Promise<Once>
  find(id: string, now: Instant): Promise<StoredDraft | undefined>
  /** The new version, or undefined when somebody saved in between. */
  save(id: string, version: number, dataEnc: Buffer, now: Instant, expiresAt: Instant): Promise<number | undefined>
  /** Removes the draft and what was handed in with it. Files that nothing points to any more go later, see files.ts. */
  discard(id: string): Promise<void>
  materials(id: string): Promise<StoredMaterial[]>
  /** 'tooMany' beyond `most`; two uploads at once are counted one after the other. */
  addMaterial(row: MaterialRow, file: BlobRow, most: number): Promise<'added' | 'tooMany' | 'gone'>
  removeMaterial(draftId: string, materialId: string): Promise<boolean>
  /** Drafts nobody came back to; answers how many. */
  sweep(now: Instant): Promise<number>
}

const listed = { id: material.id, kind: sql<MaterialKind>`${material.kind}`, name: material.name, sha256: material.sha256, mediaType: blob.mediaType, bytes: blob.bytes, addedAt: material.addedAt }

export const draftStore = (connections: Connections): DraftStore => ({
  start: (row, key, reply) => withAccess(connections, SYSTEM, (tx) => once(tx, key, reply, async () => { await tx.orm.insert(draft).values(row) })),
  find: (id, now) => withAccess(connections, SYSTEM, async ({ orm }) => (await orm.select().from(draft).where(and(eq(draft.id, id), gt(draft.expiresAt, now))))[0]),
  save: (id, version, dataEnc, now, expiresAt) => withAccess(connections, SYSTEM, async ({ orm }) => {
    const [row] = await orm.update(draft).set({ dataEnc, version: version + 1, updatedAt: now, expiresAt }).where(and(eq(draft.id, id), eq(draft.version, version))).returning({ version: draft.version })
    return row?.version
  }),
  discard: (id) => withAccess(connections, SYSTEM, async ({ orm }) => {
    await orm.delete(material).where(and(eq(material.draftId, id), isNull(material.caseId)))
    await orm.delete(draft).where(eq(draft.id, id))
  }),
  materials: (id) => withAccess(connections, SYSTEM, ({ orm }) =>
    orm.select(listed).from(material).innerJoin(blob, eq(blob.sha256, material.sha256)).where(and(eq(material.draftId, id), isNull(material.caseId))).orderBy(asc(material.addedAt), asc(material.id))),
  addMaterial: (row, file, most) => withAccess(connections, SYSTEM, async ({ orm }) => {
    const [held] = await orm.select({ id: draft.id }).from(draft).where(eq(draft.id, row.draftId ?? '')).for('update')
    if (!held) return 'gone'
    if ((await orm.$count(material, eq(material.draftId, held.id))) >= most) return 'tooMany'
    await rememberBlob(orm, file, row.addedAt)
    await orm.insert(material).values(row)
    return 'added'
  }),
  removeMaterial: (draftId, materialId) => withAccess(connections, SYSTEM, async ({ orm }) => {
    const rows = await orm.delete(material).where(and(eq(material.id, materialId), eq(material.draftId, draftId), isNull(material.caseId))).returning({ id: material.id })
    return rows.length === 1
  }),
  sweep: (now) => withAccess(connections, SYSTEM, async ({ orm }) => {
    await orm.delete(material).where(and(isNull(material.caseId), sql`${material.draftId} IN (SELECT id FROM fatong.draft WHERE expires_at < ${new Date(now)})`))
    return (await orm.delete(draft).where(lt(draft.expiresAt, now)).returning({ id: draft.id })).length
  }),
})
