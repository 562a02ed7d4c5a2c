import type { LngLat } from '@fatong/network/geo/position.ts'
import type { Parts } from '../parts.ts'
import { directory } from '../places/directory.ts'
import { whereaboutsOf, type Whereabouts } from '../places/whereabouts.ts'

/** What an assignment knows of the ways by car between where a case was handed in and the offices of those who may have it. */
export interface WaysToCase {
  /** code of the town the case was handed in at */
  town?: string
  /** what the minutes lead to, and whether without roads; absent where no minutes are known */
  way?: { to: string; estimated: boolean }
  /** by place of the office; both absent where nobody knows */
  offices: ReadonlyMap<string, { town?: string; minutes?: number }>
}

/** A list that has to wait longer goes without minutes: the thread of the network may be at a long siting. */
const PATIENCE_MS = 3_000
/** Ways change when roads are imported; cases of one morning share them. */
const HELD_MS = 60_000

interface Held {
  at: number
  spots: Promise<ReadonlyMap<string, Whereabouts>>
  ways: Map<string, Promise<{ seconds: (number | null)[]; estimated: boolean } | undefined>>
}
const held = new WeakMap<object, Held>()

/** One question to the network for all offices together; what it cannot answer stays unknown, no assignment fails by it. */
export async function waysToCase(parts: Parts, placeId: string, orgIds: readonly string[]): Promise<WaysToCase> {
  const known = heldFor(parts)
  const [places, spots] = await Promise.all([directory(parts), known.spots])
  const here = spots.get(placeId)
  const ids = [...new Set(orgIds)].sort()
  const located = ids.flatMap((id) => {
    const spot = spots.get(id)?.spot
    return spot ? [{ id, spot }] : []
  })
  const reply =
    here?.spot && located.length > 0
      ? await waysFrom(
          parts,
          known,
          here.spot,
          located.map(({ spot }) => spot),
        )
      : undefined
  const minutes = new Map(
    located.flatMap(({ id }, at) => {
      const seconds = reply?.seconds[at] ?? null
      return seconds === null ? [] : [[id, seconds / 60] as const]
    }),
  )
  return {
    ...(here?.town === undefined ? {} : { town: here.town }),
    ...(reply && minutes.size > 0 ? { way: { to: places.byId.get(placeId)!.name, estimated: reply.estimated } } : {}),
    offices: new Map(
      ids.map((id) => {
        const [town, away] = [spots.get(id)?.town, minutes.get(id)]
        return [id, { ...(town === undefined ? {} : { town }), ...(away === undefined ? {} : { minutes: away }) }]
      }),
    ),
  }
}

function heldFor(parts: Parts): Held {
  const now = parts.clock.now()
  const known = held.get(parts.database)
  if (known && Math.abs(now - known.at) < HELD_MS) return known
  const fresh: Held = { at: now, spots: allSpots(parts), ways: new Map() }
  held.set(parts.database, fresh)
  fresh.spots.catch(() => held.delete(parts.database))
  return fresh
}
/** After a place or village was changed or roads were imported. */
export const forgetWays = (parts: Parts): boolean => held.delete(parts.database)

async function allSpots(parts: Parts): Promise<ReadonlyMap<string, Whereabouts>> {
  const [places, villages] = await Promise.all([directory(parts), parts.stores.network.villages()])
  return new Map([...places.byId.values()].map((place) => [place.id, whereaboutsOf(place, places, villages)]))
}

function waysFrom(parts: Parts, { ways }: Held, from: LngLat, to: readonly LngLat[]) {
  const key = [from, ...to].map(({ lng, lat }) => `${lng} ${lat}`).join()
  let asked = ways.get(key)
  if (!asked) {
    asked = parts.network
      .times([from], to, ['car'])
      .then(({ seconds, estimated }) => ({ seconds: seconds.car[0] ?? [], estimated }))
      .catch((error: unknown) => {
        ways.delete(key)
        parts.log.warn({ err: error }, 'no ways for an assignment')
        return undefined
      })
    ways.set(key, asked)
  }
  return inTime(asked)
}

function inTime<T>(asked: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      resolve(undefined)
    }, PATIENCE_MS)
  })
  return Promise.race([asked, late]).finally(() => {
    clearTimeout(timer)
  })
}
