/// <reference types="node" />
import { Refused } from './mock-world.ts'

type Standing = 'fixed' | 'free' | 'out'
export interface SitingAsked {
  goal: string
  more: number
  minutes: number
  tiers: Record<string, Standing>
  places: { id: string; standing: Standing }[]
}
export interface MockPoint {
  id: string
  name: string
  tier: string
}
interface MockVillage {
  code: string
  name: string
}

/** Siting of the ten villages: the far one gets a point; of the points that may go, a station goes and the others stay. */
export function sitingReply(
  { goal, more, minutes, tiers, places }: SitingAsked,
  points: readonly MockPoint[],
  villages: readonly MockVillage[],
) {
  const single = new Map(places.map(({ id, standing }) => [id, standing]))
  const of = (standing: Standing) =>
    points.filter(({ id, tier }) => (single.get(id) ?? tiers[tier] ?? 'out') === standing)
  const [fixed, free, out] = [of('fixed'), of('free'), of('out')]
  if (goal !== 'coverAll' && fixed.length + free.length + more < Math.max(1, fixed.length))
    throw new Refused('editRefused', { fields: { more: `点数太少：固定的点就有 ${fixed.length} 个` } })
  const village = (at: number, lng: number, lat: number, people: number) => ({
    village: villages[at]!.code,
    name: villages[at]!.name,
    lng,
    lat,
    people,
  })
  const far = village(7, 103.66, 36.55, 1029)
  const head = {
    estimated: true,
    points: { fixed: fixed.length, free: free.length, out: out.length },
    kept: free.filter(({ tier }) => tier !== 'station'),
    givenUp: free.filter(({ tier }) => tier === 'station'),
    unreachable: [] as string[],
  }
  if (minutes < 10)
    return {
      ...head,
      outcome: 'impossible',
      says: '有的村不管设在哪里都到不了时限以内。请放宽时限，或换一种出行方式。',
      objective: null,
      bound: null,
      gap: null,
      today: null,
      seconds: 0.1,
      sites: [],
      kept: [],
      givenUp: [],
      covered: { before: 1, after: 1, people: 9220 },
      unreachable: ['史喇口村'],
    }
  if (goal === 'coverAll')
    return {
      ...head,
      outcome: 'sited',
      says: '已经能让每个村都在时限内',
      objective: 4,
      bound: 2.67,
      gap: 1 / 3,
      today: null,
      seconds: 5,
      sites: [far, village(2, 103.64, 36.5, 724)],
      covered: { before: 8191, after: 9220, people: 9220 },
    }
  const proven = { ...head, outcome: 'sited', says: '', gap: 0, seconds: 0.2 }
  if (goal === 'farthest')
    return {
      ...proven,
      objective: 33.4,
      bound: 33.4,
      today: 41.2,
      sites: [far],
      covered: { before: 8191, after: 8191, people: 9220 },
    }
  if (more === 0 && free.length === 0)
    return {
      ...proven,
      objective: 8191,
      bound: 8191,
      today: 8191,
      sites: [],
      covered: { before: 8191, after: 8191, people: 9220 },
    }
  if (goal === 'shortest' && more < 0)
    return {
      ...proven,
      objective: 138_300,
      bound: 138_300,
      today: 110_640,
      sites: [],
      covered: { before: 8191, after: 7000, people: 9220 },
    }
  return {
    ...proven,
    objective: 9220,
    bound: 9220,
    today: 8191,
    sites: [far],
    covered: { before: 8191, after: 9220, people: 9220 },
  }
}
