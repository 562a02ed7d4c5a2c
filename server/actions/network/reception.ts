import type { PlaceKind, Role } from '@fatong/casework/vocabulary.ts'
import { localDateOf, type LocalDate } from '@fatong/law/calendar/dates.ts'
import { SYSTEM } from '../../db/access.ts'
import type { StoredMember } from '../../db/stores/network.ts'
import type { StaffCaller } from '../caller.ts'
import type { Parts } from '../parts.ts'
import { headsOf } from '../places/above.ts'
import { directory, type Directory } from '../places/directory.ts'
import { shiftsOf } from './shifts.ts'

/** Who receives people at a desk: sees who comes and who waits for a call. The database's rule is `fatong.ctx_reception_places`. */
export const RECEIVE: readonly Role[] = ['clerk', 'director', 'stationStaff', 'legalLiaison']
/** Agencies beside the three tiers: nobody there has a desk of ours, so the centre beside them looks after whoever turns to them. */
const BESIDE: readonly PlaceKind[] = [
  'procuratorate',
  'mediation',
  'firm',
  'grassrootsOffice',
  'laborInspection',
  'laborArbitration',
  'court',
]
const MOST_TOLD = 3

/** Places whose visitors a member of staff looks after: those in reach, and beside a centre in reach the bureau and its agencies. The database holds the same. */
export function receptionPlaces({ byId }: Directory, { placeIds }: StaffCaller): string[] {
  const bureaus = new Set(
    placeIds.flatMap((id) => {
      const place = byId.get(id)
      return place?.kind === 'center' && place.parentId !== null ? [place.parentId] : []
    }),
  )
  const beside = [...byId.values()].filter(
    (place) =>
      bureaus.has(place.id) || (BESIDE.includes(place.kind) && headsOf(place).some((head) => bureaus.has(head))),
  )
  return [...new Set([...placeIds, ...beside.map(({ id }) => id)])]
}

export interface Receivers {
  /** of the team: by account, or by their sealed number */
  members: readonly StoredMember[]
  /** at a desk, by account; none of them among the members */
  staffIds: readonly string[]
  /** accounts that hold a desk of the place, members or not */
  deskIds: readonly string[]
  /** nobody of the place can be told: it went to the desk above it, or to the centre */
  elsewhere: boolean
}

/** A time at a place, and what for; without `span` the whole day and whatever it is. */
export interface Time {
  placeId: string
  day: LocalDate
  span?: { from: number; to: number; service: string }
}

/**
 * Who is told that somebody comes to a place, or waits for its call: those on duty then, else whoever there can be reached, and in any
 * case who holds a desk there. Where nobody of it can be told, the next desk up the tree, at the last the centre: nothing is told to nobody.
 */
export async function receivers(parts: Parts, { placeId, day, span }: Time): Promise<Receivers> {
  const { handovers, network } = parts.stores
  const [places, team, roster, own] = await Promise.all([
    directory(parts),
    network.team(SYSTEM),
    network.roster(day, day),
    handovers.staffAt(placeId, RECEIVE),
  ])
  const there = new Set(
    shiftsOf(roster, day, 1)
      .filter(
        ({ line }) =>
          line.placeId === placeId &&
          (span === undefined ||
            (line.fromMinute < span.to && span.from < line.toMinute && line.services.includes(span.service))),
      )
      .map(({ memberId }) => memberId),
  )
  const reachable = team.filter((one) => one.active && canBeTold(one))
  const onDuty = reachable.filter(({ id }) => there.has(id))
  // To a time people are asked by the roster; a call back is made by anybody of the place.
  const others =
    span !== undefined && onDuty.length > 0
      ? []
      : reachable.filter((one) => one.placeId === placeId && !there.has(one.id))
  const members = [...onDuty, ...others].slice(0, MOST_TOLD)
  const elsewhere = members.length === 0 && own.length === 0
  const desk = elsewhere ? await nextDesk(parts, places, placeId) : own
  return {
    members,
    staffIds: desk.filter((id) => !members.some(({ staffId }) => staffId === id)),
    deskIds: desk,
    elsewhere,
  }
}
export const canBeTold = ({ staffId, phoneEnc }: Pick<StoredMember, 'staffId' | 'phoneEnc'>): boolean =>
  staffId !== null || phoneEnc !== null

/** Who holds the first desk above a place that somebody holds; the centre's where there is none on the way up. */
const nextDesk = (parts: Parts, { upwards, center }: Directory, placeId: string): Promise<readonly string[]> =>
  firstDesk(parts, [...upwards(placeId).slice(1), center.id])

/**
 * Who holds a desk and can do something about a visit: of its place, else of the next above it. Whoever is away today or then is
 * passed over, because most often that is why something has to be done; only where nobody is left are they told all the same.
 */
export async function deskOf(
  parts: Parts,
  { placeId, day }: Pick<Time, 'placeId' | 'day'>,
): Promise<readonly string[]> {
  const today = localDateOf(parts.clock.now())
  const [{ upwards, center }, team, { leaves }] = await Promise.all([
    directory(parts),
    parts.stores.network.team(SYSTEM),
    parts.stores.network.roster(today, day),
  ])
  const away = new Set(
    leaves
      .filter(({ from, to }) => [today, day].some((one) => from <= one && one <= to))
      .map(({ memberId }) => team.find(({ id }) => id === memberId)?.staffId),
  )
  const ways = [...upwards(placeId), center.id]
  const present = await firstDesk(parts, ways, (id) => !away.has(id))
  return present.length > 0 ? present : firstDesk(parts, ways)
}

async function firstDesk(
  { stores }: Parts,
  placeIds: readonly string[],
  counts: (staffId: string) => boolean = () => true,
): Promise<readonly string[]> {
  for (const id of placeIds) {
    const staff = (await stores.handovers.staffAt(id, RECEIVE)).filter(counts)
    if (staff.length > 0) return staff
  }
  return []
}
