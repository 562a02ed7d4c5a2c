/** Coordinates whose numbers belong to another system than the one declared, told by what was known of the same codes before. */
import { toWgs84 } from '../geo/crs.ts'
import { degreeSizeAt, metresBetween } from '../geo/distance.ts'
import type { CrsName, LngLat, Position } from '../geo/position.ts'

/** Where something was before, in WGS84. */
export interface KnownPosition extends LngLat {
  /** nobody surveyed it */
  approximate?: boolean
  /** the numbers as they were entered, with the system they were said to be of */
  entered?: Position
}
/** A position of a table beside what was known of its code. */
export interface Placed {
  line: number
  at: LngLat
  declared: CrsName
  known: KnownPosition
}

export const SYSTEM_NAMES: Record<CrsName, string> = {
  WGS84: 'WGS84（GPS）',
  CGCS2000: 'CGCS2000（国家2000）',
  GCJ02: 'GCJ-02（高德、腾讯）',
  BD09: 'BD-09（百度）',
}
const ALIKE: Record<CrsName, CrsName> = { WGS84: 'WGS84', CGCS2000: 'WGS84', GCJ02: 'GCJ02', BD09: 'BD09' }
const OTHERS: readonly CrsName[] = ['WGS84', 'GCJ02', 'BD09']

/** Closer than this to a surveyed position, a shift is no other system but a better survey (metres). */
const SURVEYED = 60
/** An approximate position says something only where another system meets it as exactly as it was written (metres). */
const EXACT = 15
/** No system is off by less than this in China (metres); GCJ-02 is 100 to 700 off. */
const SHIFT = 100
/** One line in so many may lie where another system would put it by chance. */
const CHANCE = 20
/** Fewer lines have nothing in common. */
const FEWEST = 8

/** Line -> why its system cannot be the one declared. */
export function wrongSystems(rows: readonly Placed[]): Map<number, string> {
  const told = new Map<number, string>()
  for (const declared of new Set(rows.map((row) => row.declared))) {
    const group = rows
      .filter((row) => row.declared === declared && !isPutRight(row))
      .map((row) => ({ ...row, off: offBy(row, declared) }))
      .filter(({ off }) => off > 1)
    const others = OTHERS.filter((crs) => crs !== ALIKE[declared])
    for (const [line, says] of [...byCommonShift(group, declared, others), ...byLine(group, declared, others)])
      told.set(line, says)
  }
  return new Map([...told].sort(([a], [b]) => a - b))
}

const offBy = ({ at, known }: Placed, crs: CrsName): number => metresBetween(toWgs84({ ...at, crs }), known)
/** Whoever forgot that a map gives GCJ-02 must be able to say so later of the same numbers; nothing else of the line moves. */
const isPutRight = ({ at, known: { entered } }: Placed): boolean =>
  entered !== undefined && ALIKE[entered.crs] === 'WGS84' && entered.lng === at.lng && entered.lat === at.lat

type Moved = Placed & { off: number }

function byLine(group: readonly Moved[], declared: CrsName, others: readonly CrsName[]): [number, string][] {
  const far = group.filter(({ off, known }) => off > (known.approximate === true ? SHIFT : SURVEYED))
  const fits = far.flatMap((row) => {
    const best = others.map((crs) => ({ crs, off: offBy(row, crs) })).sort((a, b) => a.off - b.off)[0]!
    return best.off < (row.known.approximate === true ? EXACT : SURVEYED) && best.off < row.off / 3
      ? [{ row, best }]
      : []
  })
  const rough = (one: Placed): boolean => one.known.approximate === true
  const chance = fits.filter(({ row }) => rough(row)).length * CHANCE < far.filter(rough).length
  return fits
    .filter(({ row }) => !(rough(row) && chance))
    .map(({ row, best }) => [
      row.line,
      `写的是 ${SYSTEM_NAMES[declared]}，其实像 ${SYSTEM_NAMES[best.crs]}：照写的算离原来的位置 ${Math.round(row.off)} 米，照 ${SYSTEM_NAMES[best.crs]} 算只差 ${Math.round(best.off)} 米。请改“坐标系”`,
    ])
}

/** Errors of a survey point everywhere and cancel out; a wrong system moves everything the same way. */
function byCommonShift(group: readonly Moved[], declared: CrsName, others: readonly CrsName[]): [number, string][] {
  if (group.length < FEWEST) return []
  const [asDeclared, best] = [
    middle(group, declared),
    others.map((crs) => ({ crs, ...middle(group, crs) })).sort((a, b) => a.off - b.off)[0]!,
  ]
  // Five times its own uncertainty can be no chance; the other system has to leave next to nothing.
  const shifted =
    asDeclared.off > SHIFT &&
    asDeclared.off > 5 * asDeclared.unsure &&
    best.off < asDeclared.off / 4 &&
    best.off < Math.max(30, 3 * best.unsure)
  if (!shifted) return []
  const says = `写的是 ${SYSTEM_NAMES[declared]}，其实像 ${SYSTEM_NAMES[best.crs]}：有 ${group.length} 行照写的算都朝同一个方向偏，平均偏 ${Math.round(asDeclared.off)} 米，照 ${SYSTEM_NAMES[best.crs]} 算平均只偏 ${Math.round(best.off)} 米。请改“坐标系”`
  return group.map(({ line }) => [line, says])
}

/** The middle of all shifts, taken as positions of one system: how far it lies from none, and how unsure that is (metres). Medians, so that one village gone astray counts for nothing. */
function middle(group: readonly Placed[], crs: CrsName): { off: number; unsure: number } {
  const shifts = group.map(({ at, known }) => {
    const [here, size] = [toWgs84({ ...at, crs }), degreeSizeAt(known.lat)]
    return { east: (here.lng - known.lng) * size.lng, north: (here.lat - known.lat) * size.lat }
  })
  const [east, north] = [median(shifts.map((one) => one.east)), median(shifts.map((one) => one.north))]
  const spread = median(shifts.map((one) => Math.hypot(one.east - east, one.north - north)))
  return { off: Math.hypot(east, north), unsure: (1.5 * spread) / Math.sqrt(group.length) }
}
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}
