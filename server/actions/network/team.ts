import type { z } from 'zod'
import type { Role } from '@fatong/casework/vocabulary.ts'
import type { MemberKind, MemberView, saveMember as saveRoute, team as route } from '@fatong/contract/network/roster.ts'
import { addDays, localDateOf, type LocalDate } from '@fatong/law/calendar/dates.ts'
import type { StoredLine, StoredMember } from '../../db/stores/network.ts'
import type { StoredPlace } from '../../db/stores/places.ts'
import { auditEntry } from '../audit-entry.ts'
import { accessOf, holdsRole, type Caller, type StaffCaller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'

const SHOWN = 300
const SOON_DAYS = 30

/** Everybody who helps people, by place. Numbers of phones are not shown to anybody. */
export async function readTeam(parts: Parts, caller: Caller, { query }: InputOf<typeof route>): Promise<Outcome<z.infer<typeof route.reply>>> {
  if (caller.kind !== 'staff') return failed('signInNeeded')
  const today = localDateOf(parts.clock.now())
  const [members, places, { lines }] = await Promise.all([parts.stores.network.team(accessOf(caller)), parts.stores.places.all(), parts.stores.network.roster(today, addDays(today, 6))])
  const { q = '', kind, placeId } = query
  const names = new Map(places.map((place) => [place.id, place.name]))
  const found = members.filter((one) => (kind === undefined || one.kind === kind) && (placeId === undefined || one.placeId === placeId)
    && (q === '' || [one.name, names.get(one.placeId) ?? '', ...one.languages, ...one.specialties].some((text) => text.includes(q))))
  return done({ total: found.length, items: found.slice(0, SHOWN).map((one) => memberView(one, places, lines, today)) })
}

/** Who may keep the team and the rosters of a place: the administrator, the centre, and the station for its own villages. */
export const mayKeep = (caller: StaffCaller, placeId: string): boolean =>
  caller.roles.some(({ role, reach }) => KEEPERS.includes(role) && reach.includes(placeId))
const KEEPERS: readonly Role[] = ['administrator', 'director', 'stationStaff', 'bureauOfficer']

export async function saveMember(parts: Parts, caller: Caller, { params, body }: InputOf<typeof saveRoute>): Promise<Outcome<MemberView>> {
  if (caller.kind !== 'staff') return failed('signInNeeded')
  if (!holdsRole(caller, ...KEEPERS)) return failed('forbidden')
  const access = accessOf(caller)
  const [places, members] = await Promise.all([parts.stores.places.all(), parts.stores.network.team(access)])
  if (!places.some(({ id }) => id === body.placeId)) return failed('malformed', { fields: { placeId: '没有这个服务点，请重新选' } })
  const before = members.find(({ id }) => id === params.id)
  if (!mayKeep(caller, body.placeId) || (before && !mayKeep(caller, before.placeId))) return failed('forbidden')
  const { phone, ...entry } = body
  const row: StoredMember = { id: params.id, staffId: before?.staffId ?? null, phoneEnc: phone === undefined ? (before?.phoneEnc ?? null) : parts.crypto.encrypt('team.phone', phone), ...entry }
  const audit = auditEntry(parts, caller, { action: 'administer', subjectKind: 'teamMember', subjectId: params.id, fields: Object.keys(body) })
  await parts.stores.network.saveMember(access, row, audit)
  return done(memberView(row, places, [], localDateOf(parts.clock.now())))
}

function memberView(one: StoredMember, places: readonly StoredPlace[], lines: readonly StoredLine[], today: LocalDate): MemberView {
  const qualifications = one.qualifications as MemberView['qualifications']
  return {
    id: one.id, name: one.name, kind: one.kind as MemberKind, placeId: one.placeId, placeName: places.find(({ id }) => id === one.placeId)?.name ?? '', gender: one.gender as MemberView['gender'], languages: one.languages, specialties: one.specialties,
    qualifications, training: one.training as MemberView['training'], active: one.active, reachable: one.phoneEnc !== null,
    expiring: qualifications.filter(({ until }) => until !== null && until <= addDays(today, SOON_DAYS)).map(({ name, until }) => `${name}${(until ?? '') < today ? '已过期' : '快到期'}（${until}）`),
    lines: lines.filter(({ memberId }) => memberId === one.id).length,
  }
}
