import type { Turn } from '@fatong/network/presence/presence.ts'
import { addDays, weekday, type LocalDate } from '@fatong/law/calendar/dates.ts'
import type { StoredLeave, StoredLine, StoredRoster, StoredRosterChange } from '../../db/stores/network.ts'

/** One person at one place on one day, as the weekly pattern says and as single days change it. */
export interface DayShift {
  line: StoredLine
  day: LocalDate
  change: StoredRosterChange | undefined
  /** the person is away for days, and nobody changed this one */
  leave: StoredLeave | undefined
  /** who is there; undefined when the person is away and nobody covers */
  memberId: string | undefined
  /** that person has left the team: the line is in force, but nobody comes */
  left: boolean
}

/** Every shift of `days` days from a first one, in order of day and time. Holidays are not looked at here. */
export function shiftsOf({ lines, changes, leaves, gone }: StoredRoster, first: LocalDate, days: number): DayShift[] {
  const changed = new Map(changes.map((change) => [`${change.lineId} ${change.day}`, change]))
  const hasLeft = new Set(gone)
  return Array.from({ length: days }, (_, at) => addDays(first, at)).flatMap((day) =>
    lines
      .filter(
        (line) =>
          line.weekday === weekday(day) && line.validFrom <= day && (line.validTo === null || day <= line.validTo),
      )
      .map((line) => {
        const change = changed.get(`${line.id} ${day}`)
        const there = change ? (change.coverId ?? undefined) : line.memberId
        const leave = leaves.find(({ memberId, from, to }) => memberId === there && from <= day && day <= to)
        const memberId = leave ? undefined : there
        return { line, day, change, leave, memberId, left: memberId !== undefined && hasLeft.has(memberId) }
      }),
  )
}

/** As the rule of who is there takes it. */
export const turnOf = ({ line, memberId, left }: DayShift): Turn => ({
  kind: line.kind,
  services: line.services,
  open: line.fromMinute,
  close: line.toMinute,
  there: memberId !== undefined && !left,
})

/** Whether two lines want the same person at the same time on some day. */
export function clash(
  a: Pick<StoredLine, 'memberId' | 'weekday' | 'fromMinute' | 'toMinute' | 'validFrom' | 'validTo'>,
  b: typeof a,
): boolean {
  const [aEnd, bEnd] = [a.validTo ?? LATE, b.validTo ?? LATE]
  return (
    a.memberId === b.memberId &&
    a.weekday === b.weekday &&
    a.fromMinute < b.toMinute &&
    b.fromMinute < a.toMinute &&
    a.validFrom <= bEnd &&
    b.validFrom <= aEnd
  )
}
const LATE = '9999-12-31'
