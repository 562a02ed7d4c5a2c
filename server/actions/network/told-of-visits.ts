import type { NoticeAbout } from '@fatong/contract/desk/notices.ts'
import type { Instant } from '@fatong/law/calendar/dates.ts'
import { SERVICES, type Service } from '@fatong/network/coverage/vocabulary.ts'
import { SYSTEM } from '../../db/access.ts'
import type { OutboxMessage } from '../../db/rows.ts'
import type { StoredAppointment, VisitTime } from '../../db/stores/network.ts'
import type { Parts } from '../parts.ts'
import { directory } from '../places/directory.ts'
import type { ToldMember } from './callbacks.ts'
import { receivers, type Receivers } from './reception.ts'
import { slotText } from './slots.ts'

/** To somebody of the team who is to meet a visitor; name and number are put in when it is delivered, so that they stand in no queue. */
export const VISIT_TO_MEMBER = 'visitToMember'
type Turn = 'booked' | 'cancelled' | 'moved'
interface Payload {
  appointmentId: string
  memberId: string
  turn: Turn
  about: NoticeAbout
  /** of one that was moved: where and when it was */
  was?: VisitTime
  /** of one that was moved: somebody else receives the visitor now */
  gone?: boolean
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
  turn: Exclude<Turn, 'moved'>,
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

/** Whoever was to meet a visitor, and whoever is to now, hear of the move, once each, and not who moved it; who is to no longer hears only that they need not wait. */
export async function toldOfMove(
  parts: Parts,
  was: Visit,
  visit: Visit,
  at: Instant,
  by: string,
): Promise<OutboxMessage[]> {
  const [before, after, { byId }] = await Promise.all([
    receiversOf(parts, was),
    receiversOf(parts, visit),
    directory(parts),
  ])
  const members = new Map([...before.members, ...after.members].map((one) => [one.id, one]))
  const told = new Set([by, ...[...members.values()].map(({ staffId }) => staffId)])
  const deskIds = [...before.deskIds, ...after.deskIds]
  const comesTo = new Set(after.members.map((one) => one.id))
  const where = ({ day, fromMinute, toMinute, placeId }: VisitTime): string =>
    `${slotText(day, fromMinute, toMinute)}到${byId.get(placeId)?.name ?? ''}`
  const { placeId, day, fromMinute, toMinute } = was
  const staffIds = after.staffIds.filter((id) => !told.has(id))
  const noLonger = before.staffIds.filter((id) => !told.has(id) && !staffIds.includes(id))
  return [
    ...[...members.values()]
      .filter(({ staffId }) => staffId !== by)
      .map(({ id, staffId }) => ({
        channel: VISIT_TO_MEMBER,
        payload: {
          appointmentId: visit.id,
          memberId: id,
          turn: 'moved',
          about: staffId !== null && deskIds.includes(staffId) ? 'appointment' : 'duty',
          was: { placeId, day, fromMinute, toMinute },
          ...(comesTo.has(id) ? {} : { gone: true }),
        } satisfies Payload,
        at,
      })),
    ...toStaff(
      visit,
      staffIds,
      `${where(was)}的预约改了：${where(visit)}，${words(visit.service)}。请到“预约来访”里看。`,
      at,
    ),
    ...toStaff(visit, noLonger, `${where(was)}的预约${movedTo(was, visit)}了，不用等。`, at),
  ]
}

const movedTo = (was: VisitTime, now: VisitTime): string => (was.placeId === now.placeId ? '改到别的时间' : '改到别处')
const sameTime = (a: VisitTime, b: VisitTime): boolean =>
  a.placeId === b.placeId && a.day === b.day && a.fromMinute === b.fromMinute

/** What somebody of the team is told of a visit when the message is delivered; undefined when it has changed since. */
export async function toldOfVisit(
  { stores, crypto, ...parts }: Parts,
  payload: unknown,
): Promise<(ToldMember & { about: NoticeAbout }) | undefined> {
  const { appointmentId, memberId, turn, about, was, gone = false } = payload as Payload
  const [row, member, places] = await Promise.all([
    stores.network.appointment(SYSTEM, appointmentId),
    stores.callbacks.member(memberId),
    directory({ stores, crypto, ...parts }),
  ])
  if (row?.state !== (turn === 'moved' ? 'booked' : turn) || !member) return undefined
  // Moved back meanwhile: whoever was not to wait is to wait after all, and hears that from the second move.
  if (gone && was && sameTime(was, row)) return undefined
  const [visitor] = await stores.network.visitors(SYSTEM, [row.personId])
  const [name, phone] = [
    visitor?.name || '有人',
    visitor?.phoneEnc ? crypto.decrypt('person.phone', visitor.phoneEnc) : '',
  ]
  const where = ({ day, fromMinute, toMinute, placeId }: VisitTime): string =>
    `${slotText(day, fromMinute, toMinute)}到${places.byId.get(placeId)?.name ?? ''}`
  const when = where(row)
  const note = row.noteEnc ? `，想问：${crypto.decrypt('appointment.note', row.noteEnc)}` : ''
  const text =
    turn === 'cancelled'
      ? `${name}约的${when}取消了，不用等。`
      : gone && was
        ? `${name}约的${where(was)}${movedTo(was, row)}了，您不用等。`
        : `${name}${was ? `约的${where(was)}改了：` : '约了'}${when}，${words(row.service)}${note}。${phone === '' ? '' : `对方电话 ${phone}，`}${row.service === 'remote' ? '视频不通就打电话。' : '去不了请先打电话告诉对方。'}`
  return {
    staffId: member.staffId,
    phone: member.phoneEnc ? crypto.decrypt('team.phone', member.phoneEnc) : null,
    number: row.number,
    text: `【法通】${text}`,
    about,
  }
}
