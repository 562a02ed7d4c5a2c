import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type {
  askCallback as askRoute,
  askMember as memberRoute,
  deskCallbacks as deskRoute,
  MyCallback,
  settleCallback as settleRoute,
  withdrawCallback as withdrawRoute,
} from '@fatong/contract/network/callbacks.ts'
import { localDateOf } from '@fatong/law/calendar/dates.ts'
import { SYSTEM } from '../../db/access.ts'
import type { OutboxMessage } from '../../db/rows.ts'
import type { StoredCallback } from '../../db/stores/callbacks.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, type CitizenCaller, type StaffCaller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { directory } from '../places/directory.ts'
import { receivers, RECEIVE } from './reception.ts'
import { spokenNumber } from './spoken-number.ts'
import { isHidden } from './tiers.ts'

/** A message to somebody of the team; the numbers in it are put in when it is delivered, so that they stand in no queue. */
export const TO_MEMBER = 'callbackToMember'
const LATE_MS = 24 * 3_600_000

/** A citizen asks the people of a place to call: whoever is on duty today is told and whoever else there can be reached; where nobody can, the next desk up, at the last the centre. */
export async function askCallback(
  parts: Parts,
  caller: CitizenCaller,
  { body }: InputOf<typeof askRoute>,
): Promise<Outcome<z.infer<typeof MyCallback>>> {
  const places = await directory(parts)
  const place = places.byId.get(body.placeId)
  if (!place?.active || !place.public || isHidden(place.kind)) return failed('notFound')
  const now = parts.clock.now()
  const row: StoredCallback = {
    id: randomUUID(),
    number: spokenNumber('HD'),
    placeId: place.id,
    memberId: null,
    personId: caller.personId,
    fromStaff: null,
    fromName: caller.name ?? '',
    textEnc: parts.crypto.encrypt('callback.text', body.text),
    state: 'open',
    note: null,
    doneBy: null,
    askedAt: now,
    changedAt: now,
  }
  const { members, staffIds } = await receivers(parts, { placeId: place.id, day: localDateOf(now) })
  const messages: OutboxMessage[] = [
    ...members.map(({ id }) => ({ channel: TO_MEMBER, payload: { callbackId: row.id, memberId: id }, at: now })),
    ...staffIds.map((id) => ({
      channel: 'notice',
      recipientKind: 'staff' as const,
      recipientId: id,
      payload: {
        number: row.number,
        text: `【法通】有群众请${place.name}的人回电话，请到“预约来访”里看。`,
        about: 'callback',
      },
      at: now,
    })),
  ]
  const audit = auditEntry(parts, caller, {
    action: 'change',
    subjectKind: 'callback',
    subjectId: row.id,
    fields: ['placeId'],
  })
  if (await parts.stores.callbacks.ask(accessOf(caller), row, { audit, messages }))
    return done(mine(parts, row, place.name))
  const open = (await parts.stores.callbacks.ofPerson(accessOf(caller), caller.personId)).find(
    ({ placeId, state }) => placeId === place.id && state === 'open',
  )
  return open ? done(mine(parts, open, place.name)) : failed('changedMeanwhile')
}

const mine = (
  { crypto }: Parts,
  { id, number, textEnc, state, note, askedAt }: StoredCallback,
  placeName: string,
): z.infer<typeof MyCallback> => ({
  id,
  number,
  placeName,
  text: crypto.decrypt('callback.text', textEnc),
  state,
  note,
  askedAt,
})

export async function myCallbacks(
  parts: Parts,
  caller: CitizenCaller,
): Promise<Outcome<{ items: z.infer<typeof MyCallback>[] }>> {
  const [rows, places] = await Promise.all([
    parts.stores.callbacks.ofPerson(accessOf(caller), caller.personId),
    directory(parts),
  ])
  return done({ items: rows.map((row) => mine(parts, row, places.byId.get(row.placeId)?.name ?? '')) })
}

export async function withdrawCallback(
  parts: Parts,
  caller: CitizenCaller,
  { params }: InputOf<typeof withdrawRoute>,
): Promise<Outcome<{ ok: true }>> {
  const audit = auditEntry(parts, caller, {
    action: 'change',
    subjectKind: 'callback',
    subjectId: params.id,
    fields: ['state'],
  })
  return (await parts.stores.callbacks.settle(
    accessOf(caller),
    params.id,
    { state: 'withdrawn', note: null, doneBy: null, at: parts.clock.now() },
    { audit, messages: [] },
  ))
    ? done({ ok: true })
    : failed('notFound')
}

