import { fieldsOf } from '@fatong/casework/audit-words.ts'
import type { z } from 'zod'
import type {
  changeShift as changeRoute,
  endLine as endRoute,
  roster as route,
  saveLine as saveRoute,
  Shift,
} from '@fatong/contract/network/roster.ts'
import { addDays, localDate, localDateOf, weekday, type LocalDate } from '@fatong/law/calendar/dates.ts'
import { hoursOn, type OpenSpan } from '@fatong/law/calendar/office-hours.ts'
import { dayKind } from '@fatong/law/calendar/working-days.ts'
import { hoursOfVisit, isManned } from '@fatong/network/presence/presence.ts'
import { joined, mondayOf } from '@fatong/network/coverage/week.ts'
import { SERVICE_NAMES } from '@fatong/network/coverage/vocabulary.ts'
import type { StoredLine } from '../../db/stores/network.ts'
import type { StoredPlace } from '../../db/stores/places.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, type StaffCaller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { headsOf } from '../places/above.ts'
import { knownHours } from '../places/known-hours.ts'
import { clash, shiftsOf, turnOf, type DayShift } from './shifts.ts'
import { servicesOf, tierOf } from './tiers.ts'
import { mayKeep } from './team.ts'
import { countingLost } from './unmet.ts'

/**
 * A week of duty and visiting days, with what does not hold together, and when a place is open with nobody there. Each tier sees
 * its own and what is below it; a firm sees where its people are.
 */
export async function readRoster(
  parts: Parts,
  caller: StaffCaller,
  { query }: InputOf<typeof route>,
): Promise<Outcome<z.infer<typeof route.reply>>> {
  const monday = mondayOf(query.week === undefined ? localDateOf(parts.clock.now()) : localDate(query.week))
  const [stored, members, places, calendar] = await Promise.all([
    parts.stores.network.roster(monday, addDays(monday, 6)),
    parts.stores.network.team(accessOf(caller)),
    parts.stores.places.all(),
    parts.law.calendar(),
  ])
  const byId = new Map(places.map((place) => [place.id, place]))
  const nameOf = new Map(members.map((one) => [one.id, one]))
  const all = shiftsOf(stored, monday, 7)
  const known = ({ line }: DayShift) =>
    caller.placeIds.includes(line.placeId) || caller.placeIds.includes(nameOf.get(line.memberId)?.placeId ?? '')
  const shown = all.filter(
    (shift) =>
      known(shift) &&
      (query.placeId === undefined ||
        shift.line.placeId === query.placeId ||
        headsOf(byId.get(shift.line.placeId) ?? { parentId: null }).includes(query.placeId)),
  )
  const hours = new Map<string, readonly OpenSpan[]>()
  const hoursAt = async (placeId: string, day: LocalDate): Promise<readonly OpenSpan[]> => {
    const key = `${placeId} ${day}`
    const place = byId.get(placeId)
    const kept =
      hours.get(key) ?? (place === undefined ? [] : hoursOn(day, await knownHours(parts, place), calendar).hours)
    hours.set(key, kept)
    return kept
  }
  const shifts = await Promise.all(
    shown.map(async (shift): Promise<Shift> => {
      const { line, day, change, leave, memberId, left } = shift
      const trouble: Shift['trouble'] = []
      if (memberId === undefined) trouble.push('away')
      if (
        all.some(
          (other) =>
            other !== shift &&
            other.day === day &&
            memberId !== undefined &&
            other.memberId === memberId &&
            other.line.fromMinute < line.toMinute &&
            line.fromMinute < other.line.toMinute,
        )
      )
        trouble.push('clash')
      // A visit is held whether the room it is held in is open or not, only not on a public holiday.
      const held =
        line.kind === 'visit'
          ? hoursOfVisit({ open: line.fromMinute, close: line.toMinute }, day, calendar)
          : await hoursAt(line.placeId, day)
      if (!held.some(({ open, close }) => open < line.toMinute && line.fromMinute < close)) trouble.push('closed')
      if (left) trouble.push('inactive')
      return {
        lineId: line.id,
        day,
        from: line.fromMinute,
        to: line.toMinute,
        kind: line.kind,
        services: SERVICE_NAMES.filter((name) => line.services.includes(name)),
        placeId: line.placeId,
        placeName: byId.get(line.placeId)?.name ?? '',
        memberId: line.memberId,
        member: nameOf.get(line.memberId)?.name ?? '',
        coverId: change?.coverId ?? null,
        cover: change?.coverId ? (nameOf.get(change.coverId)?.name ?? '') : null,
        away: change !== undefined || leave !== undefined,
        reason: [change?.reason, leave?.reason].filter(Boolean).join('；'),
        trouble,
      }
    }),
  )
  const gaps = (
    await Promise.all(
      [...new Set(shown.map(({ line }) => line.placeId))].map(async (placeId) => {
        const place = byId.get(placeId)
        // A manned place has a gap only where its roster leaves one; a village office only when somebody was meant to be there.
        return place === undefined
          ? []
          : (
              await Promise.all(
                Array.from({ length: 7 }, (_, at) => addDays(monday, at)).map(async (day) =>
                  gapsOf(place, day, all, isManned(tierOf(place.kind) ?? 'partner') ? await hoursAt(placeId, day) : []),
                ),
              )
            ).flat()
      }),
    )
  ).flat()
  const dutyAt = new Map<string, Set<LocalDate>>()
  for (const { line, day } of all)
    if (line.kind === 'duty') dutyAt.set(line.placeId, (dutyAt.get(line.placeId) ?? new Set()).add(day))
  // Lines hold on their own weekday, and the notice does not say whose place such a day takes: somebody has to be put on.
  const worked = await Promise.all(
    Array.from({ length: 7 }, (_, at) => addDays(monday, at))
      .filter((day) => dayKind(day, calendar) === 'makeUp')
      .map(async (day) => ({
        day,
        empty: (
          await Promise.all(
            [...new Set(shown.map(({ line }) => line.placeId))].map(async (placeId) => {
              const place = byId.get(placeId)
              const serves = place !== undefined && !isManned(tierOf(place.kind) ?? 'partner') && dutyAt.has(placeId)
              return serves && !dutyAt.get(placeId)?.has(day) && (await hoursAt(placeId, day)).length > 0
                ? [{ placeId, placeName: place.name }]
                : []
            }),
          )
        )
          .flat()
          .sort((a, b) => a.placeName.localeCompare(b.placeName, 'zh-CN')),
      })),
  )
  return done({
    monday,
    shifts,
    gaps,
    worked,
    editable: places.filter((place) => servicesOf(place).length > 0 && mayKeep(caller, place.id)).map(({ id }) => id),
  })
}

