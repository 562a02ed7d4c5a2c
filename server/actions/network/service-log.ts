import { fieldsOf, said } from '@fatong/casework/audit-words.ts'
import type { z } from 'zod'
import { MEMBER_KINDS, type MemberKind } from '@fatong/contract/network/roster.ts'
import type {
  addService as addRoute,
  exportServices as exportRoute,
  importServices as importRoute,
  ServiceEntryBody,
  serviceLog as listRoute,
  ServiceView,
  strikeService as strikeRoute,
} from '@fatong/contract/network/service-log.ts'
import { addDays, localDate, localDateOf, type LocalDate } from '@fatong/law/calendar/dates.ts'
import { parameterAt } from '@fatong/law/parameters/parameters.ts'
import {
  lastOfQuarter,
  quarterOf,
  serviceFigures,
  type AdviserDuty,
  type ServiceGap,
} from '@fatong/network/team/service-figures.ts'
import { checkServices, SERVICE_HEADINGS } from '@fatong/network/team/service-table.ts'
import {
  HELPED,
  SERVICE_RESULTS,
  SERVICE_WORK,
  type Helped,
  type ServiceResult,
  type ServiceWork,
} from '@fatong/network/team/vocabulary.ts'
import { fault, type Fault } from '@fatong/network/import/table.ts'
import type { StoredLine, StoredMember } from '../../db/stores/network.ts'
import type { StoredPlace } from '../../db/stores/places.ts'
import type { StoredService } from '../../db/stores/service-log.ts'
import type { ServedFile } from '../../files/serving.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, type StaffCaller } from '../caller.ts'
import type { InputOf, UploadOf } from '../input.ts'
import { idFrom } from '../id-from.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { wholeBody } from '../whole-body.ts'
import { CASEWORKERS, keepsDays } from './team.ts'

type Reply = z.infer<typeof listRoute.reply>
type Body = z.infer<typeof ServiceEntryBody>
const MOST_BYTES = 8_000_000
const SHOWN_FAULTS = 200
/** 村（居）法律顾问: whoever is one by the list, or goes into villages on visiting days by the roster. */
const isAdviser = ({ id, kind }: StoredMember, lines: readonly StoredLine[]): boolean =>
  kind === 'adviser' ||
  (CASEWORKERS.includes(kind) && lines.some((line) => line.memberId === id && line.kind === 'visit'))

/** Own entries, and those of everybody whose team the caller keeps. */
const mine = (caller: StaffCaller, member: Pick<StoredMember, 'placeId' | 'staffId' | 'kind'>): boolean =>
  member.staffId === caller.staffId || keepsDays(caller, member)

interface Known {
  members: StoredMember[]
  byId: Map<string, StoredMember>
  places: Map<string, StoredPlace>
}
async function known(parts: Parts, caller: StaffCaller): Promise<Known> {
  const [team, places] = await Promise.all([parts.stores.network.team(accessOf(caller)), parts.stores.places.all()])
  const members = team.filter((one) => mine(caller, one))
  return {
    members,
    byId: new Map(members.map((one) => [one.id, one])),
    places: new Map(places.map((place) => [place.id, place])),
  }
}
const monthOf = (parts: Parts, month: string | undefined): { month: string; first: LocalDate; last: LocalDate } => {
  const asked = month ?? localDateOf(parts.clock.now()).slice(0, 7)
  const [year, number] = asked.split('-').map(Number) as [number, number]
  const next =
    number === 12
      ? `${String(year + 1).padStart(4, '0')}-01`
      : `${String(year).padStart(4, '0')}-${String(number + 1).padStart(2, '0')}`
  return { month: asked, first: localDate(`${asked}-01`), last: addDays(localDate(`${next}-01`), -1) }
}

