import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type {
  AppointmentView,
  bookAppointment as bookRoute,
  cancelAppointment as cancelRoute,
  deskAppointments as deskRoute,
  setAppointmentVideo as videoRoute,
  settleAppointment as settleRoute,
} from '@fatong/contract/network/appointments.ts'
import { addDays, localDate, localDateOf } from '@fatong/law/calendar/dates.ts'
import { SERVICES } from '@fatong/network/coverage/vocabulary.ts'
import type { StoredAppointment } from '../../db/stores/network.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, holdsRole, type CitizenCaller, type StaffCaller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { directory } from '../places/directory.ts'
import { onceKey } from '../request-once.ts'
import { viewOf } from './appointment-view.ts'
import { presence } from './presence.ts'
import { RECEIVE, receptionPlaces } from './reception.ts'
import { toldAndReminded, toPerson } from './reminders.ts'
import { isOpenToVisits, slotsOn, slotText } from './slots.ts'
import { spokenNumber } from './spoken-number.ts'
import { toldReceivers } from './told-of-visits.ts'
import { unmetVisits } from './unmet.ts'
import { newRoom } from './video-room.ts'

/** A citizen takes a time at which somebody is there and free. */
export async function bookAppointment(
  parts: Parts,
  caller: CitizenCaller,
  { body, idempotencyKey }: InputOf<typeof bookRoute>,
): Promise<Outcome<AppointmentView>> {
  const { stores } = parts
  const day = localDate(body.day)
  const place = (await stores.places.all()).find(({ id }) => id === body.placeId)
  if (!isOpenToVisits(place)) return failed('notFound')
  const now = parts.clock.now()
  const [there, taken] = await Promise.all([presence(parts, day, 1), stores.network.taken([place.id], day, day)])
  const slot = (await slotsOn(place, day, body.service, there, taken, now)).find(({ from }) => from === body.from)
  const key = onceKey(parts, 'bookAppointment', caller.personId, idempotencyKey, body)
  // A full slot may be one's own, asked for a second time: the store tells.
  if (!slot || day > addDays(localDateOf(now), 14)) return failed('slotClosed')
  const row: StoredAppointment = {
    id: randomUUID(),
    number: spokenNumber('YY'),
    placeId: place.id,
    day,
    fromMinute: slot.from,
    toMinute: slot.to,
    service: body.service,
    personId: caller.personId,
    noteEnc: body.note === '' ? null : parts.crypto.encrypt('appointment.note', body.note),
    room: newRoom(),
    videoUrl: null,
    state: 'booked',
    cancelledBy: null,
    reason: null,
    bookedAt: now,
    changedAt: now,
    unmetAt: null,
    remindedAt: null,
    placedAt: now,
    rungAt: null,
  }
  const view = viewOf(parts, row, place)
  const audit = auditEntry(parts, caller, {
    action: 'change',
    subjectKind: 'appointment',
    subjectId: row.id,
    fields: ['day', 'service'],
  })
  const messages = [
    ...toldAndReminded(
      row,
      `您约好了：${slotText(day, slot.from, slot.to)}，${place.name}，${SERVICES[body.service].words}。${body.service === 'remote' ? '到时在“我的预约”里点“进视频”，视频不通就打电话。' : ''}来不了请在“我的”里取消。`,
      now,
    ),
    ...(await toldReceivers(parts, row, 'booked', now)),
  ]
  const booked = await stores.network.book(accessOf(caller), row, slot.room, { audit, messages }, key, view)
  if (booked === 'full') return failed('slotFull')
  if (booked === 'twice') return failed('slotTwice')
  switch (booked.done) {
    case 'now':
      return done(view)
    case 'before':
      return done(booked.reply as AppointmentView)
    case 'never':
      return failed(booked.reason)
    default:
      return booked satisfies never
  }
}

export async function myAppointments(
  parts: Parts,
  caller: CitizenCaller,
): Promise<Outcome<{ items: AppointmentView[] }>> {
  const [rows, places] = await Promise.all([
    parts.stores.network.ofPerson(accessOf(caller), caller.personId),
    parts.stores.places.all(),
  ])
  const standing = rows.filter(({ state }) => state === 'booked').map(({ placeId }) => placeId)
  const unmet = standing.length === 0 ? undefined : await unmetVisits(parts, [...new Set(standing)])
  return done({
    items: rows.map((row) =>
      viewOf(
        parts,
        row,
        places.find(({ id }) => id === row.placeId),
        unmet,
      ),
    ),
  })
}

