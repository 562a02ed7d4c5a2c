import { type Found, type Hit } from './searcher.ts'

/** How much the likeness of vectors from outside counts beside our own order; both are brought to the same spread first. Not learned: no such vectors are at hand here. */
const SHARE = 0.5

/**
 * The hits in the order that our own search and the likeness of vectors from outside give together. Guides change places with guides and articles with
 * articles; the scores stay where they stand, so that an answer may compare them as before. Without a likeness for every one of a kind that kind stays as it is.
 */
export function rescored(found: Found, likeness: ReadonlyMap<string, number>): Found {
  const hits = [...found.hits]
  for (const kind of new Set(hits.map((hit) => hit.kind))) {
    const places = [...hits.keys()].filter((at) => hits[at]?.kind === kind),
      of = places.map((at) => hits[at] as Hit)
    const likes = of.map(({ id }) => likeness.get(id))
    if (!likes.every((one) => one !== undefined && Number.isFinite(one))) continue
    // Our own order by place: scores of hits are made for showing.
    const own = spread(of.map((_, rank) => -Math.log2(rank + 2))),
      other = spread(likes as number[])
    const order = [...of.keys()].sort((a, b) => mixed(own, other, b) - mixed(own, other, a) || a - b)
    places.forEach((at, rank) => {
      hits[at] = { ...(of[order[rank] as number] as Hit), score: (of[rank] as Hit).score }
    })
  }
  return { ...found, hits }
}

const mixed = (own: readonly number[], other: readonly number[], at: number): number =>
  (1 - SHARE) * (own[at] as number) + SHARE * (other[at] as number)

/** Mean 0 and spread 1; all alike say nothing. */
function spread(numbers: readonly number[]): number[] {
  const mean = numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length)
  const width = Math.sqrt(numbers.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, numbers.length))
  return numbers.map((one) => (width < 1e-9 ? 0 : (one - mean) / width))
}
