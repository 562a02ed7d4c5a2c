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

/** What people see of a case once it is published; of one that never was, or was withdrawn, the newest text. */
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
  /** the version that this text is */
  version: integer('version').notNull(),
})

/** Every text of a typical case: the one that waits to be looked at, the one people see, those before. */
export const typicalCaseVersion = fatong.table(
  'typical_case_version',
  {
    caseId: uuid('case_id').notNull(),
    version: integer('version').notNull(),
    title: text('title').notNull(),
    topic: text('topic').notNull(),
    body: text('body').notNull(),
    result: text('result'),
    /** draft, published, replaced, withdrawn, dropped */
    state: text('state').notNull(),
    writtenBy: uuid('written_by'),
    writtenByName: text('written_by_name').notNull(),
    writtenAt: instant('written_at').notNull(),
    settledByName: text('settled_by_name'),
    settledAt: instant('settled_at'),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.version] })],
)

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
