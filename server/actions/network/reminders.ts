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
/** What one person is told of it. */
export const APPOINTMENT_SAYS = 'appointmentSays'
const HOUR = 3_600_000
type Time = Pick<StoredAppointment, 'day' | 'fromMinute'>
/** `last`: nobody has time to be rung any more. Messages of earlier versions do not say since when the visit had its time, or name the appointment only. */
interface Due extends Partial<Time> {
  appointmentId: string
  placedAt?: number
  placeId?: string
  last?: boolean
}
/** `stay`: to the visitor whom nobody receives; `ring`: to whoever is to find them another time. */
interface Says {
  appointmentId: string
  placedAt: number
  says: 'remind' | 'stay' | 'ring'
  last: boolean
}

/** From here on a visitor may be on the way, and is told by text message and not by a call alone. */
export const lastLook = ({ day, fromMinute }: Time): Instant => instant(instantAt(day, fromMinute) - 2 * HOUR)
const eveningBefore = ({ day }: Pick<Time, 'day'>): Instant => instantAt(addDays(day, -1), 18 * 60)
/** The evening before, and two hours before; only what lies ahead. */
const looks = (time: Time, now: Instant): Instant[] =>
  [eveningBefore(time), lastLook(time)].filter((moment) => moment > now)

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
      placedAt: row.placedAt,
      placeId: row.placeId,
      day: row.day,
      fromMinute: row.fromMinute,
      last: notBefore === lastLook(row),
    } satisfies Due,
    at: now,
    notBefore,
  })),
]

/** What the visitor hears who may be on the way to somewhere that nobody is, or waits before a picture that nobody answers. */
export const doNotCome = (
  { day, fromMinute, toMinute, service }: Pick<StoredAppointment, 'day' | 'fromMinute' | 'toMinute' | 'service'>,
  placeName: string | undefined,
  phone: string,
): string =>
  `您约的${slotText(day, fromMinute, toMinute)}${placeName ?? ''}，${service === 'remote' ? '这个时间没有人接视频，请先不要等' : '现在没有人接待，请先不要动身'}。已请工作人员给您打电话改时间，您也可以打 ${phone}。`

/** The visit a message was written for, while it stands and has the time of which the message speaks. */
async function dueVisit(
  { stores, clock }: Parts,
  { appointmentId, placedAt, placeId, day, fromMinute, last = false }: Due,
): Promise<{ visit: StoredAppointment; last: boolean } | undefined> {
  const now = clock.now()
  const visit = await stores.network.appointment(SYSTEM, appointmentId)
  if (visit?.state !== 'booked' || isOver(visit, now)) return undefined
  // A visit that was moved has messages of its own for the new time. Those of an earlier version were written at the booking.
  if ((placedAt ?? visit.bookedAt) !== visit.placedAt) return undefined
  const tooLate = lastLook(visit) <= now
  if (day === undefined) return eveningBefore(visit) <= now ? { visit, last: tooLate } : undefined
  if (visit.placeId !== placeId || visit.day !== day || visit.fromMinute !== fromMinute) return undefined
  // After a standstill both looks come at once: the second alone is of use.
  return tooLate && !last ? undefined : { visit, last }
}

/**
 * Looks what there is to say when the time of a reminder has come, and writes it, once, to each person in a message of its own: a text
 * message that is refused is tried again for its recipient alone. Nobody is asked to come to somewhere that nobody is: then who receives
 * visitors there is asked to ring, with the number. A message by itself could only tell people to stay away; a call finds another time,
 * and who is called may still find somebody to stand in. Two hours before it is looked at once more: whoever is there again is a
 * reason for the reminder that was held back, and if still nobody is, the visitor is told, because a call that did not reach them
 * would let them come for nothing. False when there was nothing to say, or it is said already.
 */
export async function lookWhenDue(parts: Parts, payload: unknown): Promise<boolean> {
  const due = await dueVisit(parts, payload as Due)
  if (!due) return false
  const { visit, last } = due
  const { network } = parts.stores
  const at = parts.clock.now()
  const to = (recipientKind: 'person' | 'staff', recipientId: string, says: Says['says']): OutboxMessage => ({
    channel: APPOINTMENT_SAYS,
    recipientKind,
    recipientId,
    payload: { appointmentId: visit.id, placedAt: visit.placedAt, says, last } satisfies Says,
    at,
  })
  if (!(await unmetVisits(parts, [visit.placeId])).has(visit.id))
    return visit.remindedAt === null && network.remind(visit, at, [to('person', visit.personId, 'remind')])
  return network.ring(visit, last ? lastLook(visit) : null, at, [
    ...(last ? [to('person', visit.personId, 'stay')] : []),
    ...(await deskOf(parts, visit)).map((id) => to('staff', id, 'ring')),
  ])
}

/** What one person is told, in words of the moment in which it is delivered; undefined when it is no longer true. Names and numbers stand in no queue. */
export async function saidWhenDue(
  parts: Parts,
  payload: unknown,
): Promise<{ number: string; text: string } | undefined> {
  const { appointmentId, placedAt, says, last } = payload as Says
  const visit = await parts.stores.network.appointment(SYSTEM, appointmentId)
  if (visit?.state !== 'booked' || visit.placedAt !== placedAt || isOver(visit, parts.clock.now())) return undefined
  const lost = (await unmetVisits(parts, [visit.placeId])).get(visit.id)
  const place = (await parts.stores.places.all()).find(({ id }) => id === visit.placeId)
  const said = (text: string) => ({ number: visit.number, text: `【法通】${text}` })
  const when = slotText(visit.day, visit.fromMinute, visit.toMinute)
  const where = place?.name ?? '服务点'
  if (lost === undefined) {
    const how =
      visit.service === 'remote' ? `和${where}视频。到时在“我的预约”里点“进视频”` : `到${where}。请带身份证和有关材料`
    return says === 'remind' ? said(`提醒您：${when}${how}。来不了请在“我的”里取消。`) : undefined
  }
  if (says === 'remind') return undefined
  if (says === 'stay') return said(doNotCome(visit, place?.name, lost.phone))
  const [visitor] = await parts.stores.network.visitors(SYSTEM, [visit.personId])
  const phone = visitor?.phoneEnc ? parts.crypto.decrypt('person.phone', visitor.phoneEnc) : ''
  // Whether the visitor's own message arrives is not known here, so it is not claimed.
  const stay = visit.service === 'remote' ? '请对方先不要等' : '请对方先不要动身'
  const known = last
    ? phone === ''
      ? '对方没有登记手机号，收不到短信'
      : `同时在给对方发短信${stay}，不一定收得到`
    : '没有给对方发提醒'
  return said(
    `${visitor?.name || '有人'}约的${when}${where}还是没有人接待，${known}。请${phone === '' ? '联系对方' : `打 ${phone}`} 改时间，或安排人接待。`,
  )
}
