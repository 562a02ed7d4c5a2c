import { index, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { fatong, instant } from './columns.ts'

/** A version of a guide (办事指南) written at the desk. Version 0 is the file that ships with the product and stands in no row. */
export const guideVersion = fatong.table(
  'guide_version',
  {
    slug: text('slug').notNull(),
    version: integer('version').notNull(),
    data: jsonb('data').notNull(),
    /** draft, published, returned, withdrawn */
    state: text('state').notNull(),
    note: text('note').notNull(),
    writtenBy: uuid('written_by').notNull(),
    writtenByName: text('written_by_name').notNull(),
    writtenAt: instant('written_at').notNull(),
    reviewedBy: uuid('reviewed_by'),
    reviewedByName: text('reviewed_by_name'),
    reviewedAt: instant('reviewed_at'),
    reviewNote: text('review_note'),
  },
  (t) => [primaryKey({ columns: [t.slug, t.version] }), index('guide_version_reviewed').on(t.reviewedAt)],
)
