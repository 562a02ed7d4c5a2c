import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { graphOf, reversed } from '../roads/graph.ts'
import type { ArcList } from '../roads/graph.ts'
import { cheapestCosts } from './costs.ts'
import { dialCosts } from './dial.ts'
import { heapCosts } from './heap.ts'
import { UNREACHED } from './search.ts'
import type { Sources } from './search.ts'

type Arc = [from: number, to: number, cost: number]
const list = (nodes: number, arcs: readonly Arc[]): ArcList => ({
  nodes,
  tail: Int32Array.from(arcs, ([from]) => from),
  head: Int32Array.from(arcs, ([, to]) => to),
  cost: Int32Array.from(arcs, ([, , cost]) => cost),
})

/** Bellman and Ford: every arc again and again until nothing changes. */
function naive({ nodes, tail, head, cost }: ArcList, { nodes: from, start }: Sources, limit: number): number[] {
  const best = Array<number>(nodes).fill(UNREACHED)
  for (let index = 0; index < from.length; index += 1) {
    const value = start?.[index] ?? 0
    if (value <= limit) best[from[index]!] = Math.min(best[from[index]!]!, value)
  }
  for (let round = 0; round <= nodes; round += 1) {
    for (let arc = 0; arc < tail.length; arc += 1) {
      const sum = best[tail[arc]!]! + cost[arc]!
      if (best[tail[arc]!] !== UNREACHED && sum <= limit && sum < best[head[arc]!]!) best[head[arc]!] = sum
    }
  }
  return best
}

const worlds = fc.integer({ min: 1, max: 30 }).chain((nodes) => {
  const node = fc.integer({ min: 0, max: nodes - 1 })
  const start = fc.integer({ min: 0, max: 90 })
  return fc.record({
    nodes: fc.constant(nodes),
    arcs: fc.array(fc.tuple(node, node, fc.integer({ min: 0, max: 40 })), { maxLength: 120 }),
    sources: fc.array(fc.tuple(node, start), { maxLength: 5 }),
    limit: fc.oneof(fc.constant(UNREACHED - 1), fc.integer({ min: 0, max: 120 })),
  })
})

describe('the search', () => {
  it('answers the same by buckets, by heap and by trying everything', () => {
    fc.assert(
      fc.property(worlds, ({ nodes, arcs, sources: pairs, limit }) => {
        const arcList = list(nodes, arcs)
        const graph = graphOf(arcList)
        const sources = { nodes: pairs.map(([node]) => node), start: pairs.map(([, start]) => start) }
        const expected = naive(arcList, sources, limit)
        expect([...dialCosts(graph, sources, { limit })]).toEqual(expected)
        expect([...heapCosts(graph, sources, { limit })]).toEqual(expected)
      }),
      { numRuns: 500 },
    )
  })

  it('goes both ways the same where every arc has its twin', () => {
    fc.assert(
      fc.property(worlds, ({ nodes, arcs }) => {
        const graph = graphOf(
          list(
            nodes,
            arcs.flatMap(([from, to, cost]): Arc[] => [
              [from, to, cost],
              [to, from, cost],
            ]),
          ),
        )
        for (let from = 0; from < Math.min(nodes, 4); from += 1) {
          const there = cheapestCosts(graph, { nodes: [from] })
          for (let to = 0; to < nodes; to += 5) expect(cheapestCosts(graph, { nodes: [to] })[from]).toBe(there[to])
        }
      }),
    )
  })

  it('finds the way back in the turned graph', () => {
    fc.assert(
      fc.property(worlds, ({ nodes, arcs }) => {
        const graph = graphOf(list(nodes, arcs))
        const back = cheapestCosts(reversed(graph), { nodes: [0] })
        for (let from = 0; from < nodes; from += 3) expect(cheapestCosts(graph, { nodes: [from] })[0]).toBe(back[from])
      }),
    )
  })

  it('takes the heap when costs are large', () => {
    const graph = graphOf(
      list(3, [
        [0, 1, 1_000_000_000],
        [1, 2, 5],
        [0, 2, 1_000_000_006],
      ]),
    )
    expect([...cheapestCosts(graph, { nodes: [0] })]).toEqual([0, 1_000_000_000, 1_000_000_005])
  })

  it('takes no arc that costs less than nothing', () => {
    expect(() => graphOf(list(2, [[0, 1, -1]]))).toThrow(RangeError)
  })
})
