import { asc, eq, sql } from 'drizzle-orm'
import { SYSTEM } from '../access.ts'
import type { AccessContext } from '../access.ts'
import { withAccess } from '../postgres.ts'
import type { Connections } from '../postgres.ts'
import { document } from '../schema/files.ts'

export type StoredDocument = typeof document.$inferSelect

export interface DocumentStore {
  /** Documents of a case in reach, oldest first. */
  ofCase(access: AccessContext, caseId: string): Promise<StoredDocument[]>
  find(access: AccessContext, id: string): Promise<StoredDocument | undefined>
  /** For anybody who holds the paper with its code. Show only what the paper itself shows, masked. */
  byVerifyCode(code: string): Promise<(StoredDocument & { agencyName: string }) | undefined>
  /** Remembers the drawn pages, so that what was handed out can be compared later. The first drawing stands. */
  keepDrawn(id: string, drawn: { pdfSha256?: string; docxSha256?: string }): Promise<void>
}

export const documentStore = (connections: Connections): DocumentStore => ({
  ofCase: (access, caseId) =>
    withAccess(connections, access, ({ orm }) =>
      orm.select().from(document).where(eq(document.caseId, caseId)).orderBy(asc(document.issuedAt), asc(document.id)),
    ),
  find: (access, id) =>
    withAccess(
      connections,
      access,
      async ({ orm }) => (await orm.select().from(document).where(eq(document.id, id)))[0],
    ),
  byVerifyCode: (code) =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      const [found] = await orm.select().from(document).where(eq(document.verifyCode, code))
      if (!found) return undefined
      const { rows } = await orm.execute<{ name: string }>(
        sql`SELECT p.name FROM fatong.case_file c JOIN fatong.place p ON p.id = c.agency_id WHERE c.id = ${found.caseId}`,
      )
      return { ...found, agencyName: rows[0]?.name ?? '' }
    }),
  keepDrawn: (id, { pdfSha256, docxSha256 }) =>
    withAccess(connections, SYSTEM, async ({ orm }) => {
      await orm.execute(sql`SELECT fatong.keep_drawn(${id}, ${pdfSha256 ?? null}, ${docxSha256 ?? null})`)
    }),
})
