import { addDays, instant, instantAt, type Instant } from '@fatong/law/calendar/dates.ts'
import { SYSTEM } from '../../db/access.ts'
import type { OutboxMessage } from '../../db/rows.ts'
import type { StoredAppointment } from '../../db/stores/network.ts'
import type { Parts } from '../parts.ts'
import { deskOf } from './reception.ts'
import { slotText } from './slots.ts'
import { isOver, unmetVisits } from './unmet.ts'

/** A message that is looked at again when its time comes, because the appointment may have been cancelled, moved, or lost its person. */
export const APPOINTMENT_DUE = 'appointmentDue'
const HOUR = 3_600_000
type Time = Pick<StoredAppointment, 'day' | 'fromMinute'>
/** `last`: nobody has time to be rung any more. Messages of an earlier version name the appointment only. */
interface Due extends Partial<Time> {
  appointmentId: string
  placeId?: string
  last?: boolean
}

/** From here on a visitor may be on the way, and is told by text message and not by a call alone. */
export const lastLook = ({ day, fromMinute }: Time): Instant => instant(instantAt(day, fromMinute) - 2 * HOUR)
/** The evening before, and two hours before; only what lies ahead. */
const looks = (time: Time, now: Instant): Instant[] =>
  [instantAt(addDays(time.day, -1), 18 * 60), lastLook(time)].filter((moment) => moment > now)

/** When the visitor is reminded as things stand; null where it is too near for that, or done. */
export const remindAt = (row: Time & Pick<StoredAppointment, 'remindedAt'>, now: Instant): Instant | null =>
  row.remindedAt === null ? (looks(row, now)[0] ?? null) : null

export const toPerson = (
  { personId, number }: Pick<StoredAppointment, 'personId' | 'number'>,
  text: string,
  at: Instant,
): OutboxMessage => ({
  channel: 'notice',
  recipientKind: 'person',
  recipientId: personId,
  payload: { number, text: `【法通】${text}` },
  at,
})
/** To the visitor at once, and what is looked at again when it is time to remind. */
export const toldAndReminded = (row: StoredAppointment, text: string, now: Instant): OutboxMessage[] => [
  toPerson(row, text, now),
  ...looks(row, now).map((notBefore) => ({
    channel: APPOINTMENT_DUE,
    payload: {
      appointmentId: row.id,
      placeId: row.placeId,
      day: row.day,
      fromMinute: row.fromMinute,
      last: notBefore === lastLook(row),
    } satisfies Due,
    at: now,
    notBefore,
  })),
]

/** What the visitor hears who may be on the way to somewhere that nobody is. */
export const doNotCome = (
  row: Pick<StoredAppointment, 'day' | 'fromMinute' | 'toMinute'>,
  place: { name: string; phone: string | null } | undefined,
): string =>
  `您约的${slotText(row.day, row.fromMinute, row.toMinute)}${place?.name ?? ''}，现在没有人接待，请先不要动身。已请工作人员给您打电话改时间${place?.phone ? `，您也可以打 ${place.phone}` : ''}。`

export type DueMessage =
  | { kind: 'remind'; visit: StoredAppointment; text: string }
  | { kind: 'ring'; visit: StoredAppointment; staffIds: readonly string[]; text: string; visitor: string | null }

/**
 * What to say when the time of a reminder has come; undefined when there is nothing to say. Nobody is asked to come to somewhere that
 * nobody is: then who receives visitors there is asked to ring, with the number. A message by itself could only tell people to stay
 * away; a call finds another time, and who is called may still find somebody to stand in. Two hours before it is looked at once
 * more: whoever is there again is a reason for the reminder that was held back, and if still nobody is, the visitor is told, because
 * a call that did not reach them would let them come for nothing.
 */
export async function dueReminder(parts: Parts, payload: unknown): Promise<DueMessage | undefined> {
  const { appointmentId, placeId, day, fromMinute, last = false } = payload as Due
  const visit = await parts.stores.network.appointment(SYSTEM, appointmentId)
  if (visit?.state !== 'booked' || isOver(visit, parts.clock.now())) return undefined
  const moved = visit.placeId !== placeId || visit.day !== day || visit.fromMinute !== fromMinute
  if (day !== undefined && moved) return undefined
  const place = (await parts.stores.places.all()).find(({ id }) => id === visit.placeId)
  const when = slotText(visit.day, visit.fromMinute, visit.toMinute)
  const where = place?.name ?? '服务点'
  if (!(await unmetVisits(parts, [visit.placeId])).has(visit.id)) {
    const how =
      visit.service === 'remote' ? `和${where}视频。到时在“我的预约”里点“进视频”` : `到${where}。请带身份证和有关材料`
    return visit.remindedAt === null
      ? { kind: 'remind', visit, text: `【法通】提醒您：${when}${how}。来不了请在“我的”里取消。` }
      : undefined
  }
  const [visitor] = await parts.stores.network.visitors(SYSTEM, [visit.personId])
  const phone = visitor?.phoneEnc ? parts.crypto.decrypt('person.phone', visitor.phoneEnc) : ''
  return {
    kind: 'ring',
    visit,
    staffIds: await deskOf(parts, visit),
    text: `【法通】${visitor?.name || '有人'}约的${when}${where}还是没有人接待，${last ? '已发短信请对方先不要动身' : '没有给对方发提醒'}。请${phone === '' ? '联系对方' : `打 ${phone}`} 改时间，或安排人接待。`,
    visitor: last ? `【法通】${doNotCome(visit, place)}` : null,
  }
}