export async function readServiceLog(
  parts: Parts,
  caller: StaffCaller,
  { query }: InputOf<typeof listRoute>,
): Promise<Outcome<Reply>> {
  const { month, first, last } = monthOf(parts, query.month)
  const today = localDateOf(parts.clock.now())
  const quarter = localDate(`${quarterOf(month)}-01`)
  const { members, byId, places } = await known(parts, caller)
  const shown = query.memberId === undefined ? members : members.filter(({ id }) => id === query.memberId)
  const [rows, { lines }] = await Promise.all([
    parts.stores.serviceLog.between(
      accessOf(caller),
      quarter,
      last,
      shown.map(({ id }) => id),
    ),
    parts.stores.network.roster(first, last),
  ])
  const counted = rows
    .filter(({ struckAt }) => struckAt === null)
    .map((row) => ({ ...row, work: row.work as ServiceWork }))
  const team = shown.filter(
    (one) =>
      one.active &&
      (LOGGING.includes(one.kind) || isAdviser(one, lines) || counted.some(({ memberId }) => memberId === one.id)),
  )
  const duty = await dutyOf(parts, last)
  const over = { month: last < today, quarter: last < today && lastOfQuarter(month) }
  const figures = new Map(
    serviceFigures(
      month,
      counted,
      team.map((one) => ({ memberId: one.id, adviser: isAdviser(one, lines), villages: villagesOf(one.id, lines) })),
      over,
      duty,
    ).map((one) => [one.memberId, one]),
  )
  const nameOf = (id: string): string => places.get(id)?.name ?? ''
  return done({
    month,
    running: !over.month,
    duty: { hours: duty.hoursPerMonth, lectures: duty.lecturesPerQuarter },
    items: rows.filter(({ day }) => day >= first).map((row) => viewOf(row, byId, places)),
    figures: team.map((one) => {
      const { gaps, ...own } = figures.get(one.id)!
      return {
        ...own,
        member: one.name,
        kindText: MEMBER_KINDS[one.kind as MemberKind] ?? '',
        placeName: nameOf(one.placeId),
        gaps: gaps.map((gap) => gapText(gap, duty)),
      }
    }),
    people: members
      .filter(({ active }) => active)
      .map(({ id, name, placeId }) => ({ id, name, placeId, placeName: nameOf(placeId) })),
    places: [
      ...members.map(({ placeId }) => placeId),
      ...caller.placeIds,
      ...lines.filter(({ memberId }) => byId.get(memberId)?.staffId === caller.staffId).map(({ placeId }) => placeId),
    ]
      .filter((id, at, all) => all.indexOf(id) === at && places.get(id)?.active === true)
      .map((id) => ({ id, name: nameOf(id) })),
  })
}
const LOGGING: readonly string[] = ['adviser', 'liaison', 'mediator', 'volunteer']
const villagesOf = (memberId: string, lines: readonly StoredLine[]): number =>
  new Set(lines.filter((line) => line.memberId === memberId).map(({ placeId }) => placeId)).size

/** 8.3, as the district has released it for that month. */
async function dutyOf(parts: Parts, on: LocalDate): Promise<AdviserDuty> {
  const released = await parts.law.parameters()
  const known = (
    key: 'adviser.hoursPerMonth' | 'adviser.lecturesPerQuarter' | 'adviser.villages',
    otherwise: number,
  ): number => {
    const value = parameterAt(released, key, on)
    return value === 'unknown' ? otherwise : value
  }
  return {
    hoursPerMonth: known('adviser.hoursPerMonth', 0),
    lecturesPerQuarter: known('adviser.lecturesPerQuarter', 0),
    villages: known('adviser.villages', Infinity),
  }
}

function gapText(gap: ServiceGap, duty: AdviserDuty): string {
  switch (gap.code) {
    case 'hours':
      return `到村不足 ${duty.hoursPerMonth} 小时，还差 ${gap.missing >= 60 ? `${Math.floor(gap.missing / 60)} 小时` : ''}${gap.missing % 60 > 0 ? `${gap.missing % 60} 分` : ''}`
    case 'lecture':
      return duty.lecturesPerQuarter === gap.missing ? '本季度没有讲座' : `本季度讲座还差 ${gap.missing} 场`
    case 'silent':
      return '这个月没有记录'
    case 'villages':
      return `管的村超过 ${duty.villages} 个（多 ${gap.over} 个）`
    default:
      return gap satisfies never
  }
}

