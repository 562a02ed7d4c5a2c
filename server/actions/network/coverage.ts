import type { z } from 'zod'
import { PLACE_KINDS } from '@fatong/casework/vocabulary.ts'
import type {
  coverage as route,
  coverageReport as reportRoute,
  EditWish,
  whatIf as whatIfRoute,
} from '@fatong/contract/network/coverage.ts'
import { localDate, localDateOf, type LocalDate } from '@fatong/law/calendar/dates.ts'
import type { DayHours, OfficeSettings } from '@fatong/law/calendar/office-hours.ts'
import { EDIT_REFUSALS } from '@fatong/network/coverage/edits.ts'
import { helps, SERVICE_NAMES, SERVICES } from '@fatong/network/coverage/vocabulary.ts'
import { mondayOf } from '@fatong/network/coverage/week.ts'
import type { LocatedEdit, Selected, View } from '../../network/orders.ts'
import type { ServedFile } from '../../files/serving.ts'
import type { StaffCaller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { hoursText } from '../places/hours-text.ts'
import { knownHours } from '../places/known-hours.ts'
import { NO_BUS, travelKnown } from './bus.ts'
import { networkState, type Inputs } from './network-state.ts'
import { positionOf, servicesOf, tierOf } from './tiers.ts'

type Wish = z.infer<typeof whatIfRoute.body>['wish']
const selectedOf = ({ service, tier, age }: Wish): Selected => ({
  ...(service ? { service } : {}),
  ...(tier ? { tier } : {}),
  ...(age ? { age } : {}),
})
export const weekOf = ({ clock }: Parts, { week }: Pick<Wish, 'week'>) =>
  mondayOf(week === undefined ? localDateOf(clock.now()) : localDate(week))
export const given = ({ travel, minutes }: Pick<Wish, 'travel' | 'minutes'>) => ({
  minutes,
  ...(travel ? { travel } : {}),
})

/** Where people really are within reach of help, hour by hour. Any staff may look. */
export async function readCoverage(
  parts: Parts,
  caller: StaffCaller,
  { query }: InputOf<typeof route>,
): Promise<Outcome<z.infer<typeof route.reply>>> {
  if (!(await travelKnown(parts, query.travel))) return failed('editRefused', NO_BUS)
  const monday = weekOf(parts, query)
  const { state, villages, places, visits } = await networkState(parts, monday, given(query))
  const reply = await parts.network.coverage(state, selectedOf(query))
  if (reply.outcome === 'refused') throw new Error('a coverage without edits was refused')
  const towns = new Map(
    [...places.values()]
      .filter(({ kind }) => kind === 'station')
      .map(({ code, name }) => [code, name.replace(/公共法律服务.*$/, '')]),
  )
  const peopleOf = new Map(state.villages.map(({ code, people, at }) => [code, { people, at }]))
  return done({
    monday,
    certain: reply.certain,
    estimated: reply.estimated,
    mapNumber: parts.config.mapNumber ?? null,
    visits,
    now: reply.now,
    villages: villages.flatMap(({ code, name, townCode }) => {
      const known = peopleOf.get(code)
      return known ? [{ code, name, town: towns.get(townCode) ?? '', ...known.at, people: known.people }] : []
    }),
    places: await Promise.all(
      [...places.values()].map(async (place) => {
        const office = await knownHours(parts, place)
        return {
          id: place.id,
          name: place.name,
          tier: tierOf(place.kind)!,
          kindText: PLACE_KINDS[place.kind],
          ...positionOf(place)!,
          services: [...servicesOf(place)],
          hoursText: hoursText(office),
          weekly: weekly(office),
          ownHours: Array.isArray(place.hours),
          approximate: place.approximate,
        }
      }),
    ),
  })
}
const weekly = ({ weekly: days }: OfficeSettings) => days.map((day) => day.map(({ open, close }) => ({ open, close })))

/** What if? Nothing is saved; a director or the bureau thinks it over. */
export async function whatIf(
  parts: Parts,
  caller: StaffCaller,
  { body }: InputOf<typeof whatIfRoute>,
): Promise<Outcome<z.infer<typeof whatIfRoute.reply>>> {
  const outcome = await tried(parts, body)
  if (!outcome.ok) return outcome
  const { before, after, notes, estimated, milliseconds } = outcome.value
  return done({ before, after, notes, estimated, milliseconds })
}

export interface Tried extends Inputs {
  monday: LocalDate
  before: View
  after: View
  notes: string[]
  estimated: boolean
  certain: boolean
  milliseconds: number
}
/** The coverage of a week before and after some edits, with what it rests on. */
export async function tried(
  parts: Parts,
  { wish, edits: wished }: z.infer<typeof whatIfRoute.body>,
): Promise<Outcome<Tried>> {
  if (!(await travelKnown(parts, wish.travel))) return failed('editRefused', NO_BUS)
  const monday = weekOf(parts, wish)
  const inputs = await networkState(parts, monday, given(wish))
  const district = await parts.law.office('')
  const edits: LocatedEdit[] = []
  for (const [at, edit] of wished.entries()) {
    const located = locatedEdit(
      edit,
      edit.kind === 'hours' ? await parts.law.office(edit.id) : district,
      inputs.villages,
    )
    if (!located) return failed('editRefused', { fields: { [`edits.${at}`]: '没有这个村，请重新选' } })
    edits.push(located)
  }
  const reply = await parts.network.coverage(inputs.state, selectedOf(wish), edits)
  if (reply.outcome === 'refused')
    return failed('editRefused', { fields: { [`edits.${reply.edit}`]: EDIT_REFUSALS[reply.reason] } })
  const { now, after = now, estimated, certain, milliseconds } = reply
  return done({
    ...inputs,
    monday,
    before: now,
    after,
    notes: takenForGranted(wished, inputs),
    estimated,
    certain,
    milliseconds,
  })
}

/** Where a roster says who is there, longer hours alone change nothing; where there is none yet, the trial takes people for granted. */
export function takenForGranted(
  edits: readonly EditWish[],
  { state, places, rostered }: Pick<Inputs, 'state' | 'places' | 'rostered'>,
): string[] {
  const manned = new Set(edits.flatMap((edit) => (edit.kind === 'staff' ? [edit.id] : [])))
  return edits.flatMap((edit) => {
    if (edit.kind === 'open' && edit.tier === 'office')
      return [`“${edit.name}”是村工作室，排了班才有人：这里按开门的时间都排了人算。`]
    if (edit.kind !== 'hours' || manned.has(edit.id)) return []
    const place = state.places.find(({ id }) => id === edit.id)
    const bound = SERVICE_NAMES.filter(
      (one) => place !== undefined && rostered.get(place.id)?.includes(one) === true && helps(place.tier, one),
    )
    return bound.length === 0
      ? []
      : [
          `“${places.get(edit.id)?.name ?? ''}”的${bound.map((one) => SERVICES[one].words).join('、')}按排班有人：多开的时间没有排人，不算。可以再加一条“安排人值班”。`,
        ]
  })
}

const tuple = (days: readonly (readonly { open: number; close: number }[])[]): OfficeSettings['weekly'] =>
  days as unknown as OfficeSettings['weekly']

/** `office`: of the place whose hours change, so that its single days and holidays stay; else of the district. */
function locatedEdit(
  edit: EditWish,
  office: OfficeSettings,
  villages: readonly { code: string; lon: number; lat: number; crs: string }[],
): LocatedEdit | undefined {
  const hours = (days: Parameters<typeof tuple>[0] | undefined): OfficeSettings =>
    days ? { ...office, weekly: tuple(days), makeUpDay: tuple(days)[0] } : office
  switch (edit.kind) {
    case 'open':
      return {
        kind: 'openPlace',
        place: {
          id: edit.id,
          tier: edit.tier,
          services: edit.services,
          hours: hours(edit.weekly),
          at: { lng: edit.lng, lat: edit.lat },
        },
      }
    case 'close':
      return { kind: 'closePlace', id: edit.id }
    case 'move':
      return { kind: 'movePlace', id: edit.id, at: { lng: edit.lng, lat: edit.lat } }
    case 'hours':
      return { kind: 'changeHours', id: edit.id, hours: hours(edit.weekly) }
    case 'staff':
      return { kind: 'changeStaff', id: edit.id, staffed: {} }
    case 'services':
      return { kind: 'changeServices', id: edit.id, services: edit.services }
    case 'visit': {
      const village = villages.find(({ code }) => code === edit.village)
      const at = village && positionOf(village)
      return (
        at && {
          kind: 'addVisitingDay',
          id: edit.id,
          weekday: edit.weekday as 1,
          hours: edit.hours as DayHours,
          services: edit.services,
          at,
        }
      )
    }
    default:
      return edit satisfies never
  }
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`
const HEAD = ['村（社区）', '乡镇', '人口', '最近的点（分钟）', '一周有人办（小时）', '占一周', '说明']

/** What the page shows, as a table that goes into a report; says what the figures rest on. */
export async function coverageReport(
  parts: Parts,
  caller: StaffCaller,
  input: InputOf<typeof reportRoute>,
): Promise<Outcome<ServedFile>> {
  const outcome = await readCoverage(parts, caller, input)
  if (!outcome.ok) return outcome
  const { now, villages, monday, estimated, certain } = outcome.value
  const by = new Map(now.villages.map((one) => [one.code, one]))
  const note = [
    estimated ? '路上时间按直线乘弯路系数估算' : '路上时间按路网计算',
    ...(certain ? [] : ['含还没有公布放假安排的日子']),
  ].join('；')
  const rows = [
    [`全区（${monday} 起一周）`, '', String(Math.round(now.people)), '', '', '', note],
    ['名义覆盖', '', percent(now.nominal), '', '', '', '有点在时限以内，不管开不开门'],
    ['有效覆盖', '', percent(now.effective), '', '', '', '一周里随时动身，去了有人办的比例'],
    ['', '', '', '', '', '', ''],
    ...villages.map(({ code, name, town, people }) => {
      const { minutes = null, halfHours = 0 } = by.get(code) ?? {}
      return [
        name,
        town,
        String(Object.values(people).reduce((sum, one) => sum + one, 0)),
        minutes === null ? '到不了' : String(Math.ceil(minutes)),
        String(halfHours / 2),
        percent(halfHours / 336),
        '',
      ]
    }),
  ]
  const { file, mediaType } = await parts.tables.write('xlsx', HEAD, rows)
  return done({
    file,
    mediaType,
    headers: {
      'X-Content-Type-Options': 'nosniff',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`半小时圈-${monday}.xlsx`)}`,
    },
  })
}
