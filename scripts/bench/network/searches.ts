import { performance } from 'node:perf_hooks'
import GraphologyGraph from 'graphology'
import { singleSource } from 'graphology-shortest-path/dijkstra.js'
import createGraph from 'ngraph.graph'
import ngraphPath from 'ngraph.path'
import { graphOf } from '@fatong/network/roads/graph.ts'
import type { ArcList } from '@fatong/network/roads/graph.ts'
import { dialCosts } from '@fatong/network/travel/dial.ts'
import { heapCosts } from '@fatong/network/travel/heap.ts'
import { runCompiledPeer } from './compiled-peer.ts'
import { drawNodes, roadLikeGraph } from './road-like-graph.ts'

const SOURCES = 120
const TARGETS = 2_000
const ROUNDS = 9

function bestOf<T>(rounds: number, run: () => T): { ms: number; medianMs: number; result: T } {
  const times: number[] = []
  let result!: T
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now()
    result = run()
    times.push(performance.now() - started)
  }
  times.sort((a, b) => a - b)
  return { ms: times[0]!, medianMs: times[Math.floor(rounds / 2)]!, result }
}

/**
 * Travel times from 120 sources at once over 200,000 nodes and 500,000 arcs, beside two libraries and a compiled search.
 * Both libraries know one source only, so they get one more node that leads to the 120 at no cost.
 */
export async function measureSearches(say: (line: string) => void): Promise<Record<string, number>> {
  const arcs = roadLikeGraph(20_261_124)
  const sources = drawNodes(SOURCES, arcs.nodes, 1)
  const targets = drawNodes(TARGETS, arcs.nodes, 2)
  const graph = graphOf(arcs)
  const dial = bestOf(ROUNDS, () => dialCosts(graph, { nodes: sources }))
  const heap = bestOf(ROUNDS, () => heapCosts(graph, { nodes: sources }))
  say(`buckets ${dial.medianMs.toFixed(0)} ms, heap ${heap.medianMs.toFixed(0)} ms`)

  const compiled = runCompiledPeer(arcs, sources, ROUNDS)
  say(compiled.ran ? `compiled search ${compiled.ms.toFixed(0)} ms` : `no compiled search: ${compiled.why}`)
  const graphology = runGraphology(arcs, sources)
  say(`graphology ${graphology.ms.toFixed(0)} ms`)
  const ngraph = runNgraph(arcs, sources, targets)
  say(`ngraph.path ${ngraph.ms.toFixed(0)} ms for ${TARGETS} targets`)

  const costs = dial.result
  const equal =
    costs.every((cost, node) => cost === heap.result[node] && cost === graphology.costs[node]) &&
    targets.every((node, index) => costs[node] === ngraph.costs[index]) &&
    (!compiled.ran || costs.every((cost, node) => cost === compiled.costs[node]))
  return {
    dialMs: dial.medianMs,
    heapMs: heap.medianMs,
    graphologyMs: graphology.ms,
    ngraphMs: ngraph.ms,
    vsNgraph: ngraph.ms / dial.medianMs,
    vsGraphology: graphology.ms / dial.medianMs,
    distancesEqual: equal ? 1 : 0,
    ...(compiled.ran ? { compiledMs: compiled.ms, vsCompiled: dial.medianMs / compiled.ms } : {}),
  }
}

function runGraphology(
  { nodes, tail, head, cost }: ArcList,
  sources: readonly number[],
): { ms: number; costs: Float64Array } {
  const graph = new GraphologyGraph({ type: 'directed', multi: true, allowSelfLoops: true })
  for (let node = 0; node <= nodes; node += 1) graph.addNode(node)
  for (let arc = 0; arc < tail.length; arc += 1) graph.addDirectedEdge(tail[arc], head[arc], { weight: cost[arc] })
  for (const source of sources) graph.addDirectedEdge(nodes, source, { weight: 0 })
  const started = performance.now()
  const paths = singleSource(graph, nodes, 'weight')
  const ms = performance.now() - started
  // It answers paths, not costs: adding them up is ours and is not timed.
  const costs = new Float64Array(nodes).fill(Infinity)
  for (let node = 0; node < nodes; node += 1) {
    const path = paths[node]
    if (path === undefined) continue
    let sum = 0
    for (let step = 1; step < path.length; step += 1) {
      sum += Math.min(...graph.mapOutEdges(path[step - 1], path[step], (_edge, { weight }) => Number(weight)))
    }
    costs[node] = sum
  }
  return { ms, costs }
}

/** Searched from each target against the arcs until the nearest source is met: from the sources it would take forty times as long. */
function runNgraph({ nodes, tail, head, cost }: ArcList, sources: readonly number[], targets: readonly number[]) {
  const graph = createGraph<unknown, number>()
  for (let node = 0; node <= nodes; node += 1) graph.addNode(node)
  for (let arc = 0; arc < tail.length; arc += 1) graph.addLink(head[arc]!, tail[arc]!, cost[arc])
  for (const source of sources) graph.addLink(source, nodes, 0)
  const finder = ngraphPath.aStar(graph, { oriented: true, distance: (_from, _to, link) => link.data })
  const started = performance.now()
  const paths = targets.map((target) => finder.find(target, nodes))
  const ms = performance.now() - started
  const costs = paths.map((path) => {
    let sum = 0
    // Paths are answered from their end to their beginning.
    for (let step = path.length - 1; step > 0; step -= 1)
      sum += graph.getLink(path[step]!.id, path[step - 1]!.id)?.data ?? Infinity
    return sum
  })
  return { ms, costs }
}
