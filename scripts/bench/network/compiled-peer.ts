import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ArcList } from '@fatong/network/roads/graph.ts'

export type CompiledPeer = { ran: true; ms: number; costs: Int32Array } | { ran: false; why: string }

/** Compiles the plain C++ search with the machine's compiler, runs it on the same graph, and takes its best round. */
export function runCompiledPeer(arcs: ArcList, sources: readonly number[], rounds: number): CompiledPeer {
  const compiler = ['g++', 'clang++', 'c++'].find((name) => spawnSync(name, ['--version']).status === 0)
  if (compiler === undefined) return { ran: false, why: 'no C++ compiler on this machine' }
  const folder = mkdtempSync(join(tmpdir(), 'fatong-dijkstra-'))
  try {
    const program = join(folder, 'dijkstra')
    const source = fileURLToPath(new URL('./plain-dijkstra.cpp', import.meta.url))
    const compiled = spawnSync(compiler, ['-O2', '-std=c++17', '-o', program, source], { encoding: 'utf8' })
    if (compiled.status !== 0) return { ran: false, why: `${compiler} failed: ${compiled.stderr}` }
    const counts = Int32Array.of(arcs.nodes, arcs.tail.length, sources.length, rounds)
    const parts = [counts, arcs.tail, arcs.head, arcs.cost, Int32Array.from(sources)]
    writeFileSync(
      join(folder, 'graph'),
      Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength))),
    )
    const run = spawnSync(program, [join(folder, 'graph'), join(folder, 'costs')], { encoding: 'utf8' })
    if (run.status !== 0) return { ran: false, why: `the compiled search ended with ${run.status}` }
    const bytes = readFileSync(join(folder, 'costs'))
    return { ran: true, ms: Number(run.stdout), costs: new Int32Array(bytes.buffer, bytes.byteOffset, arcs.nodes) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
