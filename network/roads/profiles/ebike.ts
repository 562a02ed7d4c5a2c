/** By electric bicycle (电动自行车): 25 km/h at most by GB 17761, so 20 over ordinary roads; not on motorways. */
import type { Tags } from '../road-data.ts'
import { allowedBy, NOWHERE, oneWay } from './profile.ts'
import type { Profile, WaySpeeds } from './profile.ts'

const KMH: Readonly<Record<string, number>> = {
  trunk: 20,
  trunk_link: 20,
  primary: 20,
  primary_link: 20,
  secondary: 20,
  secondary_link: 20,
  tertiary: 20,
  tertiary_link: 20,
  unclassified: 20,
  residential: 20,
  road: 20,
  cycleway: 20,
  living_street: 15,
  service: 15,
  track: 12,
  path: 10,
  // Pushed, not ridden.
  pedestrian: 5,
  footway: 5,
}

const ACCESS = ['bicycle', 'vehicle', 'access']
const PUSHED_KMH = 5
const SIGNAL_SECONDS = 10
const BLOCKING = ['kissing_gate', 'stile', 'turnstile', 'full-height_turnstile']

export const EBIKE: Profile = { mode: 'ebike', speeds, waitAt, offRoadKmh: 5 }

function speeds(way: Tags): WaySpeeds {
  const kmh = KMH[way.highway ?? '']
  if (kmh === undefined || way.motorroad === 'yes' || way.area === 'yes') return NOWHERE
  const allowed = allowedBy(way, ACCESS)
  if (allowed === false) return way.bicycle === 'dismount' ? { forward: PUSHED_KMH, backward: PUSHED_KMH } : NOWHERE
  const ridden = way.bicycle === 'yes' || way.bicycle === 'designated' ? Math.max(kmh, 15) : kmh
  const direction = bothWaysByBike(way) ? 'both' : oneWay(way)
  // Against a one-way street the bicycle is pushed along it.
  return {
    forward: direction === 'backward' ? PUSHED_KMH : ridden,
    backward: direction === 'forward' ? PUSHED_KMH : ridden,
  }
}

const bothWaysByBike = (way: Tags): boolean =>
  way['oneway:bicycle'] === 'no' ||
  Object.entries(way).some(([key, value]) => key.startsWith('cycleway') && value.startsWith('opposite'))

function waitAt(node: Tags): number {
  if (allowedBy(node, ACCESS) === false) return Infinity
  if (node.barrier !== undefined && BLOCKING.includes(node.barrier)) return Infinity
  return node.highway === 'traffic_signals' ? SIGNAL_SECONDS : 0
}
