import type { Circle } from './wish.ts'

export type Standing = 'fixed' | 'free' | 'out'
export const STANDINGS: readonly Standing[] = ['fixed', 'free', 'out']
export type Point = Pick<Circle['places'][number], 'id' | 'name' | 'tier'>

/** By tier, and single points that are something else. A single word stays when its tier changes: somebody said it of this very point. */
export interface Standings {
  tiers: Readonly<Record<string, Standing>>
  single: Readonly<Record<string, Standing>>
}
export const FIRST: Standings = { tiers: { center: 'fixed', station: 'fixed' }, single: {} }

const ofTier = (tier: string, { tiers }: Standings): Standing => tiers[tier] ?? 'out'
export const standingOf = ({ id, tier }: Point, standings: Standings): Standing =>
  standings.single[id] ?? ofTier(tier, standings)

/** Whether a point is something else than its tier. */
export const isSingle = (point: Point, standings: Standings): boolean =>
  standingOf(point, standings) !== ofTier(point.tier, standings)

export const withTier = (standings: Standings, tier: string, standing: Standing): Standings => ({
  ...standings,
  tiers: { ...standings.tiers, [tier]: standing },
})

/** Back to what its tier is needs no word of its own. */
export function withSingle(standings: Standings, point: Point, standing: Standing): Standings {
  const { [point.id]: _before, ...others } = standings.single
  return {
    ...standings,
    single: standing === ofTier(point.tier, standings) ? others : { ...others, [point.id]: standing },
  }
}

export function counted(points: readonly Point[], standings: Standings): Record<Standing, number> {
  const counts = { fixed: 0, free: 0, out: 0 }
  for (const point of points) counts[standingOf(point, standings)] += 1
  return counts
}

/** As the server takes it: only what differs, only of points that are there. */
export const asWish = (points: readonly Point[], standings: Standings) => ({
  tiers: standings.tiers,
  places: points
    .filter((point) => isSingle(point, standings))
    .map((point) => ({ id: point.id, standing: standingOf(point, standings) })),
})

/** How many fewer points there may be: never fewer than are fixed, and one at least. */
export const leastMore = ({ fixed, free }: Record<'fixed' | 'free', number>): number => (fixed > 0 ? 0 : 1) - free

const KEPT = 'fatong.network.standings'
const sound = (table: unknown): Record<string, Standing> =>
  Object.fromEntries(
    Object.entries(typeof table === 'object' && table !== null ? table : {}).filter(
      (entry): entry is [string, Standing] => STANDINGS.some((one) => one === entry[1]),
    ),
  )
/** What was said in this window, because people go to what is tried and come back; anything else is as at first. */
export function keptStandings(): Standings {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null')
    return typeof kept === 'object' && kept !== null && 'tiers' in kept && 'single' in kept
      ? { tiers: sound(kept.tiers), single: sound(kept.single) }
      : FIRST
  } catch {
    return FIRST
  }
}
export function keepStandings(standings: Standings): void {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(standings))
  } catch {
    /* a full or forbidden storage costs a few presses, nothing else */
  }
}
