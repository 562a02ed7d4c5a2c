import {
  HANDOVER_ROLES,
  type HandoverKind,
  type HandoverStep,
  type HandoverView,
} from '@fatong/contract/network/handover.ts'
import type { z } from 'zod'
import type { PlaceKind } from '@fatong/casework/vocabulary.ts'
import { instant, localDateOf, type Instant } from '@fatong/law/calendar/dates.ts'
import type { OutboxMessage } from '../../db/rows.ts'
import type { HandoverReader, StoredHandover } from '../../db/stores/handovers.ts'
import { accessOf, type StaffCaller } from '../caller.ts'
import type { Parts } from '../parts.ts'
import { directory } from '../places/directory.ts'
import { videoRoom } from './video-room.ts'

export const LINKED_KINDS: readonly PlaceKind[] = [
  'district',
  'center',
  'station',
  'office',
  'procuratorate',
  'detentionCenter',
  'prison',
  'mediation',
]
export type Step = z.infer<typeof HandoverStep>
export const step = (by: string, what: Step['what'], note: string, at: Instant): Step => ({ at, by, what, note })

/** Places the caller works at in such a role: from there they hand over, there they take up; and those with all below them. */
export function readerOf({ roles }: StaffCaller): HandoverReader {
  const linked = roles.filter(({ role }) => HANDOVER_ROLES.includes(role))
  return {
    own: [...new Set(linked.map(({ placeId }) => placeId))],
    reach: [...new Set(linked.flatMap(({ reach }) => [...reach]))],
  }
}

/** A notice for everybody who takes matters up at a place. */
export async function told(
  { stores }: Parts,
  row: StoredHandover,
  placeId: string,
  text: string,
  at: Instant,
): Promise<OutboxMessage[]> {
  return (await stores.handovers.staffAt(placeId, HANDOVER_ROLES)).map((id) => ({
    channel: 'notice',
    recipientKind: 'staff' as const,
    recipientId: id,
    at,
    payload: { number: row.number, text: `【法通】${text}`, about: 'handover' },
  }))
}

const receives = ({ toPlace, escalatedTo }: StoredHandover, { own }: HandoverReader): boolean =>
  own.some((id) => id === toPlace || id === escalatedTo)
/** What somebody at the receiving place, or at the tier it was reported to, can do with it now. */
export function mayDo(row: StoredHandover, caller: StaffCaller): HandoverView['may'] {
  if (!receives(row, readerOf(caller))) return []
  return row.state === 'sent' ? ['take', 'return'] : row.state === 'taken' ? ['finish', 'return'] : []
}

const MEETING_MS = 60 * 60_000
/** For the two places alone: whoever is above or below them reads the matter, but does not walk in. */
function meeting(parts: Parts, row: StoredHandover, reader: HandoverReader): HandoverView['video'] {
  const { kind, room, videoUrl, meetAt, fromPlace } = row
  const between = receives(row, reader) || reader.own.includes(fromPlace)
  if (!between || (kind !== 'video' && videoUrl === null) || !isOpen(row)) return null
  const from = meetAt ?? parts.clock.now()
  return videoRoom(parts, { room, typed: videoUrl, from, to: instant(from + MEETING_MS) })
}
const isOpen = ({ state }: StoredHandover): boolean => state === 'sent' || state === 'taken'

/** A promise between offices, so amber on its last day; red once it is past and the next tier is told. */
function dueOf(row: StoredHandover, now: Instant): HandoverView['due'] {
  if (!isOpen(row)) return null
  const at = row.finishBy ?? row.dueAt
  const light = at < now ? 'red' : localDateOf(at) === localDateOf(now) ? 'amber' : 'green'
  return { at, what: row.state === 'taken' ? 'finish' : 'take', light }
}

/** Matters as the caller may see them. That a case belongs to one is said to everybody, which case only to those who may open it. */
export async function viewsOf(
  parts: Parts,
  rows: readonly StoredHandover[],
  caller: StaffCaller,
): Promise<HandoverView[]> {
  const { crypto, clock, stores } = parts
  const reader = readerOf(caller)
  const [places, numbers] = await Promise.all([
    directory(parts),
    stores.cases.numbers(accessOf(caller), [...new Set(rows.flatMap(({ caseId }) => caseId ?? []))]),
  ])
  const nameOf = (id: string): string => places.byId.get(id)?.name ?? ''
  const now = clock.now()
  return rows.map((row) => {
    const otherSide = reader.own.includes(row.fromPlace) ? row.toPlace : row.fromPlace
    const number = row.caseId === null ? undefined : numbers.get(row.caseId)
    return {
      id: row.id,
      number: row.number,
      kind: row.kind as HandoverKind,
      title: row.title,
      text: crypto.decrypt('handover.text', row.textEnc),
      state: row.state,
      version: row.version,
      fromPlace: row.fromPlace,
      fromName: nameOf(row.fromPlace),
      toPlace: row.toPlace,
      toName: nameOf(row.toPlace),
      due: dueOf(row, now),
      escalatedTo: row.escalatedTo === null ? null : nameOf(row.escalatedTo),
      escalatedAt: row.escalatedAt,
      caseFile: row.caseId !== null && number !== undefined ? { id: row.caseId, number } : null,
      caseClosed: row.caseId !== null && number === undefined,
      meetAt: row.meetAt,
      video: meeting(parts, row, reader),
      phone: places.byId.get(otherSide)?.phone ?? null,
      steps: row.steps as Step[],
      createdAt: row.createdAt,
      may: mayDo(row, caller),
    }
  })
}
