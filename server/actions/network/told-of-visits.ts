import type { NoticeAbout } from '@fatong/contract/desk/notices.ts'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import { SERVICES, type Service } from '@fatong/network/coverage/vocabulary.ts'
import { SYSTEM } from '../../db/access.ts'
import type { OutboxMessage } from '../../db/rows.ts'
import type { StoredAppointment } from '../../db/stores/network.ts'
import type { Parts } from '../parts.ts'
import { directory } from '../places/directory.ts'
import type { ToldMember } from './callbacks.ts'
import { receivers, type Receivers } from './reception.ts'
import { slotText } from './slots.ts'

/** To somebody of the team who is to meet a visitor; name and number are put in when it is delivered, so that they stand in no queue. */
export const VISIT_TO_MEMBER = 'visitToMember'
type Turn = 'booked' | 'cancelled'
interface Payload {
  appointmentId: string
  memberId: string
  turn: Turn
  about: NoticeAbout
}

type Visit = Pick<StoredAppointment, 'id' | 'number' | 'placeId' | 'day' | 'fromMinute' | 'toMinute' | 'service'>
const words = (service: string): string => SERVICES[service as Service].words
const receiversOf = (
  parts: Parts,
  { placeId, day, fromMinute: from, toMinute: to, service }: Visit,
): Promise<Receivers> => receivers(parts, { placeId, day, span: { from, to, service } })
const toStaff = (visit: Visit, staffIds: readonly string[], text: string, at: Instant): OutboxMessage[] =>
  staffIds.map((recipientId) => ({
    channel: 'notice',
    recipientKind: 'staff',
    recipientId,
    payload: { number: visit.number, text: `【法通】${text}`, about: 'appointment' satisfies NoticeAbout },
    at,
  }))

/** Who is to meet a visitor hears that one comes, or does not come after all; `by` is whoever of the staff did it and knows. */
export async function toldReceivers(
  parts: Parts,
  visit: Visit,
  turn: Turn,
  at: Instant,
  by?: string,
): Promise<OutboxMessage[]> {
  const [{ members, staffIds, deskIds, elsewhere }, places] = await Promise.all([
    receiversOf(parts, visit),
    directory(parts),
  ])
  const what = `${slotText(visit.day, visit.fromMinute, visit.toMinute)}到${places.byId.get(visit.placeId)?.name ?? ''}`
  const text = turn === 'booked' ? `有人约了${what}，${words(visit.service)}。` : `${what}的预约取消了。`
  return [
    ...members
      .filter(({ staffId }) => by === undefined || staffId !== by)
      .map(({ id, staffId }) => {
        const about: NoticeAbout = staffId !== null && deskIds.includes(staffId) ? 'appointment' : 'duty'
        return {
          channel: VISIT_TO_MEMBER,
          payload: { appointmentId: visit.id, memberId: id, turn, about } satisfies Payload,
          at,
        }
      }),
    ...toStaff(
      visit,
      staffIds.filter((id) => id !== by),
      `${text}${elsewhere ? '那里没有能通知到的人，请转告或接待。' : '请到“预约来访”里看。'}`,
      at,
    ),
  ]
}

/** What somebody of the team is told of a visit when the message is delivered; undefined when it has changed since. */
export async function toldOfVisit(
  { stores, crypto, ...parts }: Parts,
  payload: unknown,
): Promise<(ToldMember & { about: NoticeAbout }) | undefined> {
  const { appointmentId, memberId, turn, about } = payload as Payload
  const [row, member, places] = await Promise.all([
    stores.network.appointment(SYSTEM, appointmentId),
    stores.callbacks.member(memberId),
    directory({ stores, crypto, ...parts }),
  ])
  if (row?.state !== turn || !member) return undefined
  const [visitor] = await stores.network.visitors(SYSTEM, [row.personId])
  const [name, phone] = [
    visitor?.name || '有人',
    visitor?.phoneEnc ? crypto.decrypt('person.phone', visitor.phoneEnc) : '',
  ]
  const when = `${slotText(row.day, row.fromMinute, row.toMinute)}到${places.byId.get(row.placeId)?.name ?? ''}`
  const note = row.noteEnc ? `，想问：${crypto.decrypt('appointment.note', row.noteEnc)}` : ''
  const text =
    turn === 'cancelled'
      ? `${name}约的${when}取消了，不用等。`
      : `${name}约了${when}，${words(row.service)}${note}。${phone === '' ? '' : `对方电话 ${phone}，`}${row.service === 'remote' ? '视频不通就打电话。' : '去不了请先打电话告诉对方。'}`
  return {
    staffId: member.staffId,
    phone: member.phoneEnc ? crypto.decrypt('team.phone', member.phoneEnc) : null,
    number: row.number,
    text: `【法通】${text}`,
    about,
  }
}
