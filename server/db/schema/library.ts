import { integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { fatong, instant, localDate } from './columns.ts'

/** One version of one text of law. */
export const lawText = fatong.table('law_text', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  fullName: text('full_name').notNull(),
  kind: text('kind').notNull(),
  category: text('category').notNull(),
  versionDate: localDate('version_date'),
  inForceFrom: localDate('in_force_from'),
  inForceUntil: localDate('in_force_until'),
  preamble: text('preamble'),
  contentHash: text('content_hash').notNull(),
  articles: integer('articles').notNull(),
  runId: uuid('run_id').notNull(),
})

export const lawArticle = fatong.table(
  'law_article',
  {
    textId: uuid('text_id').notNull(),
    number: text('number').notNull(),
    place: integer('place').notNull(),
    label: text('label').notNull(),
    path: text('path').notNull(),
    body: text('body').notNull(),
  },
  (t) => [primaryKey({ columns: [t.textId, t.number] })],
)

export const typicalCase = fatong.table('typical_case', {
  id: uuid('id').primaryKey(),
  title: text('title').notNull(),
  topic: text('topic').notNull(),
  body: text('body').notNull(),
  result: text('result'),
  state: text('state').notNull(),
  changedBy: text('changed_by').notNull(),
  changedAt: instant('changed_at').notNull(),
  /** who wrote it at the desk; null for an imported one */
  writtenBy: uuid('written_by'),
})

export const libraryImport = fatong.table('library_import', {
  id: uuid('id').primaryKey(),
  source: text('source').notNull(),
  startedBy: text('started_by').notNull(),
  startedAt: instant('started_at').notNull(),
  finishedAt: instant('finished_at'),
  state: text('state').notNull(),
  done: integer('done').notNull(),
  total: integer('total').notNull(),
  report: jsonb('report').notNull(),
})
