/** Lines of equal travel time (等时线) through a field: marching squares, pieces joined to lines. */
import type { LngLat } from '../geo/position.ts'
import type { Field } from './field.ts'

export interface Contour {
  minutes: number
  /** Closed ones end where they began; open ones run out at the edge of the field. */
  lines: LngLat[][]
}

/** Where one may go from, for a side of a cell cut in the middle: beyond the reach of any road the line runs half way. */
const UNREACHED_AS = 4

export function contours(field: Field, levels: readonly number[]): Contour[] {
  return levels.map((minutes) => ({ minutes, lines: linesAt(field, minutes) }))
}

/**
 * Every side of a cell whose ends lie on different sides of the level is crossed once, at the place read off between the two values.
 * Crossings are known by their side, so that pieces of neighbouring cells meet exactly.
 */
function linesAt({ box, columns, rows, minutes }: Field, level: number): LngLat[][] {
  const value = (x: number, y: number): number => Math.min(minutes[y * columns + x]!, level * UNREACHED_AS)
  const inside = (x: number, y: number): boolean => value(x, y) <= level
  const lng = (x: number) => box.west + (x / (columns - 1)) * (box.east - box.west)
  const lat = (y: number) => box.south + (y / (rows - 1)) * (box.north - box.south)
  const share = (a: number, b: number) => (level - a) / (b - a)
  const points = new Map<number, LngLat>()
  /** Side along the row from (x, y), or up the column from it. */
  const across = (x: number, y: number): number => {
    const key = 2 * (y * columns + x)
    if (!points.has(key)) points.set(key, { lng: lng(x + share(value(x, y), value(x + 1, y))), lat: lat(y) })
    return key
  }
  const up = (x: number, y: number): number => {
    const key = 2 * (y * columns + x) + 1
    if (!points.has(key)) points.set(key, { lng: lng(x), lat: lat(y + share(value(x, y), value(x, y + 1))) })
    return key
  }
  const next = new Map<number, number[]>()
  const join = (a: number, b: number) => {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const)
      next.set(from, [...(next.get(from) ?? []), to])
  }
  for (let y = 0; y + 1 < rows; y += 1) {
    for (let x = 0; x + 1 < columns; x += 1) {
      const [sw, se, ne, nw] = [inside(x, y), inside(x + 1, y), inside(x + 1, y + 1), inside(x, y + 1)]
      const cut = [
        sw !== se ? across(x, y) : -1,
        se !== ne ? up(x + 1, y) : -1,
        nw !== ne ? across(x, y + 1) : -1,
        sw !== nw ? up(x, y) : -1,
      ]
      const [south, east, north, west] = cut as [number, number, number, number]
      const cuts = cut.filter((one) => one >= 0)
      if (cuts.length === 2) join(cuts[0]!, cuts[1]!)
      else if (cuts.length === 4) {
        // A saddle: the middle decides whether the two near corners belong together.
        const middle = (value(x, y) + value(x + 1, y) + value(x + 1, y + 1) + value(x, y + 1)) / 4
        if (middle <= level === sw) {
          join(south, east)
          join(north, west)
        } else {
          join(south, west)
          join(north, east)
        }
      }
    }
  }
  return joined(next).map((keys) => keys.map((key) => points.get(key)!))
}

/** Follows the pieces: first lines with two ends, then those that come round. */
function joined(next: Map<number, number[]>): number[][] {
  const lines: number[][] = []
  const seen = new Set<number>()
  const follow = (start: number): number[] => {
    const line = [start]
    seen.add(start)
    for (let at = start; ; ) {
      const to = next.get(at)!.find((one) => !seen.has(one))
      if (to === undefined) return line
      line.push(to)
      seen.add(to)
      at = to
    }
  }
  for (const [key, to] of next) if (to.length === 1 && !seen.has(key)) lines.push(follow(key))
  for (const key of next.keys())
    if (!seen.has(key)) {
      const line = follow(key)
      lines.push([...line, line[0]!])
    }
  return lines
}