/** Who waits for a call: name and number for those who make it; each look is written down. */
export async function deskCallbacks(
  parts: Parts,
  caller: StaffCaller,
  { query }: InputOf<typeof deskRoute>,
): Promise<Outcome<z.infer<typeof deskRoute.reply>>> {
  const access = accessOf(caller)
  const [rows, places, team] = await Promise.all([
    parts.stores.callbacks.list(access, query.show === 'open'),
    directory(parts),
    parts.stores.network.team(access),
  ])
  const received = rows.filter(
    ({ fromStaff, memberId }) =>
      fromStaff !== caller.staffId || team.some(({ id, staffId }) => id === memberId && staffId === caller.staffId),
  )
  const callers = new Map(
    (query.show === 'open'
      ? await parts.stores.callbacks.callers(access, [...new Set(received.flatMap(({ personId }) => personId ?? []))])
      : []
    ).map((one) => [one.id, one]),
  )
  if (received.length > 0)
    await parts.stores.oversight.add([
      auditEntry(parts, caller, {
        action: 'read',
        subjectKind: 'callback',
        subjectId: query.show,
        fields: ['name', 'phone'],
        why: `${received.length} 个`,
      }),
    ])
  const now = parts.clock.now()
  return done({
    items: received.map((row) => {
      const person = row.personId === null ? undefined : callers.get(row.personId)
      return {
        ...mine(parts, row, places.byId.get(row.placeId)?.name ?? ''),
        member: team.find(({ id }) => id === row.memberId)?.name ?? null,
        caller: person?.name ?? row.fromName,
        callerPhone: person?.phoneEnc ? parts.crypto.decrypt('person.phone', person.phoneEnc) : null,
        colleague: row.fromStaff !== null,
        late: row.state === 'open' && row.askedAt + LATE_MS < now,
        doneBy: row.doneBy,
      }
    }),
  })
}

export async function settleCallback(
  parts: Parts,
  caller: StaffCaller,
  { params, body }: InputOf<typeof settleRoute>,
): Promise<Outcome<{ ok: true }>> {
  const access = accessOf(caller)
  const row = await parts.stores.callbacks.find(access, params.id)
  if (!row || row.fromStaff === caller.staffId) return failed('notFound')
  const at = parts.clock.now()
  const audit = auditEntry(parts, caller, {
    action: 'change',
    subjectKind: 'callback',
    subjectId: row.id,
    fields: ['state'],
  })
  const change = { state: 'done' as const, note: body.note === '' ? null : body.note, doneBy: caller.name, at }
  return (await parts.stores.callbacks.settle(access, row.id, change, { audit, messages: [] }))
    ? done({ ok: true })
    : failed('changedMeanwhile')
}

/** A colleague leaves word for somebody of the team: by account, by the sealed number, or through the station where there is neither. */
export async function askMember(
  parts: Parts,
  caller: StaffCaller,
  { params, body }: InputOf<typeof memberRoute>,
): Promise<Outcome<z.infer<typeof memberRoute.reply>>> {
  const access = accessOf(caller)
  const member = (await parts.stores.network.team(access)).find(({ id, active }) => id === params.id && active)
  if (!member) return failed('notFound')
  const now = parts.clock.now()
  const row: StoredCallback = {
    id: randomUUID(),
    number: spokenNumber('HD'),
    placeId: member.placeId,
    memberId: member.id,
    personId: null,
    fromStaff: caller.staffId,
    fromName: caller.orgName ? `${caller.orgName}${caller.name}` : caller.name,
    textEnc: parts.crypto.encrypt('callback.text', body.text),
    state: 'open',
    note: null,
    doneBy: null,
    askedAt: now,
    changedAt: now,
  }
  const by =
    member.phoneEnc !== null ? ('phone' as const) : member.staffId !== null ? ('inbox' as const) : ('station' as const)
  const places = await directory(parts)
  const station =
    by === 'station'
      ? await parts.stores.handovers.staffAt(places.upwards(member.placeId)[1] ?? member.placeId, RECEIVE)
      : []
  const messages: OutboxMessage[] =
    by === 'station'
      ? station.map((id) => ({
          channel: 'notice',
          recipientKind: 'staff' as const,
          recipientId: id,
          payload: {
            number: row.number,
            text: `【法通】${row.fromName}请您转告${member.name}，请到“预约来访”里看。`,
            about: 'callback',
          },
          at: now,
        }))
      : [{ channel: TO_MEMBER, payload: { callbackId: row.id, memberId: member.id }, at: now }]
  const audit = auditEntry(parts, caller, {
    action: 'change',
    subjectKind: 'callback',
    subjectId: row.id,
    fields: ['memberId'],
  })
  return (await parts.stores.callbacks.ask(access, row, { audit, messages }))
    ? done({ by })
    : failed('changedMeanwhile')
}

export interface ToldMember {
  staffId: string | null
  phone: string | null
  number: string
  text: string
}
/** What somebody of the team is told when the message is delivered; undefined when nobody waits any more. */
export async function toldMember(parts: Parts, payload: unknown): Promise<ToldMember | undefined> {
  const { callbackId, memberId } = payload as { callbackId: string; memberId: string }
  const [row, member] = await Promise.all([
    parts.stores.callbacks.find(SYSTEM, callbackId),
    parts.stores.callbacks.member(memberId),
  ])
  if (row?.state !== 'open' || !member) return undefined
  const place = (await directory(parts)).byId.get(row.placeId)
  const matter = parts.crypto.decrypt('callback.text', row.textEnc)
  const [person] = row.personId === null ? [] : await parts.stores.callbacks.callers(SYSTEM, [row.personId])
  const phone = person?.phoneEnc ? parts.crypto.decrypt('person.phone', person.phoneEnc) : undefined
  const text =
    row.personId === null
      ? `【法通】${row.fromName}捎话：${matter}`
      : `【法通】${person?.name ?? row.fromName}请您（${place?.name ?? ''}）回电${phone === undefined ? '' : ` ${phone}`}：${matter}`
  return {
    staffId: member.staffId,
    phone: member.phoneEnc ? parts.crypto.decrypt('team.phone', member.phoneEnc) : null,
    number: row.number,
    text,
  }
}
