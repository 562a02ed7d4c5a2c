import { BLOCK } from './dense.ts'

/**
 * The `most` places with the highest scores above zero, best first, equal ones by their place. `highest` has the highest allowed score of
 * each block of places: as many blocks as are wanted have one above the bar, so that only blocks that reach it are looked into.
 * `marks` says with anything but 0 what is allowed.
 */
export function bestOf(scores: Float32Array, highest: Float32Array, most: number, marks: Int32Array): number[] {
  const ordered = highest.slice().sort(), bar = most <= ordered.length ? Math.max(ordered[ordered.length - most]!, Number.MIN_VALUE) : Number.MIN_VALUE
  const places: number[] = [], found: number[] = []
  for (let b = 0; b < highest.length; b++) {
    if (highest[b]! < bar) continue
    const end = Math.min(scores.length, (b + 1) * BLOCK)
    for (let at = b * BLOCK; at < end; at++) {
      const score = scores[at]!
      if (score < bar || marks[at] === 0) continue
      places.push(at)
      found.push(score)
    }
  }
  const order = Array.from(places.keys()).sort((a, b) => found[b]! - found[a]! || a - b)
  return order.slice(0, most).map((i) => places[i]!)
}