export async function cancelAppointment(
  parts: Parts,
  caller: CitizenCaller,
  { params }: InputOf<typeof cancelRoute>,
): Promise<Outcome<AppointmentView>> {
  const { network, places } = parts.stores
  const row = await network.appointment(accessOf(caller), params.id)
  if (!row) return failed('notFound')
  const at = parts.clock.now()
  const audit = auditEntry(parts, caller, {
    action: 'change',
    subjectKind: 'appointment',
    subjectId: row.id,
    fields: ['state'],
  })
  const by = { cancelledBy: 'citizen' as const, reason: null, at }
  if (
    !(await network.settle(accessOf(caller), row.id, 'cancelled', by, {
      audit,
      messages: await toldReceivers(parts, row, 'cancelled', at),
    }))
  )
    return failed('appointmentOver')
  return done(
    viewOf(
      parts,
      { ...row, state: 'cancelled', cancelledBy: 'citizen', changedAt: at },
      (await places.all()).find(({ id }) => id === row.placeId),
    ),
  )
}

/** Those who receive people see who comes, and whom nobody receives on any day to come; each look is written down. */
export async function deskAppointments(
  parts: Parts,
  caller: StaffCaller,
  { query }: InputOf<typeof deskRoute>,
): Promise<Outcome<z.infer<typeof deskRoute.reply>>> {
  if (!holdsRole(caller, ...RECEIVE)) return failed('forbidden')
  const { stores, crypto, clock } = parts
  const from = query.day === undefined ? localDateOf(clock.now()) : localDate(query.day)
  const access = accessOf(caller)
  const places = await directory(parts)
  const own = receptionPlaces(places, caller)
  const [rows, unmet] = await Promise.all([
    stores.network.ofPlaces(access, own, from, addDays(from, query.days - 1)),
    unmetVisits(parts, own),
  ])
  const alone = [...unmet.values()].map(({ visit }) => visit)
  const shown = [...new Map([...rows, ...alone].map((row) => [row.id, row])).values()]
  const visitors = new Map(
    (shown.length === 0
      ? []
      : await stores.network.visitors(access, [...new Set(shown.map(({ personId }) => personId))])
    ).map((one) => [one.id, one]),
  )
  if (shown.length > 0)
    await stores.oversight.add([
      auditEntry(parts, caller, {
        action: 'read',
        subjectKind: 'appointment',
        subjectId: from,
        fields: ['name', 'phone'],
        why: `${shown.length} 个预约`,
      }),
    ])
  const line = (row: StoredAppointment) => {
    const visitor = visitors.get(row.personId)
    return {
      ...viewOf(parts, row, places.byId.get(row.placeId), unmet),
      visitor: visitor?.name ?? '',
      visitorPhone: visitor?.phoneEnc ? crypto.decrypt('person.phone', visitor.phoneEnc) : null,
    }
  }
  return done({ from, items: rows.map(line), unmet: alone.map(line) })
}

/** Where the district has no rooms of its own, or another one is wanted for this talk. */
export async function setAppointmentVideo(
  parts: Parts,
  caller: StaffCaller,
  { params, body }: InputOf<typeof videoRoute>,
): Promise<Outcome<{ ok: true }>> {
  if (!holdsRole(caller, ...RECEIVE)) return failed('forbidden')
  const { network } = parts.stores
  const access = accessOf(caller)
  const row = await network.appointment(access, params.id)
  if (!row) return failed('notFound')
  if (row.service !== 'remote') return failed('malformed', { fields: { url: '这不是远程预约，不用填会议地址' } })
  const audit = auditEntry(parts, caller, {
    action: 'change',
    subjectKind: 'appointment',
    subjectId: row.id,
    fields: ['videoUrl'],
  })
  return (await network.setVideo(access, row.id, body.url, parts.clock.now(), audit))
    ? done({ ok: true })
    : failed('appointmentOver')
}

export async function settleAppointment(
  parts: Parts,
  caller: StaffCaller,
  { params, body }: InputOf<typeof settleRoute>,
): Promise<Outcome<{ ok: true }>> {
  if (!holdsRole(caller, ...RECEIVE)) return failed('forbidden')
  if (body.state === 'cancelled' && body.reason === '')
    return failed('malformed', { fields: { reason: '请写明为什么取消，好告诉约的人' } })
  const { network, places } = parts.stores
  const access = accessOf(caller)
  const row = await network.appointment(access, params.id)
  if (!row) return failed('notFound')
  const at = parts.clock.now()
  const audit = auditEntry(parts, caller, {
    action: 'change',
    subjectKind: 'appointment',
    subjectId: row.id,
    fields: ['state'],
    why: body.reason || null,
  })
  const place = (await places.all()).find(({ id }) => id === row.placeId)
  const messages =
    body.state === 'cancelled'
      ? [
          toPerson(
            row,
            `${slotText(row.day, row.fromMinute, row.toMinute)}${place?.name ?? ''}的预约取消了：${body.reason}。请另约时间，给您添麻烦了。`,
            at,
          ),
          ...(await toldReceivers(parts, row, 'cancelled', at, caller.staffId)),
        ]
      : []
  const by = { cancelledBy: body.state === 'cancelled' ? ('staff' as const) : null, reason: body.reason || null, at }
  return (await network.settle(access, row.id, body.state, by, { audit, messages }))
    ? done({ ok: true })
    : failed('appointmentOver')
}
