import { customType, pgSchema } from 'drizzle-orm/pg-core'
import type { Instant, LocalDate } from '@fatong/law/calendar/dates.ts'

/** Everything of ours lives in one schema, so that a shared PostgreSQL can hold other services beside it. */
export const fatong = pgSchema('fatong')

/** An instant, kept as timestamptz, read and written as milliseconds since 1970. */
export const instant = customType<{ data: Instant; driverData: string | Date }>({
  dataType: () => 'timestamptz(3)',
  toDriver: (value) => new Date(value).toISOString(),
  fromDriver: (value) => new Date(value).getTime() as Instant,
})

/** A day in the district's calendar, 'YYYY-MM-DD'. */
export const localDate = customType<{ data: LocalDate; driverData: string }>({
  dataType: () => 'date',
  fromDriver: (value) => value as LocalDate,
})

/** Bytes: ciphertext, blind indexes, hashes, files. */
export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** Text that is searched by its beginning: ordered by code point, whatever the collation of the database. */
export const searched = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' })
