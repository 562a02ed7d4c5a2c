/** The p-median text format of OR-Library: nodes, edges, p; then one edge a line. Costs are shortest paths over the edges. */
import { BadInput, type NamedProblem } from './csv.ts'

/** Where a pair stands twice, in either direction, the last counts. Nodes are named by their numbers and weigh 1. */
export function orLibrary(text: string, file: string): NamedProblem & { p: number } {
  const lines = text
    .split(/\r\n|\n|\r/)
    .map((line, at) => ({ line: at + 1, numbers: line.trim().split(/\s+/).filter(Boolean).map(Number) }))
    .filter(({ numbers }) => numbers.length > 0)
  const wrong = lines.find(({ numbers }) => numbers.length < 3 || numbers.some((value) => !Number.isFinite(value)))
  if (lines.length === 0 || wrong) throw new BadInput(`${file}: line ${wrong?.line ?? 1}: three numbers are needed`)
  const [nodes, edges, p] = lines[0]!.numbers as [number, number, number]
  if (!Number.isInteger(nodes) || nodes < 1 || !Number.isInteger(p) || p < 1)
    throw new BadInput(`${file}: line ${lines[0]!.line}: nodes and p must be whole and at least 1`)
  if (lines.length - 1 !== edges)
    throw new BadInput(`${file}: ${edges} edges are announced, ${lines.length - 1} are there`)
  const ways = Array.from({ length: nodes }, () => new Map<number, number>())
  for (const { line, numbers } of lines.slice(1)) {
    const [from, to, cost] = numbers as [number, number, number]
    for (const node of [from, to])
      if (!Number.isInteger(node) || node < 1 || node > nodes)
        throw new BadInput(`${file}: line ${line}: there is no node ${node}`)
    if (cost < 0) throw new BadInput(`${file}: line ${line}: cost ${cost} is negative`)
    ways[from - 1]!.set(to - 1, cost)
    ways[to - 1]!.set(from - 1, cost)
  }
  const names = ways.map((_, at) => String(at + 1))
  const cost = new Float64Array(nodes * nodes)
  for (let node = 0; node < nodes; node += 1) cost.set(shortestPaths(ways, node), node * nodes)
  return { demands: names, sites: names, cost, weights: new Float64Array(nodes).fill(1), p }
}

/** Dijkstra's search with a plain binary heap; entries that were overtaken are skipped. */
function shortestPaths(ways: readonly ReadonlyMap<number, number>[], source: number): Float64Array {
  const costs = new Float64Array(ways.length).fill(Infinity)
  const heap: { node: number; cost: number }[] = []
  const push = (node: number, cost: number) => {
    costs[node] = cost
    let at = heap.length
    for (let up = (at - 1) >> 1; at > 0 && heap[up]!.cost > cost; at = up, up = (at - 1) >> 1) heap[at] = heap[up]!
    heap[at] = { node, cost }
  }
  const take = () => {
    const top = heap[0]!
    const last = heap.pop()!
    if (heap.length === 0) return top
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && heap[child + 1]!.cost < heap[child]!.cost) child += 1
      if (heap[child]!.cost >= last.cost) break
      heap[at] = heap[child]!
      at = child
    }
    heap[at] = last
    return top
  }
  push(source, 0)
  while (heap.length > 0) {
    const { node, cost } = take()
    if (cost > costs[node]!) continue
    for (const [to, length] of ways[node]!) if (cost + length < costs[to]!) push(to, cost + length)
  }
  return costs
}
