import type { Instant } from '@fatong/law/calendar/dates.ts'

/** Where a list goes on: time and id of the last row shown. */
export const cursorOf = (at: Instant, id: string): string => `${at}_${id}`

export function readCursor(cursor: string | undefined): { at: Instant; id: string } | undefined | 'malformed' {
  if (cursor === undefined) return undefined
  // No later than a date can be written, and no id that the database would choke on.
  const match = /^(\d{1,14})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor)
  return match?.[1] && match[2] ? { at: Number(match[1]) as Instant, id: match[2] } : 'malformed'
}
