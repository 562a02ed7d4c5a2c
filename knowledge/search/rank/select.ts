import { BLOCK } from './dense.ts'

/**
 * The `most` places with the highest scores above zero, best first, equal ones by their place. `highest` has the highest allowed score of
 * each block of places: as many blocks as are wanted have one above the bar, so that only blocks that reach it are looked into.
 * `marks` says with anything but 0 what is allowed.
 */
export function bestOf(scores: Float32Array, highest: Float32Array, most: number, marks: Int32Array): number[] {
  const bar = Math.max(nthHighest(highest.slice(), most), Number.MIN_VALUE)
  const places: number[] = []
  for (let b = 0; b < highest.length; b++) {
    if (highest[b]! < bar) continue
    const end = Math.min(scores.length, (b + 1) * BLOCK)
    for (let at = b * BLOCK; at < end; at++) if (scores[at]! >= bar && marks[at] !== 0) places.push(at)
  }
  // Sources of one law stand together and are met together: far more than wanted may reach the bar, and only the best of them are sorted.
  const found = new Float32Array(places.length)
  for (let i = 0; i < found.length; i++) found[i] = scores[places[i]!]!
  const last = nthHighest(found, most)
  return places
    .filter((at) => scores[at]! >= last)
    .sort((a, b) => scores[b]! - scores[a]! || a - b)
    .slice(0, most)
}

/** The number that would stand at place `n`, from 1, were they sorted from the highest down; 0 where there are fewer. Changes their order (Hoare's quickselect). */
function nthHighest(numbers: Float32Array, n: number): number {
  if (n > numbers.length) return 0
  let low = 0,
    high = numbers.length - 1
  while (low < high) {
    const middle = numbers[(low + high) >> 1]!
    let i = low,
      j = high
    while (i <= j) {
      while (numbers[i]! > middle) i++
      while (numbers[j]! < middle) j--
      if (i > j) continue
      const kept = numbers[i]!
      numbers[i++] = numbers[j]!
      numbers[j--] = kept
    }
    if (n - 1 <= j) high = j
    else if (n - 1 >= i) low = i
    else return middle
  }
  return numbers[n - 1]!
}