function gapsOf(
  place: StoredPlace,
  day: LocalDate,
  all: readonly DayShift[],
  hours: readonly OpenSpan[],
): { day: LocalDate; placeId: string; placeName: string; from: number; to: number }[] {
  const lines = all.filter(({ line, day: on }) => line.placeId === place.id && on === day && line.kind === 'duty')
  // On a day without a line the place itself is manned.
  if (lines.length === 0) return []
  const duty = joined(lines.map(turnOf).filter(({ there }) => there))
  return hours.flatMap(({ open, close }) => {
    const left: OpenSpan[] = []
    let at = open
    for (const span of duty) {
      if (span.close <= at || span.open >= close) continue
      if (span.open > at) left.push({ open: at, close: span.open })
      at = Math.max(at, span.close)
    }
    if (at < close) left.push({ open: at, close })
    return left.map((span) => ({ day, placeId: place.id, placeName: place.name, from: span.open, to: span.close }))
  })
}

type Saved = z.infer<typeof saveRoute.reply>
type Kept = { ok: true; caller: StaffCaller; line: StoredLine } | ReturnType<typeof failed>
async function ownLine(parts: Parts, caller: StaffCaller, id: string): Promise<Kept> {
  const line = await parts.stores.network.line(accessOf(caller), id)
  if (!line) return failed('notFound')
  return mayKeep(caller, line.placeId) ? { ok: true, caller, line } : failed('forbidden')
}

