import type { Instant } from '@fatong/law/calendar/dates.ts'

/** Where a list goes on: time and id of the last row shown. */
export const cursorOf = (at: Instant, id: string): string => `${at}_${id}`

export function readCursor(cursor: string | undefined): { at: Instant; id: string } | undefined | 'malformed' {
  if (cursor === undefined) return undefined
  const match = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(cursor)
  return match?.[1] && match[2] ? { at: Number(match[1]) as Instant, id: match[2] } : 'malformed'
}
