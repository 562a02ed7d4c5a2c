/** On foot, at the pace of somebody not young: 4.5 km/h. Both directions everywhere, not on motorways. */
import type { Tags } from '../road-data.ts'
import { allowedBy, NOWHERE } from './profile.ts'
import type { Profile, WaySpeeds } from './profile.ts'

const PACE_KMH = 4.5
const STEPS_KMH = 2
const NOT_ON_FOOT = [
  'motorway',
  'motorway_link',
  'construction',
  'proposed',
  'raceway',
  'bus_guideway',
  'corridor',
  'elevator',
  'platform',
  'rest_area',
  'services',
]
const ACCESS = ['foot', 'access']
const SIGNAL_SECONDS = 15

export const WALK: Profile = { mode: 'walk', speeds, waitAt, offRoadKmh: PACE_KMH }

function speeds(way: Tags): WaySpeeds {
  const { highway = '' } = way
  const allowed = allowedBy(way, ACCESS)
  if (allowed === false || NOT_ON_FOOT.includes(highway) || (way.motorroad === 'yes' && allowed !== true))
    return NOWHERE
  if (highway === 'trunk' && way.sidewalk === 'no' && allowed !== true) return NOWHERE
  const kmh = highway === 'steps' ? STEPS_KMH : PACE_KMH
  return { forward: kmh, backward: kmh }
}

function waitAt(node: Tags): number {
  if (allowedBy(node, ACCESS) === false) return Infinity
  return node.highway === 'traffic_signals' ? SIGNAL_SECONDS : 0
}
