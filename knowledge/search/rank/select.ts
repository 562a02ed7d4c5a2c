/**
 * The `most` units with the highest scores above zero, best first, equal ones by their place; by a small heap, so that tens
 * of thousands are looked at once and not sorted. Without `units` all places below `size` are looked at.
 */
export function bestOf(units: Uint32Array | undefined, size: number, scores: ArrayLike<number>, most: number, fits: (unit: number) => boolean): number[] {
  const heap: number[] = []
  const worse = (a: number, b: number) => scores[a]! < scores[b]! || (scores[a] === scores[b] && a > b)
  let least = 0
  for (let i = 0; i < size; i++) {
    const unit = units === undefined ? i : units[i]!
    const score = scores[unit]!
    if (score <= 0 || score < least || !fits(unit)) continue
    if (heap.length < most) {
      heap.push(unit)
      for (let at = heap.length - 1; at > 0;) {
        const above = (at - 1) >> 1
        if (!worse(heap[at]!, heap[above]!)) break
        const kept = heap[at]!
        heap[at] = heap[above]!
        heap[above] = kept
        at = above
      }
    } else if (worse(heap[0]!, unit)) {
      heap[0] = unit
      for (let at = 0; ;) {
        let child = 2 * at + 1
        if (child >= heap.length) break
        if (child + 1 < heap.length && worse(heap[child + 1]!, heap[child]!)) child++
        if (!worse(heap[child]!, heap[at]!)) break
        const kept = heap[at]!
        heap[at] = heap[child]!
        heap[child] = kept
        at = child
      }
    }
    if (heap.length === most) least = scores[heap[0]!]!
  }
  return heap.sort((a, b) => scores[b]! - scores[a]! || a - b)
}
