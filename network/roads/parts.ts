import type { Graph } from './graph.ts'

/**
 * Per node the part it belongs to, -1 for parts smaller than `smallest` (the largest always stays). Within a part every
 * node is reached from every other: strongly connected components by Tarjan's algorithm, without recursion.
 */
export function partsThatHoldTogether({ nodes, first, head }: Graph, smallest: number): Int32Array {
  const seen = new Int32Array(nodes).fill(-1)
  const low = new Int32Array(nodes)
  const part = new Int32Array(nodes).fill(-1)
  const nextArc = first.slice(0, nodes)
  const waiting: number[] = []
  const path: number[] = []
  const sizes: number[] = []
  let count = 0
  const enter = (node: number): void => {
    seen[node] = low[node] = count++
    waiting.push(node)
    path.push(node)
  }
  for (let root = 0; root < nodes; root += 1) {
    if (seen[root]! >= 0) continue
    enter(root)
    while (path.length > 0) {
      const node = path.at(-1)!
      if (nextArc[node]! < first[node + 1]!) {
        const to = head[nextArc[node]!++]!
        if (seen[to]! < 0) enter(to)
        else if (part[to]! < 0) low[node] = Math.min(low[node]!, seen[to]!)
        continue
      }
      path.pop()
      const parent = path.at(-1)
      if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[node]!)
      if (low[node] !== seen[node]) continue
      const start = waiting.lastIndexOf(node)
      for (let at = start; at < waiting.length; at += 1) part[waiting[at]!] = sizes.length
      sizes.push(waiting.length - start)
      waiting.length = start
    }
  }
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0)
  return part.map((id) => ((sizes[id] ?? 0) >= Math.min(smallest, largest) ? id : -1))
}
