import { fieldsOf } from '@fatong/casework/audit-words.ts'
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Role } from '@fatong/casework/vocabulary.ts'
import type {
  addLeave as addLeaveRoute,
  Leave,
  MemberKind,
  MemberView,
  removeLeave as removeLeaveRoute,
  saveMember as saveRoute,
  team as route,
} from '@fatong/contract/network/roster.ts'
import { addDays, localDate, localDateOf, type LocalDate } from '@fatong/law/calendar/dates.ts'
import { formatFullDate } from '@fatong/law/calendar/wording.ts'
import type { StoredLeave, StoredLine, StoredMember } from '../../db/stores/network.ts'
import type { StoredPlace } from '../../db/stores/places.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, holdsRole, type StaffCaller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { above } from '../places/above.ts'
import { SOON_DAYS } from './licences.ts'
import { countingLost } from './unmet.ts'

const SHOWN = 300
const LEAVE_DAYS = 366

/** Everybody who helps people, by place. Numbers of phones are not shown to anybody. */
export async function readTeam(
  parts: Parts,
  caller: StaffCaller,
  { query }: InputOf<typeof route>,
): Promise<Outcome<z.infer<typeof route.reply>>> {
  const today = localDateOf(parts.clock.now())
  const [members, places, { lines }, { leaves }] = await Promise.all([
    parts.stores.network.team(accessOf(caller)),
    parts.stores.places.all(),
    parts.stores.network.roster(today, addDays(today, 6)),
    parts.stores.network.roster(today, addDays(today, LEAVE_DAYS)),
  ])
  const { q = '', kind, placeId, near, active } = query
  const names = new Map(places.map((place) => [place.id, place.name]))
  const found = inOrder(members, places, near).filter(
    (one) =>
      (kind === undefined || one.kind === kind) &&
      (placeId === undefined || one.placeId === placeId) &&
      (active === undefined || one.active) &&
      (q === '' ||
        [one.name, names.get(one.placeId) ?? '', ...one.languages, ...one.specialties].some((text) =>
          text.includes(q),
        )),
  )
  return done({
    total: found.length,
    items: found.slice(0, SHOWN).map((one) => memberView(one, places, lines, leaves, today)),
  })
}

/** By place, or the people of one place first, then of those above it: only so many are shown, and they are the likeliest. */
function inOrder(
  members: readonly StoredMember[],
  places: readonly StoredPlace[],
  near: string | undefined,
): StoredMember[] {
  const byId = new Map(places.map((place) => [place.id, place]))
  const way = near === undefined ? [] : above(byId, near)
  const rank = ({ placeId }: StoredMember): number => (way.includes(placeId) ? way.indexOf(placeId) : way.length)
  const code = ({ placeId }: StoredMember): string => byId.get(placeId)?.code ?? ''
  return [...members].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (code(a) < code(b) ? -1 : code(a) > code(b) ? 1 : 0) ||
      a.name.localeCompare(b.name, 'zh-Hans-CN'),
  )
}

/** Who may keep the team and the rosters of a place: the administrator, the centre, and the station for its own villages. */
export const mayKeep = (caller: StaffCaller, placeId: string): boolean =>
  caller.roles.some(({ role, reach }) => KEEPERS.includes(role) && reach.includes(placeId))
/** Lawyers sit in firms that the centre does not manage; its director, who gives them their cases, keeps their leave and services. */
export const keepsDays = (caller: StaffCaller, { placeId, kind }: Pick<StoredMember, 'placeId' | 'kind'>): boolean =>
  mayKeep(caller, placeId) || (CASEWORKERS.includes(kind) && holdsRole(caller, 'director'))
export const CASEWORKERS: readonly string[] = ['lawyer', 'grassrootsLegalWorker']
const KEEPERS: readonly Role[] = ['administrator', 'director', 'stationStaff', 'bureauOfficer']

