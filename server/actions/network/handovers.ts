import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { PLACE_KINDS, type Role } from '@fatong/casework/vocabulary.ts'
import {
  HANDOVER_KINDS,
  HANDOVER_ROLES,
  type handoverPlaces as placesRoute,
  type handovers as listRoute,
  type HandoverView,
  type sendHandover as sendRoute,
  type stepHandover as stepRoute,
} from '@fatong/contract/network/handover.ts'
import { instant } from '@fatong/law/calendar/dates.ts'
import type { StoredHandover } from '../../db/stores/handovers.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, holdsRole, type StaffCaller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { directory } from '../places/directory.ts'
import { onceKey } from '../request-once.ts'
import { finishBy, limitEnd } from './handover-limits.ts'
import { LINKED_KINDS, mayDo, readerOf, step, told, viewsOf, type Step } from './handover-view.ts'
import { spokenNumber } from './spoken-number.ts'
import { newRoom } from './video-room.ts'

export async function listHandovers(
  parts: Parts,
  caller: StaffCaller,
  { query }: InputOf<typeof listRoute>,
): Promise<Outcome<z.infer<typeof listRoute.reply>>> {
  if (!holdsRole(caller, ...HANDOVER_ROLES)) return failed('forbidden')
  const { handovers, oversight } = parts.stores
  const reader = readerOf(caller)
  const [rows, counts] = await Promise.all([
    handovers.list(accessOf(caller), query.show, reader),
    handovers.counts(accessOf(caller), reader, parts.clock.now()),
  ])
  if (rows.length > 0)
    await oversight.add([
      auditEntry(parts, caller, {
        action: 'read',
        subjectKind: 'handover',
        subjectId: query.show,
        fields: ['text'],
        why: `${rows.length} 件`,
      }),
    ])
  return done({ items: await viewsOf(parts, rows, caller), counts })
}

/** Of those who take matters up, these open cases by their role (the others only those they helped with). */
const OPENS_CASES: readonly Role[] = ['clerk', 'director', 'stationStaff']

/** From where the caller hands over and to where; with a case, whether it can be opened there. */
export async function readHandoverPlaces(
  parts: Parts,
  caller: StaffCaller,
  { query }: InputOf<typeof placesRoute>,
): Promise<Outcome<z.infer<typeof placesRoute.reply>>> {
  if (!holdsRole(caller, ...HANDOVER_ROLES)) return failed('forbidden')
  const places = await directory(parts)
  const file =
    query.caseId === undefined ? undefined : await parts.stores.cases.line(accessOf(caller), { id: query.caseId })
  if (query.caseId !== undefined && !file) return failed('notFound')
  // Whose place covers that of the case or of the agency that decides it: what row level security asks too.
  const covering = file ? [...new Set([...places.upwards(file.placeId), ...places.upwards(file.agencyId)])] : []
  const opens = new Set(
    (
      await Promise.all(
        covering.map(async (id) => ((await parts.stores.handovers.staffAt(id, OPENS_CASES)).length > 0 ? [id] : [])),
      )
    ).flat(),
  )
  return done({
    ownRooms: parts.config.videoRoomUrl !== undefined,
    own: readerOf(caller).own.map((id) => ({ id, name: places.byId.get(id)?.name ?? '' })),
    targets: [...places.byId.values()]
      .filter(({ kind, active }) => active && LINKED_KINDS.includes(kind))
      .map(({ id, name, kind }) => ({ id, name, kindText: PLACE_KINDS[kind], opensCase: opens.has(id) })),
  })
}

