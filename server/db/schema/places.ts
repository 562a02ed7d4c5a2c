import { boolean, doublePrecision, index, jsonb, text, uuid } from 'drizzle-orm/pg-core'
import { fatong } from './columns.ts'

/** Bureau, centre, stations, offices, firms and partner agencies, as one tree. */
export const place = fatong.table(
  'place',
  {
    id: uuid('id').primaryKey(),
    code: text('code').notNull().unique(),
    name: text('name').notNull(),
    shortName: text('short_name'),
    kind: text('kind').notNull(),
    parentId: uuid('parent_id'),
    managedBy: uuid('managed_by'),
    /** degrees; `crs` names the datum, e.g. GCJ-02 */
    lon: doublePrecision('lon'),
    lat: doublePrecision('lat'),
    crs: text('crs'),
    approximate: boolean('approximate').notNull().default(false),
    public: boolean('public').notNull().default(true),
    active: boolean('active').notNull().default(true),
    address: text('address'),
    phone: text('phone'),
    hours: jsonb('hours'),
    /** what is offered, of network's services; null for what is usual there */
    services: jsonb('services'),
    equipment: jsonb('equipment'),
    /** single days with other hours */
    exceptions: jsonb('exceptions'),
    openOnHolidays: boolean('open_on_holidays').notNull().default(false),
  },
  (t) => [index('place_parent').on(t.parentId)],
)
