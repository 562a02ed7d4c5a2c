import type { z } from 'zod'
import type {
  appointmentTimes as timesRoute,
  moveAppointment as moveRoute,
} from '@fatong/contract/network/appointments.ts'
import { addDays, instant, localDate, localDateOf } from '@fatong/law/calendar/dates.ts'
import { formatDate, formatMinutes } from '@fatong/law/calendar/wording.ts'
import type { Service } from '@fatong/network/coverage/vocabulary.ts'
import type { StoredAppointment } from '../../db/stores/network.ts'
import type { StoredPlace } from '../../db/stores/places.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, holdsRole, type StaffCaller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { directory } from '../places/directory.ts'
import { presence } from './presence.ts'
import { RECEIVE, receptionPlaces } from './reception.ts'
import { toldAndReminded } from './reminders.ts'
import { isOpenToVisits, slotsOn, slotText } from './slots.ts'
import { tierOf } from './tiers.ts'
import { toldOfMove } from './told-of-visits.ts'
import { isOver } from './unmet.ts'

const DAYS = 14

/** A visit still to come that the caller looks after, and where it could be moved to: its own place, and those above it in the caller's care. */
async function movable(
  parts: Parts,
  caller: StaffCaller,
  id: string,
): Promise<Outcome<{ row: StoredAppointment; places: StoredPlace[] }>> {
  if (!holdsRole(caller, ...RECEIVE)) return failed('forbidden')
  const row = await parts.stores.network.appointment(accessOf(caller), id)
  if (!row) return failed('notFound')
  if (row.state !== 'booked' || isOver(row, parts.clock.now())) return failed('appointmentOver')
  const known = await directory(parts)
  const own = receptionPlaces(known, caller)
  const places = [...new Set([...known.upwards(row.placeId), known.center.id])]
    .filter((one) => own.includes(one))
    .map((one) => known.byId.get(one))
    .filter(isOpenToVisits)
    .filter(({ kind }) => tierOf(kind) !== undefined)
  return done({ row, places })
}

/** Where and when a visitor could come instead: free times of fourteen days, where somebody does what was booked. */
export async function readAppointmentTimes(
  parts: Parts,
  caller: StaffCaller,
  { params, query }: InputOf<typeof timesRoute>,
): Promise<Outcome<z.infer<typeof timesRoute.reply>>> {
  const found = await movable(parts, caller, params.id)
  if (!found.ok) return found
  const { row, places } = found.value
  const place = places.find(({ id }) => id === (query.placeId ?? row.placeId)) ?? places[0]
  const named = places.map(({ id, name }) => ({ id, name }))
  if (!place) return done({ placeId: row.placeId, places: named, days: [] })
  const now = parts.clock.now()
  const first = localDateOf(now)
  const [there, taken] = await Promise.all([
    presence(parts, first, DAYS),
    parts.stores.network.taken([place.id], first, addDays(first, DAYS - 1)),
  ])
  const days = await Promise.all(
    Array.from({ length: DAYS }, (_, at) => addDays(first, at)).map(async (day) => ({
      day,
      dayText: formatDate(day),
      slots: (await slotsOn(place, day, row.service as Service, there, taken, now))
        .filter(({ left }) => left > 0)
        .map(({ from, to, left }) => ({ from, to, left, text: `${formatMinutes(from)}–${formatMinutes(to)}` })),
    })),
  )
  return done({ placeId: place.id, places: named, days: days.filter(({ slots }) => slots.length > 0) })
}

/** Another time for a visitor, agreed with them on the telephone: told to them in writing, to whoever was to meet them and to whoever is to now. */
export async function moveAppointment(
  parts: Parts,
  caller: StaffCaller,
  { params, body }: InputOf<typeof moveRoute>,
): Promise<Outcome<{ ok: true }>> {
  const found = await movable(parts, caller, params.id)
  if (!found.ok) return found
  const { row: was, places } = found.value
  const day = localDate(body.day)
  const place = places.find(({ id }) => id === body.placeId)
  if (!place) return failed('malformed', { fields: { placeId: '不能改到这个服务点，请重新选' } })
  // The answer to the first time it was asked got lost.
  if (was.placeId === place.id && was.day === day && was.fromMinute === body.from) return done({ ok: true })
  const { network } = parts.stores
  const now = parts.clock.now()
  const [there, taken] = await Promise.all([presence(parts, day, 1), network.taken([place.id], day, day)])
  const slot = (await slotsOn(place, day, was.service as Service, there, taken, now)).find(
    ({ from }) => from === body.from,
  )
  if (!slot || day > addDays(localDateOf(now), DAYS)) return failed('slotClosed')
  const row: StoredAppointment = {
    ...was,
    placeId: place.id,
    day,
    fromMinute: slot.from,
    toMinute: slot.to,
    unmetAt: null,
    remindedAt: null,
    rungAt: null,
    // Never twice the same, so that a message about an earlier time is not taken for one about this.
    placedAt: instant(Math.max(now, was.placedAt + 1)),
    changedAt: now,
  }
  const audit = auditEntry(parts, caller, {
    action: 'change',
    subjectKind: 'appointment',
    subjectId: row.id,
    fields: ['day', ...(row.placeId === was.placeId ? [] : (['placeId'] as const))],
    why: body.reason || null,
  })
  const before = (await directory(parts)).byId.get(was.placeId)
  const because = body.reason === '' ? '' : `原因：${body.reason}。`
  const text = `您约的${slotText(was.day, was.fromMinute, was.toMinute)}${before?.name ?? ''}，改到${slotText(row.day, row.fromMinute, row.toMinute)}，${place.name}${place.id === was.placeId || !place.address ? '' : `（${place.address}）`}。${because}来不了请在“我的”里取消${place.phone ? `，或打 ${place.phone}` : ''}。`
  const messages = [...toldAndReminded(row, text, now), ...(await toldOfMove(parts, was, row, now, caller.staffId))]
  const moved = await network.move(accessOf(caller), row.id, was, row, slot.room, row.placedAt, { audit, messages })
  switch (moved) {
    case 'moved':
      return done({ ok: true })
    case 'over':
      return failed('appointmentOver')
    case 'full':
      return failed('slotFull')
    case 'twice':
      return failed('visitorBusy')
    default:
      return moved satisfies never
  }
}