function viewOf(
  row: StoredService,
  members: ReadonlyMap<string, StoredMember>,
  places: ReadonlyMap<string, StoredPlace>,
): ServiceView {
  return {
    id: row.id,
    memberId: row.memberId,
    member: members.get(row.memberId)?.name ?? '',
    placeId: row.placeId,
    placeName: places.get(row.placeId)?.name ?? '',
    day: row.day,
    at: row.atPlace,
    work: row.work as ServiceWork,
    helped: row.helped as Helped,
    people: row.people,
    matter: row.matter,
    minutes: row.minutes,
    result: row.result as ServiceResult,
    note: row.note,
    by: row.enteredName,
    enteredAt: row.enteredAt,
    struck: row.struckReason,
    mine: row.struckAt === null,
  }
}

export async function addService(
  parts: Parts,
  caller: StaffCaller,
  { params, body }: InputOf<typeof addRoute>,
): Promise<Outcome<{ ok: true }>> {
  const { byId, places } = await known(parts, caller)
  const member = byId.get(body.memberId)
  if (!member) return failed('forbidden')
  const fields: Record<string, string> = {}
  if (body.day > localDateOf(parts.clock.now())) fields.day = '日期还没有到。服务记录只记已经做过的'
  if (!places.get(body.placeId)?.active) fields.placeId = '没有这个服务点，请重新选'
  else if (
    body.placeId !== member.placeId &&
    !caller.placeIds.includes(body.placeId) &&
    !(await visits(parts, member.id, body))
  )
    fields.placeId = '这个服务点不归您管，请重新选'
  if (Object.keys(fields).length > 0) return failed('malformed', { fields })
  const audit = auditEntry(parts, caller, {
    action: 'administer',
    subjectKind: 'serviceEntry',
    subjectId: params.id,
    fields: fieldsOf(body),
  })
  await parts.stores.serviceLog.add(accessOf(caller), [rowOf(parts, caller, params.id, body)], audit)
  return done({ ok: true })
}
/** An adviser serves where the roster sends him or her. */
async function visits(parts: Parts, memberId: string, { day, placeId }: Body): Promise<boolean> {
  const { lines } = await parts.stores.network.roster(localDate(day), localDate(day))
  return lines.some((line) => line.memberId === memberId && line.placeId === placeId)
}
const rowOf = (
  parts: Parts,
  caller: StaffCaller,
  id: string,
  { memberId, placeId, day, at, work, helped, people, matter, minutes, result, note }: Body,
): StoredService => ({
  id,
  memberId,
  placeId,
  day: localDate(day),
  atPlace: at,
  work,
  helped,
  people,
  matter,
  minutes,
  result,
  note,
  enteredBy: caller.staffId,
  enteredName: caller.name,
  enteredAt: parts.clock.now(),
  struckAt: null,
  struckReason: null,
})

export async function strikeService(
  parts: Parts,
  caller: StaffCaller,
  { params, body }: InputOf<typeof strikeRoute>,
): Promise<Outcome<{ ok: true }>> {
  const audit = auditEntry(parts, caller, {
    action: 'administer',
    subjectKind: 'serviceEntry',
    subjectId: params.id,
    fields: ['struck'],
    why: body.reason,
  })
  return (await parts.stores.serviceLog.strike(accessOf(caller), params.id, body.reason, parts.clock.now(), audit))
    ? done({ ok: true })
    : failed('notFound')
}