export async function sendHandover(
  parts: Parts,
  caller: StaffCaller,
  { body, idempotencyKey }: InputOf<typeof sendRoute>,
): Promise<Outcome<HandoverView>> {
  if (!holdsRole(caller, ...HANDOVER_ROLES) || !readerOf(caller).own.includes(body.fromPlace))
    return failed('forbidden')
  const places = await directory(parts)
  const to = places.byId.get(body.toPlace)
  if (!to?.active || !LINKED_KINDS.includes(to.kind))
    return failed('malformed', { fields: { toPlace: '请选一个服务点或单位' } })
  if (to.id === body.fromPlace) return failed('malformed', { fields: { toPlace: '不能转给自己' } })
  if (body.caseId !== null && !(await parts.stores.cases.line(accessOf(caller), { id: body.caseId })))
    return failed('malformed', { fields: { caseId: '没有这个案件，或不归您办' } })
  const at = parts.clock.now()
  if (body.kind === 'video' && body.meetAt === null)
    return failed('malformed', { fields: { meetAt: '请写什么时候视频见面' } })
  if (body.kind === 'video' && body.meetAt !== null && body.meetAt < at)
    return failed('malformed', { fields: { meetAt: '见面的时间已经过了，请改一个' } })
  const dueAt = await limitEnd(parts, at, body.within)
  const row: StoredHandover = {
    id: randomUUID(),
    number: spokenNumber('LD'),
    fromPlace: body.fromPlace,
    toPlace: to.id,
    kind: body.kind,
    title: body.title,
    textEnc: parts.crypto.encrypt('handover.text', body.text),
    caseId: body.caseId,
    videoUrl: body.videoUrl,
    room: newRoom(),
    meetAt: body.meetAt === null ? null : instant(body.meetAt),
    state: 'sent',
    dueAt,
    finishBy: null,
    escalateAt: dueAt,
    escalatedTo: null,
    escalatedAt: null,
    steps: [step(caller.name, 'sent', '', at)],
    version: 1,
    createdAt: at,
    updatedAt: at,
  }
  const view = (await viewsOf(parts, [row], caller))[0]!
  const audit = auditEntry(parts, caller, {
    action: 'change',
    subjectKind: 'handover',
    subjectId: row.id,
    ...(row.caseId ? { caseId: row.caseId } : {}),
    fields: ['toPlace'],
  })
  const messages = await told(
    parts,
    row,
    to.id,
    `${places.byId.get(row.fromPlace)?.name ?? ''}转来：${row.title}（${HANDOVER_KINDS[body.kind]}）`,
    at,
  )
  const sent = await parts.stores.handovers.send(
    accessOf(caller),
    row,
    { audit, messages },
    onceKey(parts, 'sendHandover', caller.staffId, idempotencyKey, body),
    view,
  )
  switch (sent.done) {
    case 'now':
      return done(view)
    case 'before':
      return done(sent.reply as HandoverView)
    case 'never':
      return failed(sent.reason)
    default:
      return sent satisfies never
  }
}

const NEXT = { take: 'taken', finish: 'done', return: 'returned' } as const

export async function stepHandover(
  parts: Parts,
  caller: StaffCaller,
  { params, body }: InputOf<typeof stepRoute>,
): Promise<Outcome<HandoverView>> {
  if (!holdsRole(caller, ...HANDOVER_ROLES)) return failed('forbidden')
  const access = accessOf(caller)
  const [row, places] = await Promise.all([parts.stores.handovers.find(access, params.id), directory(parts)])
  if (!row) return failed('notFound')
  const { own } = readerOf(caller)
  const where = [row.toPlace, row.escalatedTo].find((id) => id !== null && own.includes(id))
  if (!where) return failed('forbidden')
  if (!mayDo(row, caller).includes(params.step)) return failed('changedMeanwhile')
  if (params.step !== 'take' && body.note === '')
    return failed('malformed', { fields: { note: params.step === 'return' ? '请写明为什么退回' : '请写明怎么办的' } })
  const at = parts.clock.now()
  const state = NEXT[params.step]
  const limit = state === 'taken' ? await finishBy(parts, row, at, body.finishDays) : row.finishBy
  // Taken where it was sent after all: if it lies there again, the tier above is told anew.
  const escalatedTo = state === 'taken' && where === row.toPlace ? null : row.escalatedTo
  const change = { state, finishBy: limit, escalateAt: state === 'taken' ? limit : null, escalatedTo }
  const steps = [...(row.steps as Step[]), step(caller.name, state, body.note, at)]
  const audit = auditEntry(parts, caller, {
    action: 'change',
    subjectKind: 'handover',
    subjectId: row.id,
    fields: ['state'],
  })
  const says = { taken: '已接收', done: '已办结', returned: '被退回' }[state]
  const messages = await told(
    parts,
    row,
    row.fromPlace,
    `${row.title}：${places.byId.get(where)?.name ?? ''}${says}${body.note === '' ? '' : `。${body.note}`}`,
    at,
  )
  if (
    !(await parts.stores.handovers.change(access, row.id, body.version, { ...change, steps }, at, { audit, messages }))
  )
    return failed('changedMeanwhile')
  return done(
    (await viewsOf(parts, [{ ...row, ...change, steps, version: body.version + 1, updatedAt: at }], caller))[0]!,
  )
}
