import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytes, fatong, instant, localDate } from './columns.ts'

/** A year's notice on days off and make-up workdays; a later version replaces an earlier one, which is kept. */
export const holidayTable = fatong.table(
  'holiday_table',
  {
    year: integer('year').notNull(),
    version: integer('version').notNull(),
    data: jsonb('data').notNull(),
    source: text('source').notNull(),
    enteredBy: text('entered_by').notNull(),
    enteredAt: instant('entered_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.year, t.version] })],
)

/** A local figure with the day it holds from, its source and who entered it; never overwritten. */
export const parameter = fatong.table(
  'parameter',
  {
    id: uuid('id').primaryKey(),
    key: text('key').notNull(),
    value: jsonb('value').notNull(),
    validFrom: localDate('valid_from').notNull(),
    validTo: localDate('valid_to'),
    source: text('source').notNull(),
    level: text('level').notNull(),
    state: text('state').notNull().default('released'),
    enteredBy: text('entered_by').notNull(),
    enteredAt: instant('entered_at').notNull(),
  },
  (t) => [index('parameter_key').on(t.key, t.validFrom)],
)

/** How this installation works: office hours, cut-off time, retention. */
export const setting = fatong.table('setting', {
  key: text('key').primaryKey(),
  value: jsonb('value').notNull(),
  version: integer('version').notNull(),
  changedBy: text('changed_by').notNull(),
  changedAt: instant('changed_at').notNull(),
})

export const settingHistory = fatong.table(
  'setting_history',
  {
    key: text('key').notNull(),
    version: integer('version').notNull(),
    value: jsonb('value').notNull(),
    changedBy: text('changed_by').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.key, t.version] })],
)

/** Word templates of the official documents; one version of a kind is in use. */
export const documentTemplate = fatong.table(
  'document_template',
  {
    kind: text('kind').notNull(),
    version: integer('version').notNull(),
    name: text('name').notNull(),
    docx: bytes('docx').notNull(),
    sha256: text('sha256').notNull(),
    active: boolean('active').notNull().default(false),
    addedBy: text('added_by').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.version] }),
    uniqueIndex('document_template_active').on(t.kind).where(sql`active`),
  ],
)

/** Releases of changed parameters and rules, with what the replay over stored applications showed. */
export const release = fatong.table('release', {
  id: uuid('id').primaryKey(),
  subject: text('subject').notNull(),
  change: jsonb('change').notNull(),
  replay: jsonb('replay').notNull(),
  releasedBy: text('released_by').notNull(),
  releasedAt: instant('released_at').notNull(),
})