export async function saveLine(
  parts: Parts,
  caller: StaffCaller,
  { params, body }: InputOf<typeof saveRoute>,
): Promise<Outcome<Saved>> {
  if (!mayKeep(caller, body.placeId)) return failed('forbidden')
  const access = accessOf(caller)
  const { network, places } = parts.stores
  const [members, all, before] = await Promise.all([
    network.team(access),
    places.all(),
    network.line(access, params.id),
  ])
  if (before && !mayKeep(caller, before.placeId)) return failed('forbidden')
  const place = all.find(({ id }) => id === body.placeId)
  const fields: Record<string, string> = {}
  if (!place?.active) fields.placeId = '这个服务点不在了，请重新选'
  else if (body.kind === 'duty' && body.services.some((one) => !servicesOf(place).includes(one)))
    fields.services = '这个服务点没有其中的服务。请先在服务点里加上，或少选几项'
  if (!members.some(({ id, active }) => id === body.memberId && active))
    fields.memberId = '没有这个人，或已经不在队伍里'
  if (body.validTo !== null && body.validTo < body.validFrom) fields.validTo = '结束日期要在开始日期之后'
  if (Object.keys(fields).length > 0) return failed('malformed', { fields })
  const row: StoredLine = {
    id: params.id,
    placeId: body.placeId,
    memberId: body.memberId,
    kind: body.kind,
    services: body.services,
    weekday: body.weekday,
    fromMinute: body.from,
    toMinute: body.to,
    validFrom: localDate(body.validFrom),
    validTo: body.validTo === null ? null : localDate(body.validTo),
  }
  const { lines } = await network.roster(row.validFrom, row.validTo ?? addDays(row.validFrom, 3650))
  const other = lines.find((line) => line.id !== row.id && clash(line, row))
  if (other)
    return failed('rosterClash', {
      fields: { memberId: `同一时间已经排在${all.find(({ id }) => id === other.placeId)?.name ?? '别处'}` },
    })
  const audit = auditEntry(parts, caller, {
    action: 'administer',
    subjectKind: 'rosterLine',
    subjectId: row.id,
    fields: fieldsOf(body),
  })
  const { lost } = await countingLost(parts, () => network.saveLine(access, row, audit))
  return done({ ok: true, lost })
}

export async function endLine(
  parts: Parts,
  caller: StaffCaller,
  { params, body }: InputOf<typeof endRoute>,
): Promise<Outcome<Saved>> {
  const kept = await ownLine(parts, caller, params.id)
  if (!kept.ok) return kept
  const audit = auditEntry(parts, kept.caller, {
    action: 'administer',
    subjectKind: 'rosterLine',
    subjectId: params.id,
    fields: ['validTo'],
  })
  const { lost } = await countingLost(parts, () =>
    parts.stores.network.endLine(accessOf(kept.caller), params.id, localDate(body.lastDay), audit),
  )
  return done({ ok: true, lost })
}

/** One day only: away, or covered by somebody else. */
export async function changeShift(
  parts: Parts,
  caller: StaffCaller,
  { params, body }: InputOf<typeof changeRoute>,
): Promise<Outcome<Saved>> {
  const kept = await ownLine(parts, caller, params.id)
  if (!kept.ok) return kept
  const { line } = kept
  const day = localDate(params.day)
  if (weekday(day) !== line.weekday || day < line.validFrom || (line.validTo !== null && day > line.validTo))
    return failed('notFound')
  const access = accessOf(kept.caller)
  const { network } = parts.stores
  const coverId = body.change?.coverId ?? null
  if (coverId !== null) {
    const members = await network.team(access)
    if (!members.some(({ id, active }) => id === coverId && active))
      return failed('malformed', { fields: { coverId: '没有这个人，或已经不在队伍里' } })
    const busy = shiftsOf(await network.roster(day, day), day, 1).some(
      (shift) =>
        shift.line.id !== line.id &&
        shift.memberId === coverId &&
        shift.line.fromMinute < line.toMinute &&
        line.fromMinute < shift.line.toMinute,
    )
    if (busy) return failed('rosterClash', { fields: { coverId: '这个人那天同一时间已经有班' } })
  }
  const audit = auditEntry(parts, kept.caller, {
    action: 'administer',
    subjectKind: 'rosterDay',
    subjectId: `${line.id} ${day}`,
    fields: ['coverId'],
    why: body.change?.reason ?? null,
  })
  const { lost } = await countingLost(parts, () => network.changeDay(access, line.id, day, body.change, audit))
  return done({ ok: true, lost })
}
