import type { z } from 'zod'
import type { siting as route } from '@fatong/contract/network/coverage.ts'
import { EDIT_REFUSALS } from '@fatong/network/coverage/edits.ts'
import { pointsAllowed } from '@fatong/network/siting/beside-today.ts'
import { standingOf, type Standing } from '@fatong/network/siting/standing.ts'
import type { LocatedPlace } from '../../network/orders.ts'
import type { StaffCaller } from '../caller.ts'
import type { InputOf } from '../input.ts'
import { done, failed, type Outcome } from '../outcome.ts'
import type { Parts } from '../parts.ts'
import { NO_BUS, travelKnown } from './bus.ts'
import { weekOf } from './coverage.ts'
import { networkState } from './network-state.ts'

const MOST_VILLAGES = 3_000
/** Villages and points that may go are sites; every one more makes the matrix of ways a column wider. */
const MOST_SITES = 4_000

/** The best villages for further points, and which of those that may go are better kept. Nothing is saved. */
export async function readSiting(
  parts: Parts,
  caller: StaffCaller,
  { body }: InputOf<typeof route>,
): Promise<Outcome<z.infer<typeof route.reply>>> {
  if (!(await travelKnown(parts, body.travel))) return failed('editRefused', NO_BUS)
  const { state, villages, places } = await networkState(parts, weekOf(parts, {}), { minutes: body.minutes })
  const refused = (field: string, says: string) => failed('editRefused', { fields: { [field]: says } })
  if (state.villages.length === 0) return refused('goal', '还没有录入村和人口，先导入再选址')
  if (state.villages.length > MOST_VILLAGES) return refused('goal', `一次最多算 ${MOST_VILLAGES} 个村`)
  const gone = body.places.findIndex(({ id }) => !places.has(id))
  if (gone >= 0) return refused(`places.${gone}`, EDIT_REFUSALS.unknownPlace)

  const points: Record<Standing, LocatedPlace[]> = { fixed: [], free: [], out: [] }
  const single = new Map(body.places.map(({ id, standing }) => [id, standing]))
  // a visit to a village is no point: somebody comes for a morning
  for (const place of state.places)
    if (places.has(place.id)) points[standingOf(place, { tiers: body.tiers, single })].push(place)
  const { fixed, free, out } = points
  if (state.villages.length + free.length > MOST_SITES)
    return refused('places', `可换的点和村加起来最多 ${MOST_SITES} 个，请把一些点定为固定或不算`)
  if (body.goal !== 'coverAll' && pointsAllowed(fixed.length, free.length, body.more) < Math.max(1, fixed.length))
    return refused('more', fixed.length > 0 ? `点数太少：固定的点就有 ${fixed.length} 个` : '点数太少：至少要有一个点')

  const people = state.villages.map(({ people: ages }) => Object.values(ages).reduce((sum, one) => sum + one, 0))
  const reply = await parts.network.siting({
    goal: body.goal,
    more: body.more,
    mode: body.travel,
    limitMinutes: body.minutes,
    seconds: body.seconds,
    fixed: fixed.map(({ at }) => at),
    free: free.map(({ at }) => at),
    villages: state.villages.map(({ at }, i) => ({ at, people: people[i]! })),
  })
  const names = new Map(villages.map(({ code, name }) => [code, name]))
  const nameOf = (at: number): string => names.get(state.villages[at]!.code) ?? ''
  const told = (at: number) => {
    const { id, tier } = free[at]!
    return { id, tier, name: places.get(id)!.name }
  }
  return done({
    ...reply,
    points: { fixed: fixed.length, free: free.length, out: out.length },
    sites: reply.sites.map((at) => ({
      village: state.villages[at]!.code,
      name: nameOf(at),
      ...state.villages[at]!.at,
      people: people[at]!,
    })),
    kept: reply.kept.map(told),
    givenUp: reply.givenUp.map(told),
    unreachable: reply.unreachable.map(nameOf),
  })
}
