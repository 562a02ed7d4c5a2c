import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { PLACE_KINDS, type PlaceKind, type Role } from '@fatong/casework/vocabulary.ts'
import { HANDOVER_KINDS, type handovers as listRoute, type HandoverKind, type HandoverStep, type HandoverView, type sendHandover as sendRoute, type stepHandover as stepRoute } from '@fatong/contract/network/handover.ts'
import { instant, type Instant } from '@fatong/law/calendar/dates.ts'
import { SYSTEM } from '../../db/access.ts'
import type { OutboxMessage } from '../../db/rows.ts'
import type { StoredHandover } from '../../db/stores/handovers.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, holdsRole, type Caller, type StaffCaller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { directory, type Directory } from '../places/directory.ts'
import { onceKey } from '../request-once.ts'
import { spokenNumber } from './spoken-number.ts'
import { newRoom, videoRoom } from './video-room.ts'

/** Who hands matters up and down, and is told when one comes (配套联动). */
const LINKED: readonly Role[] = ['clerk', 'director', 'stationStaff', 'legalLiaison', 'bureauOfficer']
const TIERS: readonly PlaceKind[] = ['district', 'center', 'station', 'office', 'procuratorate', 'detentionCenter', 'prison', 'mediation']
const HOUR = 3_600_000
type Step = z.infer<typeof HandoverStep>

/** Places the caller works at in such a role: from there they hand over, there they take up. */
const ownPlaces = (caller: StaffCaller): string[] => [...new Set(caller.roles.filter(({ role }) => LINKED.includes(role)).map(({ placeId }) => placeId))]
const reachOf = (caller: StaffCaller): string[] => [...new Set(caller.roles.filter(({ role }) => LINKED.includes(role)).flatMap(({ reach }) => [...reach]))]

export async function listHandovers(parts: Parts, caller: Caller, { query }: InputOf<typeof listRoute>): Promise<Outcome<z.infer<typeof listRoute.reply>>> {
  if (caller.kind !== 'staff') return failed('signInNeeded')
  if (!holdsRole(caller, ...LINKED)) return failed('forbidden')
  const access = accessOf(caller)
  const mine = ownPlaces(caller)
  const places = await directory(parts)
  const [rows, incoming] = await Promise.all([parts.stores.handovers.list(access, { show: query.show, placeIds: query.show === 'done' ? reachOf(caller) : mine }), parts.stores.handovers.list(access, { show: 'in', placeIds: mine })])
  const now = parts.clock.now()
  if (rows.length > 0) await parts.stores.oversight.add([auditEntry(parts, caller, { action: 'read', subjectKind: 'handover', subjectId: query.show, fields: ['text'], why: `${rows.length} 件` })])
  const shown = [...places.byId.values()].filter(({ kind, active }) => active && TIERS.includes(kind))
  return done({
    ownRooms: parts.config.videoRoomUrl !== undefined, items: rows.map((row) => viewOf(parts, row, places, caller)), counts: { in: incoming.length, late: incoming.filter(({ dueAt, state }) => state === 'sent' && dueAt < now).length },
    own: mine.map((id) => ({ id, name: places.byId.get(id)?.name ?? '' })), targets: shown.map(({ id, name, kind }) => ({ id, name, kindText: PLACE_KINDS[kind] })),
  })
}

