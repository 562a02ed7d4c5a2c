import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import type { MaterialKind } from '@fatong/casework/vocabulary.ts'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import { SYSTEM } from '../access.ts'
import { gatheredRead, gatheredWrite } from '../gathered.ts'
import { withAccess, type Connections } from '../postgres.ts'
import type { MaterialRow } from '../rows.ts'
import { material } from '../schema/files.ts'
import { draft } from '../schema/people.ts'
import { rememberBlob, samePaper, type BlobRow, type SamePaper } from './files.ts'
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
  /** 'tooMany' beyond `most`; two uploads at once are counted one after the other. The same paper a second time is the one that is there. */
  addMaterial(row: MaterialRow, file: BlobRow, most: number): Promise<'added' | 'tooMany' | 'gone' | SamePaper>
  removeMaterial(draftId: string, materialId: string): Promise<boolean>
  /** Drafts nobody came back to; answers how many. */
  sweep(now: Instant): Promise<number>
}

export const draftStore = (connections: Connections): DraftStore => ({
  start: (row, key, reply) =>
    withAccess(connections, SYSTEM, (tx) =>
      once(tx, key, reply, async () => {
        await tx.orm.insert(draft).values(row)
      }),
    ),
  find: findDraft(connections),
  save: (id, version, dataEnc, now, expiresAt) =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      const [row] = await orm
        .update(draft)
        .set({ dataEnc, version: version + 1, updatedAt: now, expiresAt })
        .where(and(eq(draft.id, id), eq(draft.version, version)))
        .returning({ version: draft.version })
      return row?.version
    }),
  discard: gatheredWrite<string>(connections, async ({ client }, ids) => {
    await client.query({
      name: 'discard_drafts',
      values: [ids],
      text: `WITH papers AS (DELETE FROM fatong.material WHERE draft_id = ANY ($1::uuid[]) AND case_id IS NULL)
      DELETE FROM fatong.draft WHERE id = ANY ($1::uuid[])`,
    })
  }),
  materials: materialsOf(connections),
  addMaterial: (row, file, most) =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      const [held] = await orm
        .select({ id: draft.id })
        .from(draft)
        .where(eq(draft.id, row.draftId ?? ''))
        .for('update')
      if (!held) return 'gone'
      const same = await samePaper(orm, eq(material.draftId, held.id), row)
      if (same) return same
      if ((await orm.$count(material, eq(material.draftId, held.id))) >= most) return 'tooMany'
      await rememberBlob(orm, file, row.addedAt)
      await orm.insert(material).values(row)
      return 'added'
    }),
  removeMaterial: (draftId, materialId) =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      const rows = await orm
        .delete(material)
        .where(and(eq(material.id, materialId), eq(material.draftId, draftId), isNull(material.caseId)))
        .returning({ id: material.id })
      return rows.length === 1
    }),
  sweep: (now) =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      await orm
        .delete(material)
        .where(
          and(
            isNull(material.caseId),
            sql`${material.draftId} IN (SELECT id FROM fatong.draft WHERE expires_at < ${new Date(now)})`,
          ),
        )
      return (await orm.delete(draft).where(lt(draft.expiresAt, now)).returning({ id: draft.id })).length
    }),
})

const ms = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`

function findDraft(connections: Connections): DraftStore['find'] {
  const find = gatheredRead<string, StoredDraft, StoredDraft | undefined>(connections, {
    name: 'drafts_by_id',
    text: `SELECT id, secret_hash AS "secretHash", person_id AS "personId", staff_id AS "staffId", data_enc AS "dataEnc", version,
      ${ms('updated_at')} AS "updatedAt", ${ms('expires_at')} AS "expiresAt" FROM fatong.draft WHERE id = ANY ($1::uuid[])`,
    values: (ids) => [ids],
    pick: (rows, id) => rows.find((row) => row.id === id),
  })
  return async (id, now) => {
    const found = await find(id)
    return found && found.expiresAt > now ? found : undefined
  }
}

function materialsOf(connections: Connections): DraftStore['materials'] {
  return gatheredRead<string, StoredMaterial & { draftId: string }, StoredMaterial[]>(connections, {
    name: 'materials_of_drafts',
    text: `SELECT m.draft_id AS "draftId", m.id, m.kind, m.name, m.sha256, b.media_type AS "mediaType", b.bytes, ${ms('m.added_at')} AS "addedAt"
      FROM fatong.material m JOIN fatong.blob b ON b.sha256 = m.sha256 WHERE m.draft_id = ANY ($1::uuid[]) AND m.case_id IS NULL ORDER BY m.added_at, m.id`,
    values: (ids) => [ids],
    pick: (rows, id) => rows.filter(({ draftId }) => draftId === id).map(({ draftId: _, ...row }) => row),
  })
}
