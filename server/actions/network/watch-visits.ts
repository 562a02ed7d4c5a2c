import type { NoticeAbout } from '@fatong/contract/desk/notices.ts'
import { addDays, localDateOf, type Instant } from '@fatong/law/calendar/dates.ts'
import { SERVICES, type Service } from '@fatong/network/coverage/vocabulary.ts'
import type { Unmet } from '@fatong/network/presence/received.ts'
import type { OutboxMessage } from '../../db/rows.ts'
import type { StoredAppointment } from '../../db/stores/network.ts'
import type { StoredPlace } from '../../db/stores/places.ts'
import type { Parts } from '../parts.ts'
import { deskOf } from './reception.ts'
import { doNotCome, lastLook, toPerson } from './reminders.ts'
import { slotText } from './slots.ts'
import { standingVisits, type UnmetVisit } from './unmet.ts'

const BECAUSE: Readonly<Record<Unmet, string>> = {
  closed: '那时不开门',
  nobody: '那时没有人值班',
  crowded: '那时来的人手不够',
}

/**
 * Looks at every visit to come: who receives visitors hears once of each that nobody receives any more, whatever the reason (leave, a
 * roster, hours, holidays); when somebody is there again the note is taken back, so that a second fall is told as well. Runs every
 * minute, after whatever changed has been committed; in two processes at once each fall is told by one. Answers how many fell.
 */
export async function watchVisits(parts: Parts): Promise<number> {
  const { network, places } = parts.stores
  const { visits, unmet } = await standingVisits(parts)
  const changed = visits.filter((one) => (one.unmetAt !== null) !== unmet.has(one.id))
  if (changed.length === 0) return 0
  const at = parts.clock.now()
  const byId = new Map((await places.all()).map((place) => [place.id, place]))
  let fell = 0
  for (const visit of changed) {
    const place = byId.get(visit.placeId)
    const lost = unmet.get(visit.id)
    if (lost === undefined) await network.receivedAgain(visit.id, again(visit, place, at))
    else if (await network.fallsAway(visit, at, await fallen(parts, lost, place, at), isNear(visit, at))) fell += 1
  }
  return fell
}

/** The desk hears; by text message where the visit is today or tomorrow, and the visitor too who may be on the way. */
async function fallen(
  parts: Parts,
  { visit, why, phone }: UnmetVisit,
  place: StoredPlace | undefined,
  at: Instant,
): Promise<OutboxMessage[]> {
  const { day, fromMinute, toMinute, service, number } = visit
  const text = `【法通】${slotText(day, fromMinute, toMinute)}到${place?.name ?? ''}的预约没有人接待了（${SERVICES[service as Service].words}，${BECAUSE[why]}）。请打电话给约的人改时间，或安排人接待。电话在“预约来访”里。`
  const soon = day <= addDays(localDateOf(at), 1)
  return [
    ...(await deskOf(parts, visit)).map((recipientId) => ({
      channel: 'notice',
      recipientKind: 'staff' as const,
      recipientId,
      payload: { number, text, about: 'appointment' satisfies NoticeAbout, ...(soon ? { sms: true } : {}) },
      at,
    })),
    ...(isNear(visit, at) ? [toPerson(visit, doNotCome(visit, place?.name, phone), at)] : []),
  ]
}

/** Who was asked to stay away is told that somebody is there after all. */
const again = (visit: StoredAppointment, place: StoredPlace | undefined, at: Instant): OutboxMessage[] =>
  isNear(visit, at)
    ? [
        toPerson(
          visit,
          `您约的${slotText(visit.day, visit.fromMinute, visit.toMinute)}${place?.name ?? ''}${visit.service === 'remote' ? '，现在有人接视频了，可以按这个时间进视频' : '，现在有人接待了，可以按这个时间来'}。`,
          at,
        ),
      ]
    : []
const isNear = (visit: StoredAppointment, at: Instant): boolean => lastLook(visit) <= at