export async function sendHandover(parts: Parts, caller: Caller, { body, idempotencyKey }: InputOf<typeof sendRoute>): Promise<Outcome<HandoverView>> {
  if (caller.kind !== 'staff') return failed('signInNeeded')
  if (!holdsRole(caller, ...LINKED) || !ownPlaces(caller).includes(body.fromPlace)) return failed('forbidden')
  const places = await directory(parts)
  const to = places.byId.get(body.toPlace)
  if (!to?.active || !TIERS.includes(to.kind)) return failed('malformed', { fields: { toPlace: '请选一个服务点或单位' } })
  if (to.id === body.fromPlace) return failed('malformed', { fields: { toPlace: '不能转给自己' } })
  if (body.caseId !== null && !(await parts.stores.cases.line(accessOf(caller), { id: body.caseId }))) return failed('malformed', { fields: { caseId: '没有这个案件，或不归您办' } })
  const at = parts.clock.now()
  if (body.kind === 'video' && body.meetAt === null) return failed('malformed', { fields: { meetAt: '请写什么时候视频见面' } })
  if (body.kind === 'video' && body.meetAt !== null && body.meetAt < at) return failed('malformed', { fields: { meetAt: '见面的时间已经过了，请改一个' } })
  const row: StoredHandover = {
    id: randomUUID(), number: spokenNumber('LD'), fromPlace: body.fromPlace, toPlace: to.id, kind: body.kind, title: body.title, textEnc: parts.crypto.encrypt('handover.text', body.text),
    caseId: body.caseId, videoUrl: body.videoUrl, room: newRoom(), meetAt: body.meetAt === null ? null : instant(body.meetAt), state: 'sent', dueAt: instant(at + body.hours * HOUR), escalatedTo: null, escalatedAt: null, steps: [step(caller.name, 'sent', '', at)], version: 1, createdAt: at, updatedAt: at,
  }
  const view = viewOf(parts, row, places, caller)
  const audit = auditEntry(parts, caller, { action: 'change', subjectKind: 'handover', subjectId: row.id, ...(row.caseId ? { caseId: row.caseId } : {}), fields: ['toPlace'] })
  const messages = await told(parts, row, to.id, `${places.byId.get(row.fromPlace)?.name ?? ''}转来：${row.title}（${HANDOVER_KINDS[body.kind]}）`, at)
  const sent = await parts.stores.handovers.send(accessOf(caller), row, { audit, messages }, onceKey(parts, 'sendHandover', caller.staffId, idempotencyKey, body), view)
  switch (sent.done) {
    case 'now': return done(view)
    case 'before': return done(sent.reply as HandoverView)
    case 'never': return failed(sent.reason)
    default: return sent satisfies never
  }
}

const NEXT = { take: 'taken', finish: 'done', return: 'returned' } as const

export async function stepHandover(parts: Parts, caller: Caller, { params, body }: InputOf<typeof stepRoute>): Promise<Outcome<HandoverView>> {
  if (caller.kind !== 'staff') return failed('signInNeeded')
  if (!holdsRole(caller, ...LINKED)) return failed('forbidden')
  const access = accessOf(caller)
  const [row, places] = await Promise.all([parts.stores.handovers.find(access, params.id), directory(parts)])
  if (!row) return failed('notFound')
  const may = mayDo(row, caller)
  if (!receives(row, caller)) return failed('forbidden')
  if (!may.includes(params.step)) return failed('changedMeanwhile')
  if (params.step !== 'take' && body.note === '') return failed('malformed', { fields: { note: params.step === 'return' ? '请写明为什么退回' : '请写明怎么办的' } })
  const at = parts.clock.now()
  const state = NEXT[params.step]
  const steps = [...(row.steps as Step[]), step(caller.name, state, body.note, at)]
  const audit = auditEntry(parts, caller, { action: 'change', subjectKind: 'handover', subjectId: row.id, fields: ['state'] })
  const says = { taken: '已接收', done: '已办结', returned: '被退回' }[state]
  const messages = await told(parts, row, row.fromPlace, `${row.title}：${places.byId.get(row.toPlace)?.name ?? ''}${says}${body.note === '' ? '' : `。${body.note}`}`, at)
  if (!(await parts.stores.handovers.change(access, row.id, body.version, { state, steps }, at, { audit, messages }))) return failed('changedMeanwhile')
  return done(viewOf(parts, { ...row, state, steps, version: body.version + 1, updatedAt: at }, places, caller))
}

