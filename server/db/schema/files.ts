import { sql } from 'drizzle-orm'
import { index, integer, json, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { fatong, instant } from './columns.ts'

/** A file in the content-addressed store. */
export const blob = fatong.table('blob', {
  sha256: text('sha256').primaryKey(),
  mediaType: text('media_type').notNull(),
  bytes: integer('bytes').notNull(),
  scan: text('scan').notNull().default('pending'),
  createdAt: instant('created_at').notNull(),
})

/** A file somebody handed in, with a draft first and with a case later. */
export const material = fatong.table(
  'material',
  {
    id: uuid('id').primaryKey(),
    caseId: uuid('case_id'),
    draftId: uuid('draft_id'),
    sha256: text('sha256')
      .notNull()
      .references(() => blob.sha256),
    kind: text('kind').notNull(),
    name: text('name').notNull(),
    addedByKind: text('added_by_kind').notNull(),
    addedById: text('added_by_id').notNull(),
    addedAt: instant('added_at').notNull(),
    /** when whoever uploaded it to a case took it back, before it was handed in */
    takenBackAt: instant('taken_back_at'),
  },
  (t) => [
    index('material_case').on(t.caseId).where(sql`case_id is not null`),
    index('material_draft').on(t.draftId).where(sql`draft_id is not null`),
    index('material_sha256').on(t.sha256),
  ],
)

/** An official document of a case. Its pages are drawn from `data` when first asked for. */
export const document = fatong.table(
  'document',
  {
    id: uuid('id').primaryKey(),
    caseId: uuid('case_id').notNull(),
    kind: text('kind').notNull(),
    number: text('number').notNull(),
    title: text('title').notNull(),
    data: json('data').notNull(),
    issuedAt: instant('issued_at').notNull(),
    verifyCode: text('verify_code').notNull(),
    pdfSha256: text('pdf_sha256'),
    docxSha256: text('docx_sha256'),
  },
  (t) => [
    index('document_case').on(t.caseId),
    uniqueIndex('document_number').on(t.kind, t.number),
    uniqueIndex('document_verify_code').on(t.verifyCode),
  ],
)
