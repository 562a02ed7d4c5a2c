/** By car. Speeds are what one drives on average, bends and slow traffic counted in, not what is allowed. */
import type { Tags } from '../road-data.ts'
import { allowedBy, directed, NOWHERE, oneWay } from './profile.ts'
import type { Profile, WaySpeeds } from './profile.ts'

const KMH: Readonly<Record<string, number>> = {
  motorway: 100,
  motorway_link: 60,
  trunk: 80,
  trunk_link: 50,
  primary: 66,
  primary_link: 45,
  secondary: 57,
  secondary_link: 40,
  tertiary: 47,
  tertiary_link: 33,
  unclassified: 37,
  residential: 33,
  road: 33,
  service: 16,
  living_street: 12,
  track: 5,
}

const ACCESS = ['motorcar', 'motor_vehicle', 'vehicle', 'access']
/** Of what is allowed, this much is driven. */
const OF_THE_LIMIT = 0.95
/** Field and mountain tracks, by how firm they are. */
const TRACK_KMH: Readonly<Record<string, number>> = { grade1: 20, grade2: 8, grade3: 6 }
const FIRM = ['asphalt', 'paved', 'concrete']
/** Nobody drives faster on these, whatever is allowed. */
const ROUGH: Readonly<Record<string, number>> = {
  unpaved: 30,
  gravel: 30,
  fine_gravel: 30,
  compacted: 40,
  dirt: 20,
  ground: 20,
  earth: 20,
  grass: 10,
  sand: 10,
  mud: 10,
  cobblestone: 25,
}
const SIGNAL_SECONDS = 8

export const CAR: Profile = { mode: 'car', speeds, waitAt, offRoadKmh: 4 }

function speeds(way: Tags): WaySpeeds {
  const kmh = KMH[way.highway ?? '']
  const allowed = allowedBy(way, ACCESS)
  if (kmh === undefined || allowed === false || way.area === 'yes') return NOWHERE
  if (way.highway === 'track') {
    const grade = FIRM.includes(way.surface ?? '') ? 'grade1' : (way.tracktype ?? '')
    // Open to cars only where somebody says so or the ground is firm.
    return allowed === true || grade === 'grade1' ? directed(oneWay(way), TRACK_KMH[grade] ?? kmh) : NOWHERE
  }
  return directed(oneWay(way), Math.min(limited(way, kmh), ROUGH[way.surface ?? ''] ?? Infinity))
}

/** A posted limit moves the speed of the class, down to it and up to half again: a wide village street is still one. */
function limited({ maxspeed = '' }: Tags, kmh: number): number {
  const posted = /^(\d+)( mph)?$/.exec(maxspeed)
  if (posted === null) return kmh
  return Math.min(Number(posted[1]) * (posted[2] === undefined ? 1 : 1.609) * OF_THE_LIMIT, kmh * 1.5)
}

const BLOCKING = [
  'bollard',
  'block',
  'jersey_barrier',
  'chain',
  'cycle_barrier',
  'motorcycle_barrier',
  'kissing_gate',
  'stile',
  'turnstile',
  'full-height_turnstile',
  'log',
  'debris',
]

function waitAt(node: Tags): number {
  if (allowedBy(node, ACCESS) === false) return Infinity
  if (node.barrier !== undefined && BLOCKING.includes(node.barrier) && allowedBy(node, ACCESS) === undefined)
    return Infinity
  if (node.highway === 'traffic_signals') return SIGNAL_SECONDS
  if (node.highway === 'stop') return 5
  if (node.highway === 'crossing') return 1
  if (node.barrier === 'gate' || node.barrier === 'lift_gate' || node.barrier === 'toll_booth') return 15
  return 0
}