/** Nobody took it up in time: the tier above the one that should have is told, once. Answers how many. */
export async function escalateHandovers(parts: Parts): Promise<number> {
  const at = parts.clock.now()
  const [rows, places] = await Promise.all([parts.stores.handovers.overdue(at, 100), directory(parts)])
  let escalated = 0
  for (const row of rows) {
    const above = places.upwards(row.toPlace)[1] ?? places.district.id
    const steps = [...(row.steps as Step[]), step('系统', 'escalated', `过了时限没有接收，已报${places.byId.get(above)?.name ?? '上级'}`, at)]
    const audit = { at, actor: { kind: 'system' as const, id: 'handovers', name: '系统' }, action: 'change' as const, subjectKind: 'handover' as const, subjectId: row.id, fields: ['escalatedTo' as const] }
    const messages = await told(parts, row, above, `${places.byId.get(row.toPlace)?.name ?? ''}没有按时接收：${row.title}`, at)
    if (await parts.stores.handovers.change(SYSTEM, row.id, row.version, { steps, escalatedTo: above, escalatedAt: at }, at, { audit, messages })) escalated += 1
  }
  return escalated
}

const step = (by: string, what: Step['what'], note: string, at: Instant): Step => ({ at, by, what, note })

async function told({ stores }: Parts, row: StoredHandover, placeId: string, text: string, at: Instant): Promise<OutboxMessage[]> {
  return (await stores.handovers.staffAt(placeId, LINKED)).map((id) => ({ channel: 'notice', recipientKind: 'staff' as const, recipientId: id, at, payload: { number: row.number, text: `【法通】${text}`, about: 'handover' } }))
}

const receives = (row: StoredHandover, caller: StaffCaller): boolean => ownPlaces(caller).some((id) => id === row.toPlace || id === row.escalatedTo)
function mayDo(row: StoredHandover, caller: StaffCaller): HandoverView['may'] {
  if (!receives(row, caller)) return []
  return row.state === 'sent' ? ['take', 'return'] : row.state === 'taken' ? ['finish', 'return'] : []
}

const MEETING_MS = 60 * 60_000
/** For the two places alone: whoever is above or below them reads the matter, but does not walk in. */
function meeting(parts: Parts, { kind, room, videoUrl, meetAt, state, fromPlace, toPlace, escalatedTo }: StoredHandover, caller: StaffCaller): HandoverView['video'] {
  const between = ownPlaces(caller).some((id) => id === fromPlace || id === toPlace || id === escalatedTo)
  if (!between || (kind !== 'video' && videoUrl === null) || state === 'done' || state === 'returned') return null
  const from = meetAt ?? parts.clock.now()
  return videoRoom(parts, { room, typed: videoUrl, from, to: instant(from + MEETING_MS) })
}
function viewOf(parts: Parts, row: StoredHandover, places: Directory, caller: StaffCaller): HandoverView {
  const { crypto, clock } = parts
  const otherSide = ownPlaces(caller).includes(row.fromPlace) ? row.toPlace : row.fromPlace
  const nameOf = (id: string): string => places.byId.get(id)?.name ?? ''
  return {
    id: row.id, number: row.number, kind: row.kind as HandoverKind, title: row.title, text: crypto.decrypt('handover.text', row.textEnc), state: row.state, version: row.version, fromPlace: row.fromPlace, fromName: nameOf(row.fromPlace), toPlace: row.toPlace, toName: nameOf(row.toPlace),
    dueAt: row.dueAt, late: row.state === 'sent' && row.dueAt < clock.now(), escalatedTo: row.escalatedTo === null ? null : nameOf(row.escalatedTo), escalatedAt: row.escalatedAt, caseId: row.caseId, meetAt: row.meetAt, video: meeting(parts, row, caller), phone: places.byId.get(otherSide)?.phone ?? null, steps: row.steps as Step[], createdAt: row.createdAt, may: mayDo(row, caller),
  }
}
