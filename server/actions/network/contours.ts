import type { z } from 'zod'
import type { contours as route } from '@fatong/contract/network/coverage.ts'
import { countsForAll } from '@fatong/network/coverage/layers.ts'
import { servesAt } from '@fatong/network/coverage/serving.ts'
import type { LngLat } from '@fatong/network/geo/position.ts'
import type { StaffCaller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { NO_BUS, travelKnown } from './bus.ts'
import { given, weekOf } from './coverage.ts'
import { networkState, USUAL_TRAVEL } from './network-state.ts'

/** Lines of equal time: to one place whatever the hour, or to those where somebody is at a half-hour of the week. */
export async function readContours(
  parts: Parts,
  caller: StaffCaller,
  { query }: InputOf<typeof route>,
): Promise<Outcome<z.infer<typeof route.reply>>> {
  if (!(await travelKnown(parts, query.travel))) return failed('editRefused', NO_BUS)
  const { half, place, service, tier, minutes: limit } = query
  const { state } = await networkState(parts, weekOf(parts, query), given(query))
  const places =
    place === undefined
      ? state.places.filter(
          (one) =>
            (tier === undefined ? countsForAll(one.tier, service ?? 'any') : one.tier === tier) &&
            servesAt(one, (half ?? 0) * 30, state, service),
        )
      : state.places.filter(({ id }) => id === place)
  if (place !== undefined && places.length === 0) return failed('notFound')
  const travel = query.travel ?? USUAL_TRAVEL[query.age ?? 'adult']
  const reply =
    places.length === 0 || state.villages.length === 0
      ? { contours: [], minutes: state.villages.map(() => null), estimated: false }
      : await parts.network.contours({
          to: places.map(({ at }) => at),
          mode: travel,
          minutes: [1, 2, 3].map((third) => (limit * third) / 3),
          villages: state.villages.map(({ at }) => at),
        })
  return done({
    travel,
    of: places.length,
    estimated: reply.estimated,
    contours: reply.contours.map(({ minutes, lines }) => ({ minutes, lines: lines.map((line) => line.map(short)) })),
    villages: state.villages.map(({ code }, at) => ({ code, minutes: reply.minutes[at] ?? null })),
  })
}

/** A metre is enough for a line on a screen. */
const short = ({ lng, lat }: LngLat): [number, number] => [Math.round(lng * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5]