/** A table of services: looked at line by line, then all of it or nothing. The same line a second time adds nothing. */
export async function importServices(
  parts: Parts,
  caller: StaffCaller,
  { query, body }: UploadOf<typeof importRoute>,
): Promise<Outcome<z.infer<typeof importRoute.reply>>> {
  const bytes = await wholeBody(body, MOST_BYTES)
  if (!bytes) return failed('fileTooLarge')
  const read = await parts.tables.read(bytes)
  const { members, places } = await known(parts, caller)
  const checked = read.table ? checkServices(read.table, localDateOf(parts.clock.now())) : { rows: [], faults: [] }
  const faults: Fault[] = [...read.faults, ...checked.faults]
  const seen = new Map<string, number>()
  const rows = checked.rows.flatMap((row) => {
    const member = members.filter(
      (one) => one.name === row.member && (places.get(one.placeId)?.name ?? '').includes(row.place),
    )
    if (member.length !== 1)
      faults.push(
        fault(
          row.line,
          '姓名',
          member.length === 0
            ? `${row.place}没有叫“${row.member}”的人，或不归您管。请核对姓名和服务点`
            : `${row.place}有 ${member.length} 个“${row.member}”，请把服务点写全`,
        ),
      )
    if (member.length !== 1) return []
    const { line: _line, member: _name, place: _place, ...entry } = row
    const key = JSON.stringify([member[0]!.id, entry])
    const nth = (seen.get(key) ?? 0) + 1
    seen.set(key, nth)
    return [
      rowOf(parts, caller, idOf(key, nth), {
        ...entry,
        memberId: member[0]!.id,
        placeId: member[0]!.placeId,
        note: '',
      }),
    ]
  })
  const report = {
    lines: read.table?.rows.length ?? 0,
    faults: faults.slice(0, SHOWN_FAULTS),
    more: Math.max(0, faults.length - SHOWN_FAULTS),
    remarks: read.remarks,
    added: 0,
    same: 0,
    imported: false,
  }
  if (faults.length > 0 || rows.length === 0) return done(report)
  const there = await parts.stores.serviceLog.between(
    accessOf(caller),
    rows.reduce((least, { day }) => (day < least ? day : least), rows[0]!.day),
    rows.reduce((most, { day }) => (day > most ? day : most), rows[0]!.day),
    undefined,
  )
  const fresh = rows.filter(({ id }) => !there.some((one) => one.id === id))
  const counted = { ...report, added: fresh.length, same: rows.length - fresh.length }
  if (query.confirm === 'no' || fresh.length === 0) return done(counted)
  await parts.stores.serviceLog.add(
    accessOf(caller),
    fresh,
    auditEntry(parts, caller, {
      action: 'administer',
      subjectKind: 'serviceEntry',
      subjectId: 'import',
      fields: [said(`导入 ${fresh.length} 条`)],
    }),
  )
  return done({ ...counted, imported: true })
}
/** The same line of the same person is the same entry, so that a file taken in twice counts once. */
const idOf = (key: string, nth: number): string => idFrom(`service ${key} ${nth}`)

const EXAMPLE = [
  '2026-11-03',
  '某某（示例，请删去这一行）',
  '某某村公共法律服务工作室',
  '村委会',
  SERVICE_WORK.consultation,
  HELPED.elder,
  '1',
  '养老金怎么领',
  '40',
  SERVICE_RESULTS.solved,
]
export async function exportServices(
  parts: Parts,
  caller: StaffCaller,
  { params, query }: InputOf<typeof exportRoute>,
): Promise<Outcome<ServedFile>> {
  const outcome = await readServiceLog(parts, caller, {
    params: {},
    query: { month: query.month },
    body: undefined,
  } as never)
  if (!outcome.ok) return outcome
  const { month, items } = outcome.value
  const rows =
    query.template === 'yes'
      ? [EXAMPLE]
      : items
          .filter(({ struck }) => struck === null)
          .map((one) => [
            one.day,
            one.member,
            one.placeName,
            one.at,
            SERVICE_WORK[one.work],
            HELPED[one.helped],
            String(one.people),
            one.matter,
            String(one.minutes),
            SERVICE_RESULTS[one.result],
          ])
  const { file, mediaType } = await parts.tables.write(params.format, SERVICE_HEADINGS, rows)
  return done({
    file,
    mediaType,
    headers: {
      'X-Content-Type-Options': 'nosniff',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(query.template === 'yes' ? `服务记录模板.${params.format}` : `服务记录-${month}.${params.format}`)}`,
    },
  })
}