export async function saveMember(
  parts: Parts,
  caller: StaffCaller,
  { params, body }: InputOf<typeof saveRoute>,
): Promise<Outcome<z.infer<typeof saveRoute.reply>>> {
  if (!holdsRole(caller, ...KEEPERS)) return failed('forbidden')
  const access = accessOf(caller)
  const [places, members] = await Promise.all([parts.stores.places.all(), parts.stores.network.team(access)])
  if (!places.some(({ id }) => id === body.placeId))
    return failed('malformed', { fields: { placeId: '没有这个服务点，请重新选' } })
  const before = members.find(({ id }) => id === params.id)
  if (!mayKeep(caller, body.placeId) || (before && !mayKeep(caller, before.placeId))) return failed('forbidden')
  const { phone, ...entry } = body
  const row: StoredMember = {
    id: params.id,
    staffId: before?.staffId ?? null,
    phoneEnc: phone === undefined ? (before?.phoneEnc ?? null) : parts.crypto.encrypt('team.phone', phone),
    ...entry,
  }
  const audit = auditEntry(parts, caller, {
    action: 'administer',
    subjectKind: 'teamMember',
    subjectId: params.id,
    fields: fieldsOf(body),
  })
  const { lost } = await countingLost(parts, () => parts.stores.network.saveMember(access, row, audit))
  return done({ ...memberView(row, places, [], [], localDateOf(parts.clock.now())), lost })
}

function memberView(
  one: StoredMember,
  places: readonly StoredPlace[],
  lines: readonly StoredLine[],
  leaves: readonly StoredLeave[],
  today: LocalDate,
): MemberView {
  const qualifications = one.qualifications as MemberView['qualifications']
  return {
    id: one.id,
    name: one.name,
    kind: one.kind as MemberKind,
    placeId: one.placeId,
    placeName: places.find(({ id }) => id === one.placeId)?.name ?? '',
    gender: one.gender as MemberView['gender'],
    languages: one.languages,
    specialties: one.specialties,
    qualifications,
    training: one.training as MemberView['training'],
    active: one.active,
    reachable: one.phoneEnc !== null,
    expiring: qualifications
      .filter(({ until }) => until !== null && until <= addDays(today, SOON_DAYS))
      .map(
        ({ name, until }) =>
          `${name}${(until ?? '') < today ? '已过期' : '快到期'}（${formatFullDate(until as LocalDate)}）`,
      ),
    lines: lines.filter(({ memberId }) => memberId === one.id).length,
    leave: leaves.filter(({ memberId }) => memberId === one.id).map(leaveView),
  }
}
const leaveView = ({ id, from, to, reason }: StoredLeave): z.infer<typeof Leave> => ({ id, from, to, reason })

type Kept = { ok: true; caller: StaffCaller; member: StoredMember } | ReturnType<typeof failed>
/** Somebody of the team whose days the caller may keep. */
async function keptMember(parts: Parts, caller: StaffCaller, id: string): Promise<Kept> {
  if (!holdsRole(caller, ...KEEPERS)) return failed('forbidden')
  const member = (await parts.stores.network.team(accessOf(caller))).find((one) => one.id === id)
  if (!member) return failed('notFound')
  return keepsDays(caller, member) ? { ok: true, caller, member } : failed('forbidden')
}

/** 请假: shifts of these days stand without anybody until somebody covers, and no case is given to the person. */
export async function addLeave(
  parts: Parts,
  caller: StaffCaller,
  { params, body }: InputOf<typeof addLeaveRoute>,
): Promise<Outcome<z.infer<typeof addLeaveRoute.reply>>> {
  const kept = await keptMember(parts, caller, params.id)
  if (!kept.ok) return kept
  const row: StoredLeave = {
    id: randomUUID(),
    memberId: kept.member.id,
    from: localDate(body.from),
    to: localDate(body.to),
    reason: body.reason,
    enteredBy: kept.caller.staffId,
    enteredAt: parts.clock.now(),
  }
  const audit = auditEntry(parts, kept.caller, {
    action: 'administer',
    subjectKind: 'teamLeave',
    subjectId: row.memberId,
    fields: ['from', 'to'],
    why: row.reason,
  })
  const { lost } = await countingLost(parts, () => parts.stores.network.addLeave(accessOf(kept.caller), row, audit))
  return done({ ...leaveView(row), lost })
}

export async function removeLeave(
  parts: Parts,
  caller: StaffCaller,
  { params }: InputOf<typeof removeLeaveRoute>,
): Promise<Outcome<{ ok: true }>> {
  const kept = await keptMember(parts, caller, params.id)
  if (!kept.ok) return kept
  const audit = auditEntry(parts, kept.caller, {
    action: 'administer',
    subjectKind: 'teamLeave',
    subjectId: kept.member.id,
    fields: ['removed'],
  })
  return (await parts.stores.network.removeLeave(accessOf(kept.caller), kept.member.id, params.leave, audit))
    ? done({ ok: true })
    : failed('notFound')
}
