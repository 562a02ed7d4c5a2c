import type { z } from 'zod'
import { PLACE_KINDS } from '@fatong/casework/vocabulary.ts'
import type { nearPoints as route, PointView } from '@fatong/contract/network/finder.ts'
import { addDays, instant, localDateOf, minutesOfDay, type Instant } from '@fatong/law/calendar/dates.ts'
import { formatDate, formatMinutes } from '@fatong/law/calendar/wording.ts'
import { needsNobody, SERVICE_NAMES, type Service } from '@fatong/network/coverage/vocabulary.ts'
import { metresBetween } from '@fatong/network/geo/distance.ts'
import type { LngLat } from '@fatong/network/geo/position.ts'
import { MODES, type Mode } from '@fatong/network/roads/profiles/profile.ts'
import type { StoredPlace } from '../../db/stores/places.ts'
import type { Caller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { hoursText, neverCloses } from '../places/hours-text.ts'
import { hoursKnown, knownHours } from '../places/known-hours.ts'
import { travelKnown } from './bus.ts'
import { bookableAt } from './slots.ts'
import { openAt, presence, PRESENCE_DAYS, type OpenState } from './presence.ts'
import { isHidden, positionOf, servicesOf, tierOf } from './tiers.ts'

type Reply = z.infer<typeof route.reply>
const SHOWN = 20
/** As far as anybody looks ahead. */
const FURTHEST_MS = 13 * 86_400_000

/**
 * Service points by how soon somebody there can help: on arrival, or when they open after it; of equals the nearer first. What nobody
 * knows the way to comes last, and where nobody knows the hours one is told to call.
 */
export async function nearPoints(
  parts: Parts,
  _caller: Caller,
  { query }: InputOf<typeof route>,
): Promise<Outcome<Reply>> {
  const now = parts.clock.now()
  const at = instant(Math.min(Math.max(query.at ?? now, now), now + FURTHEST_MS))
  const { service } = query
  const bus = await travelKnown(parts, 'bus')
  const travel = query.travel === 'bus' && !bus ? 'walk' : query.travel
  const [places, start, there] = await Promise.all([
    parts.stores.places.all(),
    startOf(parts, query),
    presence(parts, localDateOf(at), PRESENCE_DAYS + 1),
  ])
  const offered = places.filter(
    (place) =>
      place.public &&
      place.active &&
      tierOf(place.kind) !== undefined &&
      tierOf(place.kind) !== 'workstation' &&
      servicesOf(place).length > 0 &&
      (service === undefined || there.offers(place).includes(service)),
  )
  const from = start.from
  const located = offered.map((place) => ({ place, spot: isHidden(place.kind) ? undefined : positionOf(place) }))
  const known = located.filter((one): one is { place: StoredPlace; spot: LngLat } => one.spot !== undefined)
  const times = from
    ? await parts.network.times(
        [from],
        known.map(({ spot }) => spot),
      )
    : undefined
  const secondsTo = new Map(
    known.map(({ place }, column) => [
      place.id,
      (mode: Mode): number | null => times?.seconds[mode][0]?.[column] ?? null,
    ]),
  )
  const items = await Promise.all(
    located.map(async ({ place, spot }) => {
      const seconds = secondsTo.get(place.id)?.(travel) ?? null
      // Who leaves now is there later: what counts is who is still there then.
      const arrival = instant(at + (seconds ?? 0) * 1000)
      const [state, onArrival] = await Promise.all([
        openAt(place, at, there, service),
        openAt(place, arrival, there, service),
      ])
      const minutes = (mode: Mode): number | null => {
        const s = secondsTo.get(place.id)?.(mode) ?? null
        return s === null ? null : Math.max(1, Math.ceil(s / 60))
      }
      const metres = from && spot ? Math.round(metresBetween(from, spot)) : null
      const by =
        from && spot
          ? { walk: minutes('walk'), ebike: minutes('ebike'), car: minutes('car'), bus: bus ? minutes('bus') : null }
          : null
      const office = await knownHours(parts, place)
      const offers = there.offers(place)
      const call = state.opensAt === null && !hoursKnown(place)
      const use = usable(place, service)
      const view: PointView = {
        id: place.id,
        name: place.name,
        kindText: PLACE_KINDS[place.kind],
        terminal: isScreen(place),
        address: place.address ?? '',
        phone: place.phone,
        lng: spot?.lng ?? null,
        lat: spot?.lat ?? null,
        approximate: place.approximate,
        minutes: by,
        metres,
        routeText: from && spot && metres !== null ? routeText(from, spot, metres, by, times?.estimated ?? true) : '',
        ...state,
        ...(call ? { open: null } : {}),
        openText: call
          ? `没有登记什么时候有人，${callFirst(place)}`
          : neverCloses(office) && state.open === true && isScreen(place)
            ? `现在${use}，全天不关`
            : openText(state, at, use, callFirst(place)),
        hoursText: hoursText(office),
        services: SERVICE_NAMES.filter((one) => offers.includes(one)),
        bookable: bookableAt(place, there).length > 0 && state.opensAt !== null,
      }
      // Help begins on arrival, or when somebody comes; `openAt` answers the arrival itself where somebody is there.
      return {
        view,
        noWay: from !== undefined && seconds === null,
        rank: onArrival.opensAt === null ? Infinity : onArrival.opensAt - at,
        seconds: seconds ?? Infinity,
      }
    }),
  )
  items.sort(
    (a, b) =>
      Number(a.noWay) - Number(b.noWay) ||
      a.rank - b.rank ||
      a.seconds - b.seconds ||
      (a.view.name < b.view.name ? -1 : 1),
  )
  return done({
    from: from ?? null,
    travels: MODES.filter((mode) => mode !== 'bus' || bus),
    meant: start.meant,
    at,
    dayText: `${formatDate(localDateOf(at))}${formatMinutes(minutesOfDay(at))}`,
    estimated: times?.estimated ?? true,
    mapNumber: parts.config.mapNumber ?? null,
    items: items.slice(0, SHOWN).map(({ view }) => view),
  })
}

/** Whom to call before going: where no number is known, the line that answers for all. */
const callFirst = ({ phone }: StoredPlace): string => (phone === null ? '请先打 12348 问' : '请先打电话问')

const isScreen = ({ kind }: StoredPlace): boolean => kind === 'kiosk'
/** Nobody is promised where nobody is needed. */
const usable = (place: StoredPlace, service: Service | undefined): string =>
  isScreen(place) ? '能用' : service !== undefined && needsNobody(service) ? '能办' : '有人'

interface Start {
  from?: { name: string } & LngLat
  meant: Reply['meant']
}

/** A position as it stands, else a village or place by the name people use. */
async function startOf({ stores }: Parts, { q, lng, lat }: InputOf<typeof route>['query']): Promise<Start> {
  if (lng !== undefined && lat !== undefined) return { from: { name: '您的位置', lng, lat }, meant: [] }
  const asked = plain(q ?? '')
  if (asked === '') return { meant: [] }
  const [villages, places] = await Promise.all([stores.network.villages(), stores.places.all()])
  const towns = new Map(
    places
      .filter(({ kind }) => kind === 'station')
      .map((place) => [place.code, place.name.replace(/公共法律服务.*$/, '')]),
  )
  const spots = villages.flatMap(({ name, townCode, lon, lat: y, crs }) => {
    const spot = positionOf({ lon, lat: y, crs })
    return spot ? [{ name, town: towns.get(townCode) ?? '', ...spot }] : []
  })
  const townSpots = places.flatMap((place) => {
    const spot = place.kind === 'station' || place.kind === 'center' ? positionOf(place) : undefined
    return spot && place.public ? [{ name: place.name.replace(/公共法律服务.*$/, ''), town: '', ...spot }] : []
  })
  const all = [...townSpots, ...spots]
  const literally = all.filter(({ name }) => name === q)
  const exactly =
    literally.length === 1
      ? literally
      : all.filter(({ name, town }) => plain(name) === asked || plain(town + name) === asked)
  const found =
    exactly.length > 0
      ? exactly
      : all.filter(({ name, town }) => plain(town + name).includes(asked) || asked.includes(plain(name)))
  const [only] = found
  return found.length === 1 && only ? { from: only, meant: [] } : { meant: found.slice(0, 12) }
}
/** 中川镇芦井水村委会 is what people say of 芦井水村. */
const plain = (text: string): string =>
  text.replaceAll(/\s/g, '').replace(/(村民委员会|居民委员会|村委会|居委会|村|社区|镇)$/, '')

/** No bus is any use there: by bus is walking all the way. */
const onFootAnyhow = (mode: Mode, { walk, bus }: NonNullable<PointView['minutes']>): boolean =>
  mode === 'bus' && walk !== null && bus !== null && bus >= walk
const DIRECTIONS = ['北', '东北', '东', '东南', '南', '西南', '西', '西北'] as const
function routeText(
  from: LngLat,
  to: LngLat,
  metres: number,
  minutes: PointView['minutes'],
  estimated: boolean,
): string {
  const east = (to.lng - from.lng) * Math.cos((from.lat * Math.PI) / 180)
  const turn = Math.round(Math.atan2(east, to.lat - from.lat) / (Math.PI / 4))
  const far =
    metres < 100
      ? '就在附近'
      : `往${DIRECTIONS[(turn + 8) % 8]}走，直线${metres < 1000 ? `${Math.round(metres / 50) * 50} 米` : `${(metres / 1000).toFixed(1)} 公里`}`
  const ways = minutes
    ? (
        [
          ['walk', '步行'],
          ['ebike', '骑电动车'],
          ['car', '开车'],
          ['bus', '坐公交（连等车）'],
        ] as const
      ).flatMap(([mode, words]) =>
        minutes[mode] === null || onFootAnyhow(mode, minutes) ? [] : [`${words}约 ${minutes[mode]} 分钟`],
      )
    : []
  return `${far}${ways.length > 0 ? `；${ways.join('，')}` : ''}${estimated && ways.length > 0 ? '（按直线估算）' : ''}`
}

function openText({ open, opensAt, closesAt }: OpenState, at: Instant, usable: string, callFirst: string): string {
  if (opensAt === null || closesAt === null) return `近两周没有排班，${callFirst}`
  const [today, day] = [localDateOf(at), localDateOf(opensAt)]
  if (open === true) return `现在${usable}，到 ${formatMinutes(minutesOfDay(closesAt))}`
  const when = day === today ? '今天' : day === addDays(today, 1) ? '明天' : formatDate(day)
  return `${open === null ? '按平常的时间，' : ''}${when} ${formatMinutes(minutesOfDay(opensAt))} ${usable}`
}
